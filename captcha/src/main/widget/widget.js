/*
 * Hiboo's captcha (docs/developer/captcha-widget.md). As a worker, it looks for proofs of work.
 */
(() => {
'use strict';

const bytes = hex => Uint8Array.from(hex.match(/../g) || [], pair => parseInt(pair, 16));
const hex = array => Array.from(array, byte => byte.toString(16).padStart(2, '0')).join('');

/* ---- proof of work, as ALTCHA's second format poses it ---- */

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

const search = async (parameters, first, step, stopped) => {
  const begun = performance.now();
  const nonce = bytes(parameters.nonce);
  const salt = bytes(parameters.salt);
  const password = new Uint8Array(nonce.length + 4);
  password.set(nonce);
  const count = new DataView(password.buffer);
  for (let counter = first; !stopped(); counter += step) {
    count.setUint32(nonce.length, counter);
    const derivedKey = hex(await derive(parameters, salt, password));
    if (derivedKey.startsWith(parameters.keyPrefix))
      return { counter, derivedKey, time: Math.round(performance.now() - begun) };
  }
  return null;
};

if (typeof document === 'undefined') {
  self.onmessage = async ({ data }) => {
    try {
      if (data.library) importScripts(data.library);
      postMessage({ solution: await search(data.parameters, data.first, data.step, () => false) });
    } catch (e) {
      postMessage({ failed: String(e) });
    }
  };
  return;
}

/* ---- where we are ---- */

const script = document.currentScript;
const source = new URL(script ? script.src : 'widget.js', location.href);
const asked = source.searchParams;
const at = (path, parameters) => {
  const address = new URL(path, source);
  for (const [name, value] of Object.entries(parameters || {})) if (value) address.searchParams.set(name, value);
  return address.href;
};

const WORDS = {
  en: {
    group: 'Check against spam', check: 'I am not a robot', working: 'Checking…', slow: 'Still checking: this device needs a while.',
    done: 'Checked.', expired: 'The check has expired: please do it again.', failed: 'That did not work. Please try again, or choose another way.',
    unreachable: 'The check cannot be reached. Try again in a moment.', wrong: 'That was not it. Here is another one.',
    refused: 'This page cannot use the check: its key or address is unknown.',
    other: 'Another way', ways: 'Ways to show that you are not a robot', pow: 'Let this device do some sums',
    image: 'Read a picture', audio: 'Listen', question: 'Answer a question',
    picture: 'Letters and digits. If you cannot see them, choose another way.', type: 'Letters and digits in the picture',
    heard: 'Letters and digits that you hear', answer: 'Your answer', submit: 'Check', another: 'Another one', next: 'Please answer below.',
    leaves: 'This opens a page that loads the check of another company, which sees your address and your browser.', open: 'Open the page of',
  },
  fr: {
    group: 'Vérification contre le spam', check: 'Je ne suis pas un robot', working: 'Vérification…', slow: 'Vérification : cet appareil met un peu de temps.',
    done: 'Vérifié.', expired: 'La vérification a expiré. Merci de la refaire.', failed: 'Cela n’a pas marché. Réessayez ou choisissez un autre moyen.',
    unreachable: 'La vérification est injoignable. Réessayez dans un instant.', wrong: 'Ce n’était pas ça. En voici une autre.',
    refused: 'La vérification n’est pas prévue ici : clé ou adresse inconnue.',
    other: 'Autre moyen', ways: 'Moyens de montrer que vous n’êtes pas un robot', pow: 'Laisser cet appareil calculer',
    image: 'Lire une image', audio: 'Écouter', question: 'Répondre à une question',
    picture: 'Lettres et chiffres. Si vous ne les voyez pas, choisissez un autre moyen.', type: 'Lettres et chiffres de l’image',
    heard: 'Lettres et chiffres entendus', answer: 'Votre réponse', submit: 'Vérifier', another: 'Une autre', next: 'Merci de répondre ci-dessous.',
    leaves: 'Cela ouvre une page qui charge la vérification d’une autre entreprise ; celle-ci voit votre adresse et votre navigateur.', open: 'Ouvrir la page de',
  },
};

const STYLE = `
  :host { display: block; max-width: 24rem; color-scheme: light dark; }
  :host([data-theme=light]) { color-scheme: light; } :host([data-theme=dark]) { color-scheme: dark; }
  :host([data-size=invisible]) .box:not(.open) { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .box { --ink: light-dark(#23201c, #f2eee8); --soft: light-dark(#665f57, #b3aa9f); --card: light-dark(#fff, #211e1b); --line: light-dark(#8d857b, #7d746a);
    --accent: light-dark(#2f5d50, #8fcbb8); --on: light-dark(#fff, #10201b); --bad: light-dark(#a3262a, #ff9a94);
    box-sizing: border-box; padding: .8rem .9rem; border: 1px solid var(--line); border-radius: 12px; background: var(--card); color: var(--ink); font: 1rem/1.4 system-ui, sans-serif; text-align: start; }
  .row { display: flex; align-items: center; gap: .4rem .6rem; justify-content: space-between; flex-wrap: wrap; }
  .row label { display: flex; align-items: center; gap: .6rem; min-height: 1.75rem; font-weight: 600; }
  input[type=checkbox] { flex: none; width: 1.4rem; height: 1.4rem; margin: 0; accent-color: var(--accent); }
  [data-busy] input[type=checkbox] { opacity: .45; }
  p { margin: .45rem 0 0; color: var(--soft); font-size: .875rem; } p:empty { display: none; } p.bad { color: var(--bad); font-weight: 600; }
  button { padding: .4rem .8rem; min-height: 2.2rem; border: 1px solid var(--line); border-radius: 9px; background: none; color: inherit; font: inherit; font-size: .9rem; cursor: pointer; }
  button.plain { padding: 0; min-height: 1.75rem; border: 0; color: var(--accent); text-decoration: underline; text-underline-offset: .18em; }
  button.main { border-color: transparent; background: var(--accent); color: var(--on); font-weight: 650; }
  ul { display: flex; flex-wrap: wrap; gap: .5rem; margin: .6rem 0 0; padding: 0; list-style: none; }
  .pose { margin-top: .8rem; } .pose label { display: block; margin: .6rem 0 .3rem; font-weight: 600; }
  .pose input { box-sizing: border-box; width: 100%; padding: .55rem .7rem; border: 1px solid var(--line); border-radius: 9px; background: light-dark(#f7f4ee, #171513); color: inherit; font: inherit; font-size: 1.1rem; }
  .pose img { display: block; width: 100%; max-width: 260px; height: auto; border-radius: 9px; }
  .acts { display: flex; flex-wrap: wrap; gap: .5rem; margin-top: .7rem; }
  :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; } [hidden] { display: none !important; }
  @media (prefers-reduced-motion: no-preference) { [data-busy] .state { animation: beat 1.4s ease-in-out infinite; } }
  @keyframes beat { 50% { opacity: .45; } }`;
const sheet = new CSSStyleSheet();
sheet.replaceSync(STYLE);

const make = (tag, properties, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};

/* ---- asking Hiboo: no cookie, of the page's address its origin alone, no preflight ---- */

const ask = async (path, parameters, body) => {
  let answer;
  try {
    answer = await fetch(at(path, parameters), {
      method: body ? 'POST' : 'GET', body: body && new URLSearchParams(body), credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store',
    });
  } catch (e) {
    throw Object.assign(new Error('network-error'), { say: 'unreachable' });
  }
  const json = await answer.json().catch(() => ({}));
  if (answer.ok) return json;
  const say = answer.status >= 500 || answer.status === 429 ? 'unreachable' : body ? 'wrong' : answer.status === 409 ? 'failed' : 'refused';
  throw Object.assign(new Error(json.code || 'challenge-error'), { say });
};

const encode = payload => {
  const text = new TextEncoder().encode(JSON.stringify(payload));
  return btoa(Array.from(text, byte => String.fromCharCode(byte)).join(''));
};

/* ---- workers, by a blob where the page is of another origin ---- */

const worker = () => {
  if (source.origin === location.origin) return new Worker(source.href);
  const address = URL.createObjectURL(new Blob([`importScripts(${JSON.stringify(source.href)})`], { type: 'text/javascript' }));
  try {
    return new Worker(address);
  } finally {
    setTimeout(() => URL.revokeObjectURL(address), 10000);
  }
};

const inWorkers = (parameters, library, signal) => new Promise((resolve, reject) => {
  const many = library ? 2 : Math.min(navigator.hardwareConcurrency || 2, 8);
  const workers = [];
  const end = (settle, value) => {
    workers.forEach(each => each.terminate());
    settle(value);
  };
  signal.addEventListener('abort', () => end(resolve, null));
  for (let first = 0; first < many; first++) {
    const each = worker();
    workers.push(each);
    each.onmessage = ({ data }) => (data.solution ? end(resolve, data.solution) : end(reject, new Error(data.failed)));
    each.onerror = event => end(reject, event);
    each.postMessage({ parameters, library, first, step: many });
  }
});

const loaded = address => new Promise((resolve, reject) => {
  if (self.hashwasm) return resolve();
  document.head.append(make('script', { src: address, onload: resolve, onerror: reject }));
});

const prove = async (parameters, signal) => {
  const library = parameters.algorithm === 'ARGON2ID' ? at('argon2.js') : null;
  try {
    return await inWorkers(parameters, library, signal);
  } catch (noWorker) { // the page's content policy knows no blob: without one, then
    if (library) await loaded(library);
    return search(parameters, 0, 1, () => signal.aborted);
  }
};

/* ---- one widget ---- */

const AGE = 300000; // of a pass; renewed a little before
const FIELDS = {
  'h-captcha': ['h-captcha-response', 'g-recaptcha-response'], 'g-recaptcha': ['g-recaptcha-response'],
  'cf-turnstile': ['cf-turnstile-response'], 'hiboo-captcha': ['altcha'],
};
const THIRD = { hcaptcha: 'hCaptcha', recaptcha: 'reCAPTCHA', turnstile: 'Turnstile' };
const isProof = kind => kind.startsWith('pow');
const widgets = [];

const call = (callback, ...values) => {
  const f = typeof callback === 'string' ? callback.split('.').reduce((within, name) => within && within[name], window) : callback;
  if (typeof f === 'function') return f(...values);
};

class Widget {
  constructor(host, options) {
    const button = /^(BUTTON|INPUT)$/.test(host.tagName);
    this.options = { ...host.dataset, ...options };
    this.id = widgets.push(this) - 1;
    this.response = '';
    this.host = button ? host.parentNode.insertBefore(make('div'), host.nextSibling) : host;
    if (button) {
      this.options.size = 'invisible';
      host.addEventListener('click', event => {
        event.preventDefault();
        this.execute().catch(() => {});
      });
    }
    const lang = this.options.hl || this.options.lang || this.options.language || asked.get('hl') || host.closest('[lang]')?.lang || navigator.language || 'en';
    this.lang = /^fr/i.test(lang) ? 'fr' : 'en';
    this.words = WORDS[this.lang];
    for (const name of ['theme', 'size']) if (this.options[name]) this.host.dataset[name] = this.options[name];
    const named = this.options.responseFieldName ? [this.options.responseFieldName] : (this.options.fields || '').split(/[\s,]+/).filter(Boolean);
    const byClass = Object.keys(FIELDS).filter(name => host.classList.contains(name)).flatMap(name => FIELDS[name]);
    const names = named.length ? named : byClass.length ? byClass : options.usual || ['h-captcha-response', 'g-recaptcha-response', 'cf-turnstile-response', 'altcha'];
    this.fields = [...new Set(names)].map(name => this.host.appendChild(make('input', { type: 'hidden', name })));
    this.build();
    const form = this.host.closest('form');
    form?.addEventListener('reset', () => this.reset());
    const start = this.options.start;
    if (start === 'load') this.start();
    if (start === 'focus') form?.addEventListener('focusin', () => this.state === 'idle' && this.start(), { once: true });
  }

  build() {
    const root = this.host.shadowRoot || this.host.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet];
    const words = this.words;
    this.box = make('input', { type: 'checkbox', tabIndex: Number(this.options.tabindex) || 0 });
    this.box.addEventListener('click', event => {
      if (this.state === 'working' || this.state === 'verified') event.preventDefault();
      else this.start();
    });
    this.note = make('p', { className: 'state', role: 'status' });
    this.more = make('button', { type: 'button', className: 'plain', textContent: words.other });
    this.more.setAttribute('aria-expanded', 'false');
    this.more.addEventListener('click', () => this.choose());
    this.ways = make('ul', { hidden: true });
    this.ways.setAttribute('aria-label', words.ways);
    this.pose = make('div', { className: 'pose', hidden: true });
    this.root = make('div', { className: 'box', lang: this.lang }, make('div', { className: 'row' }, make('label', {}, this.box, words.check), this.more), this.note, this.ways, this.pose);
    this.root.setAttribute('role', 'group');
    this.root.setAttribute('aria-label', words.group);
    root.replaceChildren(this.root);
    this.show('idle');
  }

  show(state, say, detail) {
    this.state = state;
    this.box.checked = state === 'verified';
    this.box.indeterminate = state === 'working';
    this.root.toggleAttribute('data-busy', state === 'working');
    this.root.classList.toggle('open', state === 'posed' || state === 'failed');
    this.note.className = state === 'failed' || say === 'wrong' ? 'state bad' : 'state';
    this.note.textContent = say ? this.words[say] : '';
    const event = { bubbles: true, detail: { state, response: this.response, payload: this.response, ...detail } };
    for (const name of ['hiboo-captcha', 'statechange', state]) this.host.dispatchEvent(new CustomEvent(name, event));
  }

  fill(value) {
    this.response = value;
    for (const field of this.fields) field.value = value;
  }

  stop() {
    this.stopping?.abort();
    this.stopping = new AbortController();
    clearTimeout(this.expiry);
    clearTimeout(this.patience);
    return this.stopping.signal;
  }

  /** Poses a challenge, and sees it through as far as it goes without the visitor. */
  async start(kind = this.options.kind, say) {
    const signal = this.stop();
    const focused = this.pose.contains(this.host.shadowRoot.activeElement);
    this.fill('');
    this.show('working', 'working');
    try {
      if (THIRD[kind]) return this.poseThird(kind);
      if (!kind && !crypto.subtle) kind = (await this.kinds()).find(each => !isProof(each));
      const { shown, ...challenge } = await ask('challenge', { sitekey: this.options.sitekey, action: this.options.action, cdata: this.options.cdata || this.options.cData, kind, lang: this.lang });
      if (signal.aborted) return;
      const posed = challenge.parameters.kind;
      if (THIRD[posed]) return this.poseThird(posed);
      if (challenge.parameters.algorithm) {
        if (focused) this.box.focus();
        this.pose.hidden = true;
        this.patience = setTimeout(() => { this.note.textContent = this.words.slow; }, 8000);
        const { parameters, signature } = challenge;
        const solution = await prove(parameters, signal);
        if (solution && !signal.aborted) await this.hand({ challenge: { parameters, signature }, solution }, signal);
      } else this.poseText(posed, challenge, shown || {}, say, signal);
    } catch (e) {
      if (!signal.aborted) this.fail(e);
    }
  }

  async hand(payload, signal) {
    const { pass } = await ask('solve', null, { payload: encode(payload) });
    if (!signal.aborted) this.pass(pass);
  }

  pass(pass) {
    clearTimeout(this.patience);
    const inside = this.host.shadowRoot.activeElement && this.host.shadowRoot.activeElement !== this.box;
    this.fill(pass);
    this.show('verified', 'done');
    this.pose.hidden = this.ways.hidden = true;
    this.more.setAttribute('aria-expanded', 'false');
    if (inside) this.box.focus();
    this.expiry = setTimeout(() => this.expire(), AGE - 10000);
    call(this.options.callback, pass, pass);
    this.waiting?.resolve(pass);
    this.waiting = null;
  }

  expire() {
    this.fill('');
    this.show('expired', 'expired');
    call(this.options.expiredCallback || this.options['expired-callback']);
  }

  fail(error) {
    clearTimeout(this.patience);
    if (error.say === 'wrong' && !this.pose.hidden && this.retry) return this.retry();
    this.show('failed', error.say === 'wrong' ? 'failed' : error.say || 'failed', { error: error.message });
    call(this.options.errorCallback || this.options['error-callback'], error.message);
    this.waiting?.reject(new Error(error.message));
    this.waiting = null;
  }

  kinds() {
    this.known ||= ask('kinds', { sitekey: this.options.sitekey }).then(answer => answer.kinds);
    this.known.catch(() => { this.known = null; });
    return this.known;
  }

  async choose() {
    const open = this.ways.hidden;
    this.ways.hidden = !open;
    this.more.setAttribute('aria-expanded', String(open));
    if (!open) return;
    try {
      const kinds = await this.kinds();
      this.ways.replaceChildren(...kinds.filter((kind, at) => kinds.findIndex(isProof) === at || !isProof(kind)).map(kind => {
        const button = make('button', { type: 'button', textContent: THIRD[kind] || this.words[isProof(kind) ? 'pow' : kind] });
        button.dataset.kind = kind;
        button.addEventListener('click', () => {
          this.ways.hidden = true;
          this.more.setAttribute('aria-expanded', 'false');
          this.box.focus();
          this.start(kind);
        });
        return make('li', {}, button);
      }));
      this.ways.querySelector('button')?.focus();
    } catch (e) {
      this.fail(e);
    }
  }

  poseText(kind, challenge, shown, say, signal) {
    const words = this.words;
    const input = make('input', { id: 'answer', autocomplete: 'off', spellcheck: false, maxLength: 200, autocapitalize: kind === 'question' ? 'sentences' : 'characters' });
    const label = make('label', { htmlFor: 'answer', textContent: kind === 'image' ? words.type : kind === 'audio' ? words.heard : shown.question });
    const send = make('button', { type: 'button', className: 'main', textContent: words.submit });
    const again = make('button', { type: 'button', textContent: words.another });
    this.retry = () => this.start(kind, 'wrong');
    const check = () => {
      const text = input.value.trim();
      if (!text || send.disabled) return input.focus();
      send.disabled = true;
      const { parameters, signature } = challenge;
      this.hand({ challenge: { parameters, signature }, solution: { text } }, signal).catch(e => signal.aborted || this.fail(e));
    };
    send.addEventListener('click', check);
    again.addEventListener('click', () => this.start(kind));
    input.addEventListener('keydown', event => {
      if (event.key !== 'Enter') return;
      event.preventDefault();
      check();
    });
    const media = kind === 'image' ? [make('img', { src: at(shown.image), alt: words.picture, width: 260, height: 90, referrerPolicy: 'no-referrer' })]
      : kind === 'audio' ? [this.player(at(shown.audio), input)] : [];
    this.pose.replaceChildren(...media, label, input, make('div', { className: 'acts' }, send, again));
    this.pose.hidden = false;
    this.show('posed', say || 'next');
    (kind === 'audio' ? media[0] : input).focus();
  }

  player(src, then) {
    const sound = new Audio(src);
    const play = make('button', { type: 'button', textContent: this.words.audio });
    play.addEventListener('click', () => {
      sound.currentTime = 0;
      sound.play();
    });
    sound.addEventListener('ended', () => this.host.shadowRoot.activeElement === play && then.focus());
    this.stopping.signal.addEventListener('abort', () => sound.pause());
    return play;
  }

  /** On a page of Hiboo's own: the other company's script never runs in this one. */
  poseThird(kind) {
    const words = this.words;
    const open = make('button', { type: 'button', className: 'main', textContent: `${words.open} ${THIRD[kind]}` });
    open.addEventListener('click', () => {
      const page = window.open(at('vendor', { sitekey: this.options.sitekey, action: this.options.action, kind, lang: this.lang, opener: location.origin }), '_blank', 'popup,width=480,height=720');
      addEventListener('message', ({ origin, source: from, data }) => {
        if (origin === source.origin && from === page && typeof data?.pass === 'string') this.pass(data.pass);
      }, { signal: this.stopping.signal });
    });
    this.pose.replaceChildren(make('p', { textContent: words.leaves }), make('div', { className: 'acts' }, open));
    this.pose.hidden = false;
    this.show('posed', 'next');
    open.focus();
  }

  execute() {
    if (this.response) return Promise.resolve(this.response);
    this.promised ||= new Promise((resolve, reject) => { this.waiting = { resolve, reject }; }).finally(() => { this.promised = null; });
    if (this.state !== 'working' && this.state !== 'posed') this.start();
    return this.promised;
  }

  reset() {
    this.stop();
    this.fill('');
    this.pose.hidden = this.ways.hidden = true;
    this.more.setAttribute('aria-expanded', 'false');
    this.show('idle');
  }

  remove() {
    this.stop();
    this.fields.forEach(field => field.remove());
    this.host.shadowRoot.replaceChildren();
    delete this.host.hibooCaptcha;
    widgets[this.id] = null;
  }
}

/* ---- what pages call, by the vendors' names ---- */

const CLASSES = Object.keys(FIELDS).map(name => '.' + name).join();
const element = where => (typeof where === 'string' ? document.getElementById(where) || (/^[.#[a-z]/i.test(where) && document.querySelector(where)) : where);
const widget = which => {
  if (which instanceof Widget) return which;
  if (which === undefined || which === null) return widgets.find(Boolean);
  if (typeof which === 'number' || /^\d+$/.test(which)) return widgets[which];
  const id = element(which)?.hibooCaptcha;
  return id === undefined ? undefined : widgets[id];
};
const render = (where, options = {}) => {
  const host = element(where);
  if (!host) throw new Error('hiboo-captcha: nowhere to render: ' + where);
  if (host.hibooCaptcha !== undefined) return host.hibooCaptcha;
  host.hibooCaptcha = new Widget(host, options).id;
  return host.hibooCaptcha;
};
const renderAll = () => document.querySelectorAll(CLASSES).forEach(each => each.dataset.sitekey && render(each));

/** For a key or a place that has no widget yet, one out of sight is made. */
const executed = (which, options = {}) => {
  let found = widget(which);
  if (!found || (typeof which === 'string' && options.action && found.options.action !== options.action)) {
    const place = /^[.#]/.test(which) || which instanceof Element ? element(which) : document.body.appendChild(make('div'));
    found = widgets[render(place, { sitekey: typeof which === 'string' ? which : undefined, size: 'invisible', usual: FIELDS['g-recaptcha'], ...options })];
  }
  return found;
};
const api = usual => ({
  render: (where, options) => render(where, options && { usual, ...options }),
  renderAll,
  getResponse: which => widget(which)?.response || '',
  getRespKey: () => '',
  isExpired: which => widget(which)?.state === 'expired',
  reset: which => widget(which)?.reset(),
  remove: which => widget(which)?.remove(),
  ready: then => ready(then),
  execute: (which, options) => executed(which, options).execute(),
});
const ready = then => (document.readyState === 'loading' ? addEventListener('DOMContentLoaded', then) : setTimeout(then));

window.hiboo = api();
window.hcaptcha ||= {
  ...api(FIELDS['h-captcha']),
  execute: (which, options) => {
    const promise = widget(which).execute();
    return options?.async ? promise.then(response => ({ response, key: '' })) : void promise.catch(() => {});
  },
};
window.grecaptcha ||= api(FIELDS['g-recaptcha']);
window.turnstile ||= { ...api(FIELDS['cf-turnstile']), execute: (which, options) => void executed(which, options).execute().catch(() => {}) };

ready(() => {
  const render = asked.get('render');
  if (render !== 'explicit') renderAll();
  if (asked.get('onload')) call(asked.get('onload'));
});
})();
