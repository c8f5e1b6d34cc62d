// A form waits for its check, so that nobody loses what they typed to a slow device, and goes once: a pass serves once.
'use strict';
for (const box of document.querySelectorAll('.captcha')) {
  const form = box.closest('form');
  const state = box.querySelector('[data-state]');
  let done = false, sent = false, waiting = false;
  const answered = () => [...form.querySelectorAll('[name="h-captcha-response"], [name=pass]')].some(field => field.value.trim());
  form.addEventListener('submit', event => {
    if (sent || waiting) return event.preventDefault();
    if (done || answered() || !window.hcaptcha) {
      sent = true;
      setTimeout(() => { sent = false; }, 10000);
      return;
    }
    event.preventDefault();
    waiting = true;
    state.textContent = box.dataset.waiting;
    window.hcaptcha.execute(undefined, { async: true }).then(
      () => { state.textContent = ''; waiting = false; done = true; form.requestSubmit(event.submitter); },
      () => { state.textContent = box.dataset.failed; waiting = false; });
  });
  addEventListener('pageshow', event => {
    if (!event.persisted) return;
    done = sent = false;
    window.hcaptcha?.reset();
  });
}
