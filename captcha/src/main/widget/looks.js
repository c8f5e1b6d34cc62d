/* What the widget looks like: in a shadow root, where no style of the page reaches it. */

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
p { margin: .45rem 0 0; color: var(--soft); font-size: .875rem; } p:empty { margin: 0; } p.bad { color: var(--bad); font-weight: 600; }
button { padding: .4rem .8rem; min-height: 2.2rem; border: 1px solid var(--line); border-radius: 9px; background: none; color: inherit; font: inherit; font-size: .9rem; cursor: pointer; }
button.plain { padding: 0; min-height: 1.75rem; border: 0; color: var(--accent); text-decoration: underline; text-underline-offset: .18em; }
button.main { border-color: transparent; background: var(--accent); color: var(--on); font-weight: 650; }
button[aria-disabled=true] { opacity: .6; cursor: default; }
ul { display: flex; flex-wrap: wrap; gap: .5rem; margin: .6rem 0 0; padding: 0; list-style: none; }
.pose { margin-top: .8rem; } .pose label { display: block; margin: .6rem 0 .3rem; font-weight: 600; }
.pose input { box-sizing: border-box; width: 100%; padding: .55rem .7rem; border: 1px solid var(--line); border-radius: 9px; background: light-dark(#f7f4ee, #171513); color: inherit; font: inherit; font-size: 1.1rem; }
.pose img { display: block; width: 100%; max-width: 260px; height: auto; border-radius: 9px; }
.acts { display: flex; flex-wrap: wrap; gap: .5rem; margin-top: .7rem; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; } [hidden] { display: none !important; }
@media (prefers-reduced-motion: no-preference) { [data-busy] .state { animation: beat 1.4s ease-in-out infinite; } }
@keyframes beat { 50% { opacity: .45; } }`;

let sheet;

/** A constructed style sheet, which a content policy need not allow; one for all widgets of the page. */
export const looks = () => {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
  }
  return sheet;
};

/** Properties are set in their order. */
export const make = (tag, properties, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};

export const button = (textContent, press, className = '') => {
  const made = make('button', { type: 'button', textContent, className });
  made.addEventListener('click', press);
  return made;
};
