// Opening and closing the day, the drawer, the reports and old receipts.

import { amountOf, amounts, told, wrongAmount } from './amounts.js';
import { command, get } from './api.js';
import { el, failure, menu, prompt, show } from './dom.js';
import { postVoid } from './goodsback.js';
import { plain, shown } from './money.js';
import { stillWaiting } from './parked.js';
import { attempt, TENDERS } from './pay.js';
import { allowed, shownToSupervisor } from './people.js';
import { kindName, showReceipt, showReport, tenderName } from './receipt.js';
import { till } from './state.js';

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
  const float = await amounts({
    title: 'Open the day', hint: 'Count the cash that is in the drawer before the first customer.', done: 'Open the till',
    rows: till.currencies.map(({ code }) => ({ label: 'Float in the drawer', currency: code, value: code === till.currency ? plain(0n, till.digits) : '' })),
    least: 'Type what cash is in the drawer; 0 if there is none.',
  });
  if (float === null) return;
  const given = float.map(({ minor, currency }) => ({ minor, currency }));
  await done('/api/v1/day/open', { float: given }, 'The till is open', `Float ${given.map(told).join(' and ')}.`);
}

const movement = (path, title, hint, why = false) => async () => {
  let reason = '';
  let currency = till.currency;
  const several = till.currencies.length > 1;
  const value = await prompt({
    title, hint, label: several ? 'Amount' : `Amount in ${currency}`, done: 'Record',
    check: (text) => wrongAmount(text, currency) || (why && !reason.trim() ? 'Say why: cash that moves without a sale needs a reason.' : ''),
    fields: () => [
      several ? el('label', { class: 'field' }, el('span', {}, 'Currency'), el('select', { onchange: (event) => { currency = event.target.value; } },
        till.currencies.map(({ code }) => el('option', { value: code }, code)))) : null,
      el('label', { class: 'field' }, el('span', {}, 'Reason'),
        el('input', { maxlength: 200, oninput: (event) => { reason = event.target.value; } }))],
  });
  if (value === null) return;
  await done(path, { amount: amountOf(value, currency), reason }, 'Recorded', `${title}: ${told(amountOf(value, currency))}.`);
};

async function noSale() {
  const reason = await prompt({ title: 'Open the drawer without a sale', label: 'Reason', digits: false, done: 'Record',
    check: (text) => (text ? '' : 'Say why, such as "change for a customer".') });
  if (reason !== null) await done('/api/v1/no-sale', { reason }, 'Recorded', 'Opening the drawer without a sale is on the record.');
}

export const cashMenu = () => menu('Cash drawer', [
  ['Add float', 'Cash is put into the drawer to give change with', movement('/api/v1/cash/float', 'Add float')],
  ['Pickup', 'Cash is taken out of the drawer to the safe', movement('/api/v1/cash/pickup', 'Pickup')],
  ['Paid in', 'Cash comes in that is not a sale', movement('/api/v1/cash/paid-in', 'Paid in', '', true)],
  ['Paid out', 'Cash goes out that is not a return', movement('/api/v1/cash/paid-out', 'Paid out', '', true)],
  ['No sale', 'The drawer is opened without a sale', noSale],
]);

async function count() {
  const foreign = till.currencies.filter(({ code }) => code !== till.currency);
  const rows = [...TENDERS.map((tender) => ({ tender, currency: till.currency })), ...foreign.map(({ code }) => ({ tender: 'CASH', currency: code }))];
  const counted = await amounts({
    title: 'Count', hint: 'Count without looking at the report: what is there, not what should be. Leave empty what this till does not take.',
    rows: rows.map((row) => ({ ...row, label: tenderName(row.tender) })), done: 'Record count',
    least: 'Type at least what cash there is; 0 if there is none.',
  });
  if (counted) await done('/api/v1/count', { counted: counted.map(({ tender, currency, minor }) => ({ tender, currency, minor })) },
    'Counted', `The count is on the record. The X report shows what is over or short${foreign.length ? ', once the cash of every currency is counted' : ''}.`);
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

const wholeReport = () => looked(async () => {
  const report = await shownToSupervisor('/api/v1/x-report');
  if (report) await showReport(report, 'X report');
});
const xReport = () => looked(async () => {
  const report = await get('/api/v1/x-report');
  await showReport(report, 'X report', undefined, report.blind ? [['With the drawer', wholeReport]] : []);
});

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
