// Elements are built, never parsed from text: an article's name cannot become markup.

export const byId = (id) => document.getElementById(id);

export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? '' : value);
  }
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

const dialog = () => byId('dialog');

let leave = () => {};

/**
 * Shows one dialog, in place of another if there is one; resolves with what it was closed with, or null if it
 * was left. Not by the dialog's close event, which comes late enough to be taken for the next dialog's.
 */
export function show(content, { scanOn = false } = {}) {
  leave(null);
  const box = dialog();
  box.dataset.scanOn = scanOn ? 'yes' : '';
  return new Promise((done) => {
    const close = (value) => {
      if (leave !== close) return;
      leave = () => {};
      box.close();
      done(value);
    };
    leave = close;
    const sheet = el('div', { class: 'sheet' });
    sheet.append(...content(close));
    sheet.querySelector('h2')?.setAttribute('id', 'dialog-title');
    box.replaceChildren(sheet);
    box.oncancel = (event) => {
      event.preventDefault();
      if (sheet.ariaBusy !== 'true') close(null);
    };
    // A browser lets nobody be kept by a second Escape; who must wait for an answer is shown it again.
    box.onclose = () => {
      if (leave !== close || box.open) return;
      if (sheet.ariaBusy === 'true') box.showModal();
      else close(null);
    };
    box.showModal();
    box.scrollTop = 0;
    sheet.querySelector('[autofocus]')?.focus({ preventScroll: true });
    sheet.querySelector('input[autofocus]')?.select();
  });
}

export const isShowing = () => dialog().open;

/** Whoever scans the next article is done with what only had to be seen; true if the dialog gave way. */
export function giveWay() {
  if (!isShowing() || !dialog().dataset.scanOn) return false;
  leave(null);
  return true;
}

/** A key that types something: what a scanner sends, too. */
export const types = (event) => event.key.length === 1 && !event.ctrlKey && !event.altKey && !event.metaKey;

const isField = (node) => node instanceof HTMLInputElement || node instanceof HTMLSelectElement;
export const isTyping = () => isField(document.activeElement);

export function failure(text) {
  return el('p', { class: 'error', role: 'alert' }, text);
}

/** Digits for fingers; a keyboard types into the same field. Of several fields, into the one last gone to. */
export function pad(...inputs) {
  let [input] = inputs;
  const press = (key) => () => {
    if (key === '⌫') input.value = input.value.slice(0, -1);
    else input.value = input.dataset.fresh ? key : input.value + key;
    delete input.dataset.fresh;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  };
  for (const one of inputs) {
    one.addEventListener('keydown', () => delete one.dataset.fresh);
    one.addEventListener('focus', () => { input = one; });
    one.dataset.fresh = 'yes';
  }
  const keys = ['7', '8', '9', '4', '5', '6', '1', '2', '3', '.', '0', '⌫'];
  const names = { '⌫': 'Delete last', '.': 'Decimal point' };
  return el('div', { class: 'pad' }, keys.map((key) =>
    el('button', { type: 'button', 'aria-label': names[key], onclick: press(key) }, key)));
}

/** A field and words that are often written into it, each a tap away. */
export function withChoices(label, input, choices) {
  return el('div', { class: 'field' }, el('label', { class: 'field' }, el('span', {}, label), input),
    choices.length ? el('div', { class: 'choices' }, choices.map((choice) =>
      el('button', { type: 'button', onclick: () => {
        input.value = choice;
        input.dispatchEvent(new Event('input', { bubbles: true }));
      } }, choice))) : null);
}

/** Asks for one value; check returns a reason to refuse it, or nothing. */
export function prompt({ title, hint, value = '', label, digits = true, check, fields = () => [], choices = [], done = 'OK' }) {
  return show((close) => {
    const input = el('input', { value, class: digits ? 'big' : '', autofocus: true, maxlength: 200, inputmode: digits ? 'decimal' : 'text', 'aria-label': label || title });
    const wrong = el('div');
    const form = el('form', { class: 'form', onsubmit: (event) => {
      event.preventDefault();
      const reason = check?.(input.value.trim());
      if (reason) wrong.replaceChildren(failure(reason));
      else close(input.value.trim());
    } },
      withChoices(label || '', input, choices), wrong,
      digits ? pad(input) : null, ...fields(),
      el('div', { class: 'row-keys' },
        el('button', { type: 'button', onclick: () => close(null) }, 'Back'),
        el('button', { type: 'submit', class: 'primary' }, done)));
    return [el('h2', {}, title), hint ? el('p', { class: 'hint' }, hint) : '', form];
  });
}

export function menu(title, items) {
  return show((close) => [
    el('h2', {}, title),
    el('div', { class: 'menu' }, items.map(([name, what, run]) =>
      el('button', { type: 'button', onclick: () => { close(null); run(); } }, name, el('small', {}, what)))),
    el('div', { class: 'row-keys' }, el('button', { type: 'button', onclick: () => close(null) }, 'Back')),
  ]);
}
