// Amounts that people type, in each currency that the drawer may have.

import { el, failure, pad, show } from './dom.js';
import { minorOf, plain, shown } from './money.js';
import { till } from './state.js';

/** Why this is no amount, or nothing. */
export function wrongAmount(text, currency) {
  const digits = till.digitsOf(currency);
  return minorOf(text, digits) === null || text.startsWith('-') ? `Type an amount in ${currency}, such as ${plain(10000n, digits)}.` : '';
}

export const amountOf = (text, currency) => ({ minor: Number(minorOf(text, till.digitsOf(currency))), currency });
export const told = (amount) => shown(amount, till.digitsOf(amount.currency));

/** Asks for an amount in each row; resolves with the rows that were filled in, each with its minor units, or null. */
export function amounts({ title, hint, rows, done, least }) {
  const fields = rows.map((row, i) => ({ ...row, input: el('input', {
    class: 'big', inputmode: 'decimal', value: row.value, autofocus: i === 0, 'aria-label': `${row.label}, in ${row.currency}` }) }));
  const wrong = el('div');
  return show((close) => [
    el('h2', {}, title),
    el('p', { class: 'hint' }, hint),
    el('form', { class: 'form', onsubmit: (event) => {
      event.preventDefault();
      const filled = fields.filter(({ input }) => input.value.trim());
      const bad = filled.find(({ input, currency }) => wrongAmount(input.value.trim(), currency));
      if (bad) return wrong.replaceChildren(failure(`${bad.label}: ${wrongAmount(bad.input.value.trim(), bad.currency)}`));
      if (!filled.length) return wrong.replaceChildren(failure(least));
      return close(filled.map(({ input, ...row }) => ({ ...row, ...amountOf(input.value, row.currency) })));
    } },
      el('div', { class: rows.length > 2 ? 'pair' : 'form' },
        fields.map(({ label, currency, input }) => el('label', { class: 'field' }, el('span', {}, `${label}, in ${currency}`), input))), wrong,
      pad(...fields.map(({ input }) => input)),
      el('div', { class: 'row-keys' }, el('button', { type: 'button', onclick: () => close(null) }, 'Back'),
        el('button', { type: 'submit', class: 'primary' }, done))),
  ]);
}
