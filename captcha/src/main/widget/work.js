/* Proof of work, as ALTCHA's second format poses it. */

import { at, source } from './hiboo.js';

const bytes = hex => Uint8Array.from(hex.match(/../g) || [], pair => parseInt(pair, 16));
const hex = array => Array.from(array, byte => byte.toString(16).padStart(2, '0')).join('');

const derive = async (parameters, salt, password) => {
  const { algorithm, cost, keyLength = 32, memoryCost = 16384, parallelism = 1 } = parameters;
  if (algorithm === 'ARGON2ID')
    return self.hashwasm.argon2id({
      password, salt, parallelism, iterations: cost, memorySize: memoryCost, hashLength: keyLength, outputType: 'binary',
    });
  const key = await crypto.subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits']);
  const hash = algorithm.split('/')[1];
  return new Uint8Array(await crypto.subtle.deriveBits({ name: 'PBKDF2', salt, iterations: cost, hash }, key, keyLength * 8));
};

const search = async (parameters, first, step, goesOn) => {
  const begun = performance.now();
  const nonce = bytes(parameters.nonce);
  const salt = bytes(parameters.salt);
  const password = new Uint8Array(nonce.length + 4);
  password.set(nonce);
  const count = new DataView(password.buffer);
  for (let counter = first; await goesOn(); counter += step) {
    count.setUint32(nonce.length, counter);
    const derivedKey = hex(await derive(parameters, salt, password));
    if (derivedKey.startsWith(parameters.keyPrefix))
      return { counter, derivedKey, time: Math.round(performance.now() - begun) };
  }
  return null;
};

/** What this script does in a worker. */
export const work = () => {
  self.onmessage = async ({ data }) => {
    try {
      if (data.library && !self.hashwasm) importScripts(data.library);
      postMessage({ solution: await search(data.parameters, data.first, data.step, () => true) });
    } catch (e) {
      postMessage({ failed: String(e) });
    }
  };
};

const text = async address => {
  const file = await fetch(address, { credentials: 'omit', referrerPolicy: 'no-referrer' });
  if (!file.ok) throw new Error(address);
  return file.text();
};

/** Where workers of this script start: a page of another origin may start them from a blob of its own alone. */
const startOf = async library => {
  if (source.origin === location.origin) return source.href;
  const files = await Promise.all([library, source.href].filter(Boolean).map(text));
  return URL.createObjectURL(new Blob([files.join('\n')], { type: 'text/javascript' }));
};

const inWorkers = async (parameters, library, signal) => {
  const start = await startOf(library);
  const many = library ? 2 : Math.min(navigator.hardwareConcurrency || 2, 8);
  const workers = [];
  try {
    return await new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => resolve(null));
      if (signal.aborted) resolve(null);
      for (let first = 0; first < many; first++) {
        const each = new Worker(start);
        workers.push(each);
        each.onmessage = ({ data }) => (data.solution ? resolve(data.solution) : reject(new Error(data.failed)));
        each.onerror = reject;
        each.postMessage({ parameters, library, first, step: many });
      }
    });
  } finally {
    workers.forEach(each => each.terminate());
    if (start !== source.href) URL.revokeObjectURL(start);
  }
};

const loaded = src => new Promise((resolve, reject) => {
  if (self.hashwasm) return resolve();
  const script = document.createElement('script');
  document.head.append(Object.assign(script, { crossOrigin: 'anonymous', referrerPolicy: 'no-referrer', onload: resolve, onerror: reject, src }));
});

/** A solution; null when it was stopped. */
export const prove = async (parameters, signal) => {
  const library = parameters.algorithm === 'ARGON2ID' ? at('argon2.js') : null;
  try {
    return await inWorkers(parameters, library, signal);
  } catch { // the page's content policy knows no blob: in the page then, which draws and listens between two attempts
    if (library) await loaded(library);
    return search(parameters, 0, 1, async () => {
      if (library) await new Promise(go => setTimeout(go));
      return !signal.aborted;
    });
  }
};
