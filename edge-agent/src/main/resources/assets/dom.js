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
export function show(content) {
  leave(null);
  const box = dialog();
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
      close(null);
    };
    box.showModal();
    sheet.querySelector('[autofocus]')?.focus();
    sheet.querySelector('input[autofocus]')?.select();
  });
}

export const isShowing = () => dialog().open;

export function failure(text) {
  return el('p', { class: 'error', role: 'alert' }, text);
}

/** Digits for fingers; a keyboard types into the same field. */
export function pad(input) {
  const press = (key) => () => {
    if (key === '⌫') input.value = input.value.slice(0, -1);
    else input.value = input.dataset.fresh ? key : input.value + key;
    delete input.dataset.fresh;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  };
  input.addEventListener('keydown', () => delete input.dataset.fresh);
  input.dataset.fresh = 'yes';
  const keys = ['7', '8', '9', '4', '5', '6', '1', '2', '3', '.', '0', '⌫'];
  const names = { '⌫': 'Delete last', '.': 'Decimal point' };
  return el('div', { class: 'pad' }, keys.map((key) =>
    el('button', { type: 'button', 'aria-label': names[key], onclick: press(key) }, key)));
}

/** Asks for one value; check returns a reason to refuse it, or nothing. */
export function prompt({ title, hint, value = '', label, digits = true, check, fields = () => [], done = 'OK' }) {
  return show((close) => {
    const input = el('input', { value, class: digits ? 'big' : '', autofocus: true, maxlength: 200, inputmode: digits ? 'decimal' : 'text', 'aria-label': label || title });
    const wrong = el('div');
    const form = el('form', { class: 'form', onsubmit: (event) => {
      event.preventDefault();
      const reason = check?.(input.value.trim());
      if (reason) wrong.replaceChildren(failure(reason));
      else close(input.value.trim());
    } },
      el('label', { class: 'field' }, el('span', {}, label || ''), input), wrong,
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
