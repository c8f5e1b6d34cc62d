/* Asking Hiboo: without cookies, of the page's address its origin alone, without preflight. */

/** Where this script came from; what it asks for lies beside it. A worker asks for nothing. */
export const source = self.document ? new URL(document.currentScript?.src || 'widget.js', location.href) : null;

export const at = (path, parameters = {}) => {
  const address = new URL(path, source);
  for (const [name, value] of Object.entries(parameters)) if (value) address.searchParams.set(name, value);
  return address.href;
};

/** What the visitor is told of an answer that is none. */
const saying = (status, posted) => {
  if (status >= 500 || status === 429) return 'unreachable';
  if (posted) return { 409: 'used', 410: 'expired', 422: 'wrong' }[status] || 'failed';
  return status === 409 ? 'failed' : 'refused';
};

export const ask = async (path, parameters, body) => {
  let answer;
  try {
    answer = await fetch(at(path, parameters), {
      method: body ? 'POST' : 'GET', body: body && new URLSearchParams(body), credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store',
    });
  } catch {
    throw Object.assign(new Error('network-error'), { say: 'unreachable' });
  }
  const json = await answer.json().catch(() => ({}));
  if (answer.ok) return json;
  throw Object.assign(new Error(json.code || 'challenge-error'), {
    say: saying(answer.status, body),
    busy: answer.status === 503 || answer.status === 429,
    after: Number(answer.headers.get('Retry-After')),
  });
};

/** Again while Hiboo is busy, when it says so, else after pauses that grow; until a time as performance.now() has it. */
export const patiently = async (once, ends, signal) => {
  for (let tries = 1; ; tries++) {
    try {
      return await once();
    } catch (e) {
      const pause = Math.min(e.after || 2 ** tries, 16) * 1000 + Math.random() * 500;
      if (!e.busy || signal.aborted || performance.now() + pause > ends) throw e;
      await new Promise(go => setTimeout(go, pause));
      if (signal.aborted) throw e;
    }
  }
};
