// Opening and closing the day, the drawer, the reports and old receipts.

import { command, get } from './api.js';
import { el, failure, menu, prompt, show } from './dom.js';
import { postVoid } from './goodsback.js';
import { minorOf, plain, shown } from './money.js';
import { stillWaiting } from './parked.js';
import { attempt, TENDERS } from './pay.js';
import { allowed } from './people.js';
import { kindName, showReceipt, showReport, tenderName } from './receipt.js';
import { till } from './state.js';

const isAmount = (text) => (minorOf(text, till.digits) === null || text.startsWith('-')
  ? `Type an amount in ${till.currency}, such as ${plain(10000n, till.digits)}.` : '');
const amountOf = (text) => ({ minor: Number(minorOf(text, till.digits)), currency: till.currency });

/** Sends a command and shows what came of it. */
async function done(path, fields, title, told) {
  const { answer, reason } = await attempt(() => allowed(path, fields));
  await show((close) => [
    el('h2', {}, answer ? title : 'Not recorded'),
    answer ? el('p', {}, told) : failure(reason),
    el('div', { class: 'row-keys' }, el('button', { type: 'button', class: 'primary', autofocus: true, onclick: () => close(null) }, 'OK')),
  ]);
  return answer;
}

export async function openDay() {
  const value = await prompt({
    title: 'Open the day', label: `Float in the drawer, in ${till.currency}`, value: plain(0n, till.digits), check: isAmount,
    hint: 'Count the cash that is in the drawer before the first customer.', done: 'Open the till',
  });
  if (value === null) return;
  await done('/api/v1/day/open', { float: [amountOf(value)] }, 'The till is open', `Float ${shown(amountOf(value), till.digits)}.`);
}

const movement = (path, title, hint) => async () => {
  let reason = '';
  const value = await prompt({
    title, hint, label: `Amount in ${till.currency}`, check: isAmount, done: 'Record',
    fields: () => [el('label', { class: 'field' }, el('span', {}, 'Reason'),
      el('input', { maxlength: 200, oninput: (event) => { reason = event.target.value; } }))],
  });
  if (value === null) return;
  await done(path, { amount: amountOf(value), reason }, 'Recorded', `${title}: ${shown(amountOf(value), till.digits)}.`);
};

async function noSale() {
  const reason = await prompt({ title: 'Open the drawer without a sale', label: 'Reason', digits: false, done: 'Record',
    check: (text) => (text ? '' : 'Say why, such as "change for a customer".') });
  if (reason !== null) await done('/api/v1/no-sale', { reason }, 'Recorded', 'Opening the drawer without a sale is on the record.');
}

export const cashMenu = () => menu('Cash drawer', [
  ['Add float', 'Cash is put into the drawer to give change with', movement('/api/v1/cash/float', 'Add float')],
  ['Pickup', 'Cash is taken out of the drawer to the safe', movement('/api/v1/cash/pickup', 'Pickup')],
  ['Paid in', 'Cash comes in that is not a sale', movement('/api/v1/cash/paid-in', 'Paid in')],
  ['Paid out', 'Cash goes out that is not a return', movement('/api/v1/cash/paid-out', 'Paid out')],
  ['No sale', 'The drawer is opened without a sale', noSale],
]);

async function count() {
  const inputs = TENDERS.map((type) => [type, el('input', { class: 'big', inputmode: 'decimal', autofocus: type === 'CASH', 'aria-label': tenderName(type) })]);
  const wrong = el('div');
  const counted = await show((close) => [
    el('h2', {}, 'Count'),
    el('p', { class: 'hint' }, 'Count without looking at the report: what is there, not what should be. Leave empty what this till does not take.'),
    el('form', { class: 'form', onsubmit: (event) => {
      event.preventDefault();
      const bad = inputs.find(([, input]) => input.value && isAmount(input.value.trim()));
      const filled = inputs.filter(([, input]) => input.value.trim());
      if (bad) return wrong.replaceChildren(failure(`${tenderName(bad[0])}: ${isAmount(bad[1].value.trim())}`));
      if (!filled.length) return wrong.replaceChildren(failure('Type at least what cash there is; 0 if there is none.'));
      return close(filled.map(([type, input]) => ({ tender: type, ...amountOf(input.value) })));
    } },
      inputs.map(([type, input]) => el('label', { class: 'field' }, el('span', {}, `${tenderName(type)}, in ${till.currency}`), input)), wrong,
      el('div', { class: 'row-keys' }, el('button', { type: 'button', onclick: () => close(null) }, 'Back'),
        el('button', { type: 'submit', class: 'primary' }, 'Record count'))),
  ]);
  if (counted) await done('/api/v1/count', { counted }, 'Counted', 'The count is on the record. The X report shows what is over or short.');
}

async function closeDay() {
  const sure = await show((close) => [
    el('h2', {}, `Close ${till.status.businessDay}`),
    el('p', {}, till.status.counted
      ? 'The till Z is made now, once, with its own number. To sell after that, the till is opened again.'
      : 'The drawer has not been counted since the last movement. Count first, or close without a count: what is over or short is then unknown.'),
    el('div', { class: 'row-keys' },
      el('button', { type: 'button', onclick: () => close('back') }, 'Back'),
      till.status.counted ? null : el('button', { type: 'button', autofocus: true, onclick: () => close('count') }, 'Count first'),
      el('button', { type: 'button', class: 'primary', autofocus: till.status.counted, onclick: () => close('close') }, 'Close the day')),
  ]);
  if (sure === 'count') return count();
  if (sure !== 'close') return;
  const { answer, reason } = await attempt(() => command('/api/v1/day/close', till.operator, {}));
  if (answer) await showReport(answer.z, `Till Z ${answer.z.zNumber}`, await stillWaiting());
  else await show((close) => [el('h2', {}, 'Not closed'), failure(reason),
    el('div', { class: 'row-keys' }, el('button', { type: 'button', class: 'primary', onclick: () => close(null) }, 'OK'))]);
}

async function looked(run) {
  try {
    await run();
  } catch (problem) {
    await show((close) => [el('h2', {}, 'Not available'), failure(problem.message),
      el('div', { class: 'row-keys' }, el('button', { type: 'button', class: 'primary', onclick: () => close(null) }, 'OK'))]);
  }
}

const xReport = () => looked(async () => showReport(await get('/api/v1/x-report'), 'X report'));

export const dayMenu = () => menu('Day and reports', till.status?.dayOpen ? [
  ['X report', 'The day so far, as often as you like', xReport],
  ['Count', 'Count what is in the drawer', count],
  ['Close the day', 'Makes the till Z', closeDay],
] : [['Open the day', 'Float in, and the till sells', openDay]]);

/** Day: another than the open one. */
export const receipts = (day = '') => looked(async () => {
  const list = await get(`/api/v1/receipts${day ? `?day=${encodeURIComponent(day)}` : ''}`);
  const open = (number) => () => looked(async () => {
    const receipt = await get(`/api/v1/receipts/${number}`);
    const undo = receipt.kind !== 'POST_VOID' && till.status.dayOpen && receipt.businessDay === till.status.businessDay;
    return showReceipt(receipt, 'Copy of a receipt', undo ? [['Take back', () => postVoid(number)]] : []);
  });
  await show((close) => [
    el('h2', {}, 'Receipts'),
    el('label', { class: 'field' }, el('span', {}, 'Business day'),
      el('input', { type: 'date', value: day || till.status.businessDay || '', onchange: (event) => { if (event.target.value) receipts(event.target.value); } })),
    el('div', { class: 'menu' }, list.length ? list.toReversed().slice(0, 200).map((receipt) =>
      el('button', { type: 'button', onclick: () => { close(null); open(receipt.number)(); } },
        `${receipt.number} · ${shown({ minor: receipt.grossMinor, currency: receipt.currency }, till.digits)}`,
        el('small', {}, `${kindName(receipt.kind, 'Sale')}, ${receipt.lines} ${receipt.lines === 1 ? 'line' : 'lines'}, ${receipt.at.slice(11, 19)}`)))
      : el('p', { class: 'hint' }, 'No receipt on this day.')),
    el('div', { class: 'row-keys' }, el('button', { type: 'button', class: 'primary', autofocus: true, onclick: () => close(null) }, 'Close')),
  ]);
});
