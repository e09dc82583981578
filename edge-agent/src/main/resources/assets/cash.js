// Cash that enters or leaves the drawer without a sale: who works here records it, and another person confirms
// it, here and now with number and PIN, or later.

import { amountOf, told, wrongAmount } from './amounts.js';
import { command, get, Refused } from './api.js';
import { el, failure, menu, prompt, show } from './dom.js';
import { exchangeMenu } from './exchange.js';
import { identify } from './identify.js';
import { plain } from './money.js';
import { attempt } from './pay.js';
import { allowed } from './people.js';
import { givenName } from './report.js';
import { till } from './state.js';

/** Sends a command and shows what came of it. */
export async function done(path, fields, title, text, quiet = false) {
  const { answer, reason } = await attempt(() => allowed(path, fields));
  if (answer && quiet) return answer;
  await show((close) => [
    el('h2', {}, answer ? title : 'Not recorded'),
    answer ? el('p', {}, text) : failure(reason),
    el('div', { class: 'row-keys' }, el('button', { type: 'button', class: 'primary', autofocus: true, onclick: () => close(null) }, 'OK')),
  ]);
  return answer;
}

const movement = (path, title, other, why = false) => async () => {
  let reason = '';
  let paid = '';
  let currency = till.currency;
  const isLoan = path.endsWith('/loan');
  const several = till.currencies.length > 1;
  const value = await prompt({
    title, label: several ? 'Amount' : `Amount in ${currency}`, done: 'Record',
    check: (text) => wrongAmount(text, currency) || (why && !reason.trim() ? 'Say why: cash that moves without a sale needs a reason.' : '')
      || (currency !== till.currency && paid.trim() ? wrongAmount(paid.trim(), till.currency) : ''),
    fields: () => [
      several ? el('label', { class: 'field' }, el('span', {}, 'Currency'), el('select', { onchange: (event) => { currency = event.target.value; } },
        till.currencies.map(({ code }) => el('option', { value: code }, code)))) : null,
      el('label', { class: 'field' }, el('span', {}, 'Reason'),
        el('input', { maxlength: 200, oninput: (event) => { reason = event.target.value; } })),
      isLoan && several ? el('label', { class: 'field' }, el('span', {}, `What another currency cost, in ${till.currency}, if it is new to the shop`),
        el('input', { inputmode: 'decimal', oninput: (event) => { paid = event.target.value; } })) : null],
  });
  if (value === null) return;
  const amount = amountOf(value, currency);
  const cost = isLoan && currency !== till.currency && paid.trim() ? { cost: amountOf(paid.trim(), till.currency) } : {};
  const answer = await done(path, { amount, reason, ...cost }, '', '', true);
  if (answer) await confirm({ movement: answer.movement, amounts: [amount] }, `${title}: ${told(amount)}`, other);
};

/** The other side of what was recorded; whoever is not there confirms later. */
export function confirm({ movement: id, amounts }, what, other = 'Whoever gave it, or got it,') {
  const fields = amounts.map((amount) => ({ amount, input: el('input', {
    inputmode: 'decimal', value: plain(BigInt(amount.minor), till.digitsOf(amount.currency)), 'aria-label': `They say, in ${amount.currency}` }) }));
  const note = el('input', { maxlength: 200 });
  return identify({
    title: 'The other person confirms', needsPin: Boolean(till.status?.signOnNeeded), done: 'Confirm', back: 'Later',
    hint: `${what} is on the record. ${other} confirms it with number and PIN.`,
    fields: () => [
      fields.map(({ amount, input }) => el('label', { class: 'field' }, el('span', {}, `They say, in ${amount.currency}`), input)),
      el('label', { class: 'field' }, el('span', {}, 'Note, if it is another amount'), note)],
    run: ({ operator: by, pin }) => {
      const bad = fields.find(({ amount, input }) => wrongAmount(input.value.trim(), amount.currency));
      if (bad) throw new Error(wrongAmount(bad.input.value.trim(), bad.amount.currency));
      return command('/api/v1/cash/confirmations', till.operator, { movement: id, confirmation: {
        by, pin, note: note.value.trim(), amounts: fields.map(({ amount, input }) => amountOf(input.value.trim(), amount.currency)) } });
    },
  });
}

/** What nobody else has confirmed yet. */
async function unconfirmed() {
  let waiting;
  try {
    waiting = await get('/api/v1/cash/unconfirmed');
  } catch (problem) {
    return show((close) => [el('h2', {}, 'Not available'), failure(problem instanceof Refused ? problem.message : 'The till program does not answer.'),
      el('div', { class: 'row-keys' }, el('button', { type: 'button', class: 'primary', onclick: () => close(null) }, 'OK'))]);
  }
  return show((close) => [
    el('h2', {}, 'Cash to be confirmed'),
    el('div', { class: 'menu' }, waiting.length ? waiting.map((one) =>
      el('button', { type: 'button', onclick: () => { close(null); confirm(one, `${givenName(one.kind)}: ${one.amounts.map(told).join(' and ')}`); } },
        `${givenName(one.kind)} · ${one.amounts.map(told).join(' and ')}`, el('small', {}, `${one.businessDay}, recorded by ${one.operator}`)))
      : el('p', { class: 'hint' }, 'Everything is confirmed.')),
    el('div', { class: 'row-keys' }, el('button', { type: 'button', class: 'primary', autofocus: true, onclick: () => close(null) }, 'Close')),
  ]);
}

async function noSale() {
  const reason = await prompt({ title: 'Open the drawer without a sale', label: 'Reason', digits: false, done: 'Record',
    check: (text) => (text ? '' : 'Say why, such as "change for a customer".') });
  if (reason !== null) await done('/api/v1/no-sale', { reason }, 'Recorded', 'Opening the drawer without a sale is on the record.');
}

export const cashMenu = () => menu('Cash drawer', [
  ['Loan', 'More float: cash is brought to the drawer to give change with', movement('/api/v1/cash/loan', 'Loan', 'Whoever brought it')],
  ['Pickup', 'Cash is taken out of the drawer to the safe', movement('/api/v1/cash/pickup', 'Pickup', 'Whoever takes it')],
  ['Safe drop', 'Cash goes into the drop safe, which cannot be opened here', movement('/api/v1/cash/safe-drop', 'Safe drop', 'A witness')],
  ['Paid in', 'Cash comes in that is not a sale', movement('/api/v1/cash/paid-in', 'Paid in', 'Whoever paid it in, or a colleague,', true)],
  ['Paid out', 'Cash goes out that is not a return', movement('/api/v1/cash/paid-out', 'Paid out', 'Whoever was paid, or a colleague,', true)],
  ['Confirm cash', till.status?.unconfirmed ? `${till.status.unconfirmed} not confirmed by a second person yet` : 'Everything is confirmed', unconfirmed],
  ['No sale', 'The drawer is opened without a sale', noSale],
  ...(till.currencies.length > 1 ? [['Exchange currency', 'Buy it from a customer, or sell it', exchangeMenu]] : []),
]);
