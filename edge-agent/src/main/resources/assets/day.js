// Opening and closing the day, the reports, old receipts and old Zs.

import { amounts, told } from './amounts.js';
import { command, get } from './api.js';
import { confirm, done } from './cash.js';
import { el, failure, menu, show } from './dom.js';
import { lookedAt } from './exchange.js';
import { postVoid } from './goodsback.js';
import { plain, shown } from './money.js';
import { stillWaiting } from './parked.js';
import { attempt } from './pay.js';
import { shownToSupervisor } from './people.js';
import { kindName, showReceipt } from './receipt.js';
import { showReport, showZ } from './report.js';
import { goOn } from './settle.js';
import { till } from './state.js';

export async function openDay() {
  const float = await amounts({
    title: 'Open the day', hint: 'Count the cash that is in the drawer before the first customer.', done: 'Open the till',
    rows: till.currencies.map(({ code }) => ({ label: 'Float in the drawer', currency: code, value: code === till.currency ? plain(0n, till.digits) : '' })),
    least: 'Type what cash is in the drawer; 0 if there is none.',
  });
  if (float === null) return;
  const given = float.map(({ minor, currency }) => ({ minor, currency }));
  const answer = await done('/api/v1/day/open', { float: given }, '', '', true);
  if (!answer) return;
  const cash = given.filter(({ minor }) => minor);
  if (cash.length) await confirm({ movement: answer.movement, amounts: cash }, `The till is open. Float ${cash.map(told).join(' and ')}`, 'Whoever brought the float');
}

const UNSETTLED = {
  COUNT: 'The drawer has not been counted since the last movement.',
  RECOUNT: 'The drawer was counted, and is to be counted again.',
  REASON: 'The drawer is over or short, and nobody has said why.',
  READY: 'The count is in order, and the till is not settled yet.',
};

function beforeClosing({ step, required } = {}) {
  if (step === 'SETTLED' || (!step && till.status.counted)) return 'The till Z is made now, once, with its own number. To sell after that, the till is opened again.';
  return `${UNSETTLED[step] ?? UNSETTLED.COUNT} ${required ? 'Settle the till first.' : 'Count first, or close without a count: what is over or short is then unknown.'}`;
}

async function closeDay() {
  const standing = till.status.settle;
  const settled = standing?.step === 'SETTLED';
  const first = Boolean(standing?.required && !settled); // the till program would refuse to close
  const sure = await show((close) => [
    el('h2', {}, `Close ${till.status.businessDay}`),
    el('p', {}, beforeClosing(standing)),
    till.status.unconfirmed ? el('p', { class: 'warn' }, `Cash that moved ${till.status.unconfirmed === 1 ? 'once' : `${till.status.unconfirmed} times`} is not confirmed by a second person; the Z names it.`) : '',
    el('div', { class: 'row-keys' },
      el('button', { type: 'button', onclick: () => close('back') }, 'Back'),
      settled ? null : el('button', { type: 'button', class: first ? 'primary' : '', autofocus: true, onclick: () => close('count') }, first ? 'Settle the till' : 'Count first'),
      first ? null : el('button', { type: 'button', class: 'primary', autofocus: settled, onclick: () => close('close') }, 'Close the day')),
  ]);
  if (sure === 'count') return goOn();
  if (sure !== 'close') return;
  const { answer, reason } = await attempt(() => command('/api/v1/day/close', till.operator, {}));
  if (answer) await showZ(answer.z, await stillWaiting());
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
  ['Count', 'Count what is in the drawer, and settle the till', () => goOn()],
  ['Close the day', 'Makes the till Z', closeDay],
  ['Earlier Zs', 'Look at a till Z again, or print a copy', earlier],
] : [['Open the day', 'Float in, and the till sells', openDay], ['Earlier Zs', 'Look at a till Z again, or print a copy', earlier]]);

const earlier = () => looked(async () => {
  const zs = await get('/api/v1/z');
  await show((close) => [
    el('h2', {}, 'Till Zs'),
    el('div', { class: 'menu' }, zs.length ? zs.map((z) =>
      el('button', { type: 'button', onclick: () => { close(null); seen(z.zNumber)(); } }, `Z ${z.zNumber} · ${told(z.gross)}`,
        el('small', {}, `Business day ${z.businessDay}, made ${z.at.slice(0, 16).replace('T', ' ')}`)))
      : el('p', { class: 'hint' }, 'No day has been closed at this till.')),
    el('div', { class: 'row-keys' }, el('button', { type: 'button', class: 'primary', autofocus: true, onclick: () => close(null) }, 'Close')),
  ]);
});

const seen = (number) => () => looked(async () => showZ((await get(`/api/v1/z/${number}`)).z));

const whatOf = (receipt) => (receipt.foreign ? `Exchange of ${told({ ...receipt.foreign, minor: Math.abs(receipt.foreign.minor) })}`
  : `${kindName(receipt.kind, 'Sale')}, ${receipt.lines} ${receipt.lines === 1 ? 'line' : 'lines'}`);

/** Day: another than the open one. */
export const receipts = (day = '') => looked(async () => {
  const list = await get(`/api/v1/receipts${day ? `?day=${encodeURIComponent(day)}` : ''}`);
  const open = (number) => () => looked(async () => {
    const receipt = await get(`/api/v1/receipts/${number}`);
    if (receipt.exchange) return lookedAt(receipt.exchange);
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
        el('small', {}, `${whatOf(receipt)}, ${receipt.at.slice(11, 19)}`)))
      : el('p', { class: 'hint' }, 'No receipt on this day.')),
    el('div', { class: 'row-keys' }, el('button', { type: 'button', class: 'primary', autofocus: true, onclick: () => close(null) }, 'Close')),
  ]);
});
