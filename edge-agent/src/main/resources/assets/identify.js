// A number and a PIN, on a till and on a handheld. They go to the program on this machine and are kept nowhere.

import { el, failure, pad, show } from './dom.js';

/** Number and PIN; fields: more to be asked with them; back: false, or what the way back is called. Done with both, and told why not as long as it fails. A badge that is scanned ends with Enter. */
export function identify({ title, hint, number = '', needsPin, reason, done, run, back = true, fields = () => [] }) {
  return show((close) => {
    const who = el('input', { value: number, autofocus: !number, maxlength: 64, autocomplete: 'off', autocapitalize: 'off', spellcheck: 'false', inputmode: needsPin ? 'numeric' : 'text' });
    const pin = el('input', { type: 'password', inputmode: 'numeric', maxlength: 64, autofocus: Boolean(number), autocomplete: 'one-time-code' });
    const why = el('input', { maxlength: 200, value: reason ?? '' });
    const wrong = el('div');
    const lacking = (input, text) => {
      const seen = document.activeElement === input;
      input.focus();
      wrong.replaceChildren(...(seen ? [failure(text)] : []));
    };
    const form = el('form', { class: 'form', onsubmit: async (event) => {
      event.preventDefault();
      if (form.parentElement.ariaBusy === 'true') return undefined;
      if (!who.value.trim()) return lacking(who, 'Type the operator number.');
      if (needsPin && !pin.value) return lacking(pin, 'Type the PIN.');
      // Nobody leaves while it is being recorded: what was recorded must not look as if it was not.
      form.parentElement.ariaBusy = 'true';
      try {
        close(await run({ operator: who.value.trim(), pin: pin.value, reason: why.value.trim() }));
      } catch (problem) {
        form.parentElement.ariaBusy = 'false';
        wrong.replaceChildren(failure(problem.message));
        pin.value = '';
        (needsPin ? pin : who).focus();
      }
      return undefined;
    } },
      el('div', { class: 'pair' },
        el('label', { class: 'field' }, el('span', {}, 'Operator number'), who),
        needsPin ? el('label', { class: 'field' }, el('span', {}, 'PIN'), pin) : null),
      reason === undefined ? null : el('label', { class: 'field' }, el('span', {}, 'Reason'), why),
      fields(), wrong, needsPin ? pad(...(number ? [pin, who] : [who, pin])) : null,
      el('div', { class: 'row-keys' },
        back ? el('button', { type: 'button', onclick: () => { if (form.parentElement.ariaBusy !== 'true') close(null); } }, back === true ? 'Back' : back) : null, el('button', { type: 'submit', class: 'primary' }, done)));
    return [el('h2', {}, title), hint ? el('p', { class: 'hint' }, hint) : '', form];
  });
}
