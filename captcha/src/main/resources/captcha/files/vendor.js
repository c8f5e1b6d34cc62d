/* Hands a vendor's token to Hiboo, and the pass that comes back to the page that opened this one. */
(() => {
  'use strict';
  const place = document.querySelector('[data-challenge]');
  const state = document.querySelector('[role=status]');
  const again = document.querySelector('#again');
  const result = document.querySelector('#result');

  /** In the words of the page; from what went wrong a button leads on. */
  const say = (what, wrong) => {
    state.textContent = place.dataset[what];
    again.hidden = !wrong;
  };

  /** Nothing is used up while Hiboo is busy, which says when to come again. */
  const solve = async body => {
    for (let tries = 0; ; tries++) {
      const answer = await fetch('/captcha/solve', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body, credentials: 'omit' });
      if (answer.status !== 503 || tries === 10) return answer;
      await new Promise(go => setTimeout(go, 1000 * (Number(answer.headers.get('Retry-After')) || 2)));
    }
  };

  window.hibooSolved = async token => {
    say('working');
    try {
      const payload = btoa(JSON.stringify({ challenge: JSON.parse(atob(place.dataset.challenge)), solution: { token } }));
      const answer = await solve(JSON.stringify({ payload }));
      if (!answer.ok) return say(answer.status === 410 ? 'expired' : 'failed', true);
      const { pass } = await answer.json();
      say('done');
      if (window.opener && place.dataset.opener) {
        window.opener.postMessage({ pass }, place.dataset.opener);
        window.close();
      }
      result.hidden = false;
      result.querySelector('textarea').value = pass;
    } catch (e) {
      say('failed', true);
    }
  };
  window.hibooExpired = () => say('expired', true);
  window.hibooFailed = () => say('broken', true);

  // Another challenge, and the vendor's task anew.
  again.addEventListener('click', () => location.reload());
})();
