/* Hiboo's captcha (docs/developer/captcha-widget.md): on a page what pages call, by the vendors' names; in a worker, work. */

import { FIELDS } from './kinds.js';
import { Widget, call, widgets } from './widget.js';
import { make } from './looks.js';
import { source } from './hiboo.js';
import { work } from './work.js';

const CLASSES = Object.keys(FIELDS).map(name => '.' + name).join();
const isKey = which => typeof which === 'string' && /^[0-9a-f]{32}$/i.test(which);
const element = where => (typeof where === 'string' ? document.getElementById(where) || (/^[.#[a-z]/i.test(where) && document.querySelector(where)) : where);

const widget = which => {
  if (which === undefined || which === null) return widgets.find(Boolean);
  if (typeof which === 'number' || /^\d+$/.test(which)) return widgets[which];
  const id = element(which)?.hibooCaptcha;
  return id === undefined ? undefined : widgets[id];
};

const render = (where, options = {}) => {
  const host = element(where);
  if (!host) throw new Error('hiboo-captcha: nowhere to render: ' + where);
  if (host.hibooCaptcha === undefined) host.hibooCaptcha = new Widget(host, options).id;
  return host.hibooCaptcha;
};
const renderAll = () => document.querySelectorAll(CLASSES).forEach(each => each.dataset.sitekey && render(each));

const invisible = (where, options) => widgets[render(where, { size: 'invisible', usual: FIELDS['g-recaptcha'], ...options })];

/** The one out of sight for this key and action; the first time, it is made. */
const ofKey = (sitekey, action) => widgets.find(each => each?.invisible && each.options.sitekey === sitekey && (each.options.action || '') === (action || ''));

const execute = async (which, options = {}) => {
  if (!isKey(which)) return (widget(which) || invisible(which, options)).run();
  return (ofKey(which, options.action) || invisible(document.body.appendChild(make('div')), { sitekey: which, ...options })).execute();
};

const ready = then => (document.readyState === 'loading' ? addEventListener('DOMContentLoaded', then) : setTimeout(then));

const api = usual => ({
  render: (where, options) => render(where, options && { usual, ...options }),
  renderAll,
  getResponse: which => widget(which)?.response || '',
  getRespKey: () => '',
  isExpired: which => widget(which)?.state === 'expired',
  reset: which => widget(which)?.reset(),
  remove: which => widget(which)?.remove(),
  ready,
  execute,
});

if (self.document) {
  window.hiboo = api();
  window.hcaptcha ||= {
    ...api(FIELDS['h-captcha']),
    execute: (which, options) => {
      const promise = widget(which).run();
      return options?.async ? promise.then(response => ({ response, key: '' })) : void promise.catch(() => {});
    },
  };
  window.grecaptcha ||= api(FIELDS['g-recaptcha']);
  window.turnstile ||= { ...api(FIELDS['cf-turnstile']), execute: (which, options) => void execute(which, options).catch(() => {}) };

  ready(() => {
    if (source.searchParams.get('render') !== 'explicit') renderAll();
    if (source.searchParams.get('onload')) call(source.searchParams.get('onload'));
  });
} else work();
