/* What the visitor is asked to do, where their device cannot do it alone. */

import { at, source } from './hiboo.js';
import { button, make } from './looks.js';
import { THIRD } from './kinds.js';

/** A picture; where it does not come, a button that asks for it again. */
const picture = (widget, src, then) => {
  const { words } = widget;
  const img = make('img', { crossOrigin: 'anonymous', referrerPolicy: 'no-referrer', alt: words.picture, width: 260, height: 90 });
  const again = button(words.reload, () => {
    widget.tell('working');
    img.src = at(src);
  });
  let broken = false;
  const shown = good => {
    if (!img.isConnected) return;
    if (!good) widget.tell('unseen', true);
    else if (broken) widget.tell('next');
    broken = !good;
    const pressed = widget.focused() === again;
    img.hidden = !good;
    again.hidden = good;
    if (good && pressed) then.focus();
  };
  img.addEventListener('load', () => shown(true));
  img.addEventListener('error', () => shown(false));
  again.hidden = true;
  img.src = at(src);
  return [img, again];
};

/** A sound, which starts and stops by one button. */
const player = (widget, src, then, signal) => {
  const { words } = widget;
  const sound = make('audio', { crossOrigin: 'anonymous', preload: 'auto', src: at(src) });
  let silent = false;
  const unheard = () => {
    if (!sound.isConnected) return;
    silent = true;
    widget.tell('unheard', true);
  };
  const heard = () => { // nothing is read out while it plays
    if (silent) widget.tell();
    silent = false;
  };
  const play = button(words.audio, () => {
    if (!sound.paused) return sound.pause();
    if (sound.error) {
      widget.tell('working');
      sound.load();
    }
    sound.currentTime = 0;
    sound.play().then(heard, e => e.name === 'AbortError' || unheard());
  });
  for (const event of ['play', 'pause', 'ended'])
    sound.addEventListener(event, () => { play.textContent = sound.paused ? words.audio : words.stop; });
  sound.addEventListener('error', unheard);
  sound.addEventListener('ended', () => widget.focused() === play && then.focus());
  signal.addEventListener('abort', () => sound.pause());
  return [play, sound];
};

/** A text to type, seen or heard, or the answer to a question. */
export const poseText = (widget, challenge, say, signal) => {
  const { words } = widget;
  const { shown } = challenge;
  const { kind } = challenge.parameters.data;
  let way = kind;
  const input = make('input', { id: 'answer', autocomplete: 'off', spellcheck: false, maxLength: 200, autocapitalize: kind === 'question' ? 'sentences' : 'characters' });
  const label = make('label', { htmlFor: 'answer' });
  const media = make('div', {});
  const hint = make('p', { id: 'hint', textContent: words.spelt });
  const other = button('', () => {
    take(way === 'image' ? 'audio' : 'image');
    if (way === 'image') input.focus();
    else media.firstChild.click();
  });

  const take = next => {
    way = next;
    media.querySelector('audio')?.pause();
    if (way === 'question') {
      label.textContent = shown.question;
      if (shown.language !== widget.lang) label.lang = shown.language;
      return;
    }
    const seen = way === 'image';
    label.textContent = seen ? words.type : words.heard;
    other.textContent = seen ? words.listen : words.see;
    media.replaceChildren(...(seen ? picture(widget, shown.image, input) : player(widget, shown.audio, input, signal)));
    if (!seen) media.append(hint);
    input.setAttribute('aria-describedby', seen ? '' : 'hint');
  };

  const send = button(words.submit, async () => {
    const text = input.value.trim();
    if (!text) return input.focus();
    if (send.getAttribute('aria-disabled')) return;
    send.setAttribute('aria-disabled', 'true');
    widget.show('working', 'working');
    try {
      const pass = await widget.hand(challenge, { text }, signal);
      if (!signal.aborted) widget.pass(pass);
    } catch (e) {
      if (signal.aborted) return;
      send.removeAttribute('aria-disabled');
      if (/^(wrong|expired|used)$/.test(e.say)) widget.start(way, e.say === 'wrong' ? 'wrong' : 'late');
      else widget.fail(e);
    }
  }, 'main');
  input.addEventListener('keydown', event => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    send.click();
  });

  take(way);
  const acts = make('div', { className: 'acts' }, send, button(words.another, () => widget.start(way)));
  if (shown.image && shown.audio) acts.append(other);
  widget.pose.replaceChildren(media, label, input, acts);
  widget.pose.hidden = false;
  widget.show('posed', say || 'next');
  (way === 'audio' ? media.firstChild : input).focus();
};

/** On a page of Hiboo's own: the other company's script never runs in this one. */
export const poseThird = (widget, kind) => {
  const { words } = widget;
  const { sitekey, action, cdata, cData } = widget.options;
  const open = button(`${words.open} ${THIRD[kind]}`, () => {
    const address = at('vendor', { sitekey, action, cdata: cdata || cData, kind, lang: widget.lang, opener: location.origin });
    const page = window.open(address, '_blank', 'popup,width=480,height=720');
    addEventListener('message', ({ origin, source: from, data }) => {
      if (origin === source.origin && from === page && typeof data?.pass === 'string') widget.pass(data.pass);
    }, { signal: widget.stopping.signal });
  }, 'main');
  widget.pose.replaceChildren(make('p', { textContent: words.leaves }), make('div', { className: 'acts' }, open));
  widget.pose.hidden = false;
  widget.show('posed', 'next');
  open.focus();
};
