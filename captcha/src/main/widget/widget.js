/* One widget: its box, what state it is in, and the pass that it has. */

import { ask, patiently } from './hiboo.js';
import { button, looks, make } from './looks.js';
import { FIELDS, THIRD, isProof } from './kinds.js';
import { language } from './words.js';
import { poseText, poseThird } from './tasks.js';
import { prove } from './work.js';

const LIFE = 300000; // of a challenge and of a pass
const RENEWED = 40000; // before the end of a pass
const EXPIRED = 10000; // the same, for time on the way
const RENEWALS = 12; // an hour: nobody sits before a page that lies open for longer

export const widgets = [];

export const call = (callback, ...values) => {
  const f = typeof callback === 'string' ? callback.split('.').reduce((within, name) => within && within[name], window) : callback;
  if (typeof f === 'function') return f(...values);
};

const fieldsOf = (host, options) => {
  if (options.responseFieldName) return [options.responseFieldName];
  const named = (options.fields || '').split(/[\s,]+/).filter(Boolean);
  if (named.length) return named;
  const usual = Object.keys(FIELDS).filter(name => host.classList.contains(name)).flatMap(name => FIELDS[name]);
  return usual.length ? usual : options.usual || Object.values(FIELDS).flat();
};

export class Widget {
  constructor(host, options) {
    this.options = { ...host.dataset, ...options };
    this.id = widgets.push(this) - 1;
    this.response = '';
    this.callers = []; // who waits for a pass of their own
    this.timers = [];
    this.host = host;
    if (/^(BUTTON|INPUT)$/.test(host.tagName)) {
      this.host = host.parentNode.insertBefore(make('div'), host.nextSibling);
      this.options.size = 'invisible';
      host.addEventListener('click', event => {
        event.preventDefault();
        this.run().catch(() => {});
      });
    }
    [this.lang, this.words] = language(this.options, host);
    for (const name of ['theme', 'size']) if (this.options[name]) this.host.dataset[name] = this.options[name];
    this.invisible = this.options.size === 'invisible';
    this.fields = [...new Set(fieldsOf(host, this.options))].map(name => this.host.appendChild(make('input', { type: 'hidden', name })));
    this.build();
    const form = this.host.closest('form');
    form?.addEventListener('reset', () => this.reset());
    const { start } = this.options;
    if (start === 'load') this.start();
    if (start === 'focus') form?.addEventListener('focusin', () => this.state === 'idle' && this.start(), { once: true });
  }

  build() {
    const root = this.host.shadowRoot || this.host.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [looks()];
    const { words } = this;
    this.box = make('input', { type: 'checkbox', tabIndex: Number(this.options.tabindex) || 0 });
    this.box.addEventListener('click', event => {
      if (this.state === 'working' || this.state === 'verified') event.preventDefault();
      else this.start();
    });
    this.note = make('p', { className: 'state', role: 'status' });
    this.more = button(words.other, () => this.choose(), 'plain');
    this.ways = make('ul', {});
    this.ways.setAttribute('aria-label', words.ways);
    this.pose = make('div', { className: 'pose', hidden: true });
    this.root = make('div', { className: 'box', lang: this.lang }, make('div', { className: 'row' }, make('label', {}, this.box, words.check), this.more), this.note, this.ways, this.pose);
    this.root.setAttribute('role', 'group');
    this.root.setAttribute('aria-label', words.group);
    root.replaceChildren(this.root);
    this.offer(false);
    this.show('idle');
  }

  /* ---- what the visitor and the page see ---- */

  show(state, say, detail) {
    this.state = state;
    this.box.checked = state === 'verified';
    this.box.indeterminate = state === 'working';
    this.root.toggleAttribute('data-busy', state === 'working');
    if (state !== 'working') this.open(state === 'posed' || state === 'failed');
    this.tell(say, state === 'failed' || say === 'wrong');
    const event = { bubbles: true, detail: { state, response: this.response, payload: this.response, ...detail } };
    for (const name of ['hiboo-captcha', 'statechange', state]) this.host.dispatchEvent(new CustomEvent(name, event));
  }

  /** The same words are not set again: they would be read out again. */
  tell(say, bad) {
    const text = say ? this.words[say] : '';
    this.note.className = bad ? 'state bad' : 'state';
    if (this.note.textContent !== text) this.note.textContent = text;
  }

  /** One that is invisible is nowhere, by keyboard either, until something is to be done; then focus goes back where it was. */
  open(open) {
    const hidden = this.invisible && !open;
    const inside = this.focused();
    if (this.root.inert && !hidden) this.before = document.activeElement;
    this.root.classList.toggle('open', open);
    this.root.inert = hidden;
    if (hidden && inside) this.before?.focus();
  }

  focused() {
    return this.host.shadowRoot.activeElement;
  }

  offer(open) {
    this.ways.hidden = !open;
    this.more.setAttribute('aria-expanded', String(open));
  }

  fill(value) {
    this.response = value;
    for (const field of this.fields) field.value = value;
  }

  /* ---- from a challenge to a pass ---- */

  stop() {
    this.stopping?.abort();
    this.stopping = new AbortController();
    this.rest();
    return this.stopping.signal;
  }

  rest() {
    this.timers.splice(0).forEach(clearTimeout);
  }

  later(milliseconds, what) {
    this.timers.push(setTimeout(what, milliseconds));
  }

  /** Poses a challenge, and sees it through as far as it goes without the visitor. */
  async start(kind = this.options.kind, say) {
    const signal = this.stop();
    const focused = this.pose.contains(this.focused());
    this.renewals = 0;
    this.fill('');
    this.show('working', 'working');
    try {
      if (THIRD[kind]) return poseThird(this, kind);
      const challenge = await this.challenge(kind, signal);
      if (signal.aborted) return;
      const posed = challenge.parameters.data.kind;
      if (THIRD[posed]) return poseThird(this, posed);
      if (!challenge.parameters.algorithm) return poseText(this, challenge, say, signal);
      if (focused) this.box.focus();
      this.pose.hidden = true;
      this.later(8000, () => this.tell('slow'));
      const pass = await this.worked(challenge, signal);
      if (!signal.aborted) this.pass(pass, posed);
    } catch (e) {
      if (signal.aborted) return;
      if (focused) this.box.focus();
      this.pose.hidden = true;
      this.fail(e);
    }
  }

  async challenge(kind, signal) {
    const { sitekey, action, cdata, cData } = this.options;
    const wanted = kind || (crypto.subtle ? null : (await this.kinds()).find(each => !isProof(each)));
    const parameters = { sitekey, action, cdata: cdata || cData, kind: wanted, lang: this.lang };
    const challenge = await patiently(() => ask('challenge', parameters), performance.now() + 20000, signal);
    const left = challenge.parameters.expiresAt * 1000 - Date.now(); // nonsense, where the clock is wrong
    return { ...challenge, ends: performance.now() + Math.min(left > 0 ? left : LIFE, LIFE) };
  }

  async worked(challenge, signal) {
    const solution = await prove(challenge.parameters, signal);
    return solution && this.hand(challenge, solution, signal);
  }

  /** Changes a solution for a pass. What is done is not thrown away because Hiboo is busy: it is handed in again. */
  async hand({ parameters, signature, ends }, solution, signal) {
    const text = new TextEncoder().encode(JSON.stringify({ challenge: { parameters, signature }, solution }));
    const payload = btoa(Array.from(text, byte => String.fromCharCode(byte)).join(''));
    const { pass } = await patiently(() => ask('solve', {}, { payload }), ends, signal);
    return pass;
  }

  /** @param kind of work that it was obtained by, alone; none where the visitor did something */
  pass(pass, kind) {
    if (this.focused() && !this.invisible) this.box.focus();
    this.pose.hidden = true;
    this.offer(false);
    this.hold(pass, kind);
  }

  hold(pass, kind) {
    this.rest();
    this.fill(pass);
    this.show('verified', 'done');
    if (kind) this.later(LIFE - RENEWED, () => this.renew(kind));
    this.later(LIFE - EXPIRED, () => this.expire());
    const caller = this.callers.shift();
    this.handed = !!caller;
    call(this.options.callback, pass, pass);
    caller?.resolve(pass);
    if (this.callers.length) this.start();
  }

  /** Nobody who still fills the form in need notice that a pass ends (WCAG 2.2, 2.2.1). */
  async renew(kind) {
    const { signal } = this.stopping;
    const wanted = !this.handed && !document.hidden && !/^(never|manual)$/.test(this.options.refreshExpired || this.options['refresh-expired']);
    if (!wanted || ++this.renewals > RENEWALS) return;
    try {
      const pass = await this.worked(await this.challenge(kind, signal), signal);
      if (!signal.aborted) this.hold(pass, kind);
    } catch { /* the old pass expires, then */ }
  }

  expire(error) {
    this.stop();
    this.fill('');
    this.show('expired', 'expired', error && { error });
    call(this.options.expiredCallback || this.options['expired-callback']);
  }

  fail({ message, say = 'failed' }) {
    this.rest();
    if (say === 'expired') this.expire(message);
    else {
      this.show('failed', this.words[say] && say !== 'wrong' ? say : 'failed', { error: message });
      call(this.options.errorCallback || this.options['error-callback'], message);
    }
    this.refuse(message);
  }

  refuse(message) {
    this.callers.splice(0).forEach(caller => caller.reject(new Error(message)));
  }

  /* ---- other ways ---- */

  kinds() {
    this.known ||= ask('kinds', { sitekey: this.options.sitekey }).then(answer => answer.kinds);
    this.known.catch(() => { this.known = null; });
    return this.known;
  }

  async choose() {
    this.offer(this.ways.hidden);
    if (this.ways.hidden) return;
    try {
      const kinds = await this.kinds();
      const proofs = crypto.subtle ? kinds.filter(isProof) : [];
      const work = proofs.includes(this.options.kind) ? this.options.kind : proofs[0];
      this.ways.replaceChildren(...kinds.filter(kind => kind === work || !isProof(kind)).map(kind => this.way(kind)));
      this.ways.querySelector('button')?.focus();
    } catch (e) {
      this.fail(e);
    }
  }

  way(kind) {
    const choice = button(THIRD[kind] || this.words[isProof(kind) ? 'pow' : kind], () => {
      this.offer(false);
      this.box.focus();
      this.start(kind);
    });
    choice.dataset.kind = kind;
    return make('li', {}, choice);
  }

  /* ---- for scripts of the page ---- */

  /** A pass that was handed to nobody else: each call gets one of its own. */
  execute() {
    return new Promise((resolve, reject) => {
      if (this.response && !this.handed) {
        this.handed = true;
        call(this.options.callback, this.response, this.response);
        return resolve(this.response);
      }
      this.callers.push({ resolve, reject });
      if (this.state !== 'working' && this.state !== 'posed') this.start();
    });
  }

  /** As execute(), for buttons that are pressed twice: until there is a pass, it is one wish. */
  run() {
    this.wish ||= this.execute().finally(() => { this.wish = null; });
    return this.wish;
  }

  reset() {
    this.stop();
    this.fill('');
    this.pose.hidden = true;
    this.offer(false);
    this.show('idle');
    this.refuse('reset');
  }

  remove() {
    this.stop();
    this.refuse('removed');
    this.fields.forEach(field => field.remove());
    this.host.shadowRoot.replaceChildren();
    delete this.host.hibooCaptcha;
    widgets[this.id] = null;
  }
}
