// An X report and a till Z as people read them, on the screen and on paper.

import { command } from './api.js';
import { el, failure, show } from './dom.js';
import { signed } from './money.js';
import { KINDS, minus, money, percent, print, printed, row, tenderName, unitName } from './receipt.js';
import { till } from './state.js';

/** What a strip of paper is too narrow for as a table: each row under its name. */
const list = (caption, heads, rows) => el('section', { class: 'listed', 'aria-label': caption },
  el('h4', {}, caption),
  rows.length ? rows.map(([name, ...cells]) => el('div', { class: 'item' }, el('div', {}, name), cells.map((cell, i) => row(`  ${heads[i + 1]}`, cell))))
    : el('div', {}, 'nothing yet'));

const COLUMNS_MAX = 3;

const table = (caption, heads, rows) => (heads.length > COLUMNS_MAX ? list(caption, heads, rows) : el('table', {},
  el('caption', {}, caption),
  el('thead', {}, el('tr', {}, heads.map((head, i) => el('th', { scope: 'col', class: i ? 'num' : '' }, head)))),
  el('tbody', {}, rows.length
    ? rows.map((cells) => el('tr', {}, cells.map((cell, i) => el('td', { class: i ? 'num' : '' }, cell))))
    : el('tr', {}, el('td', { colspan: heads.length }, 'nothing yet')))));

const TALLIES = {
  POST_VOID: 'Post-voids', BASKET_VOID: 'Baskets given up', LINE_VOID: 'Lines removed', SUSPENDED: 'Baskets suspended', RESUMED: 'Baskets taken up',
  DISCOUNT: 'Discounts', PRICE_OVERRIDE: 'Other prices', APPROVAL: 'Approvals', COPY: 'Copies', TRAINING: 'Training',
  AGE_CHECK: 'Ages checked', GIFT_CARD_UNCHECKED: 'Gift cards unchecked', EXCHANGE_REFUSED: 'Exchanges refused, by the drawer',
  RETURN_UNCHECKED: 'Returns unchecked', RETURN_WITHOUT_RECEIPT: 'Returns without receipt', SIGN_ON: 'Sign-ons', SHELF_PRICE_WRONG: 'Shelf prices wrong',
  CASH_GIVEN: 'Cash moved, to be confirmed', CASH_CONFIRMED: 'Cash confirmed', CASH_CONFIRMED_LATER: 'Earlier cash confirmed', CASH_DIFFERS: 'Confirmed otherwise',
};
const FLOWS = { SOLD: 'Sold', RETURNED: 'Returned', DELIVERY: 'Received', WASTE: 'Waste', TRANSFER_OUT: 'Sent', TRANSFER_IN: 'Taken in', COUNTED: 'Counted' };

const GIVEN = {
  TILL_OPENED: 'Opening float', FLOAT_PROVIDED: 'Loan', CASH_PICKED_UP: 'Pickup', SAFE_DROP: 'Safe drop', PAID_IN: 'Paid in', PAID_OUT: 'Paid out',
};
export const givenName = (kind) => GIVEN[kind] ?? kind;

export const overShortTable = (drawers) => (drawers.length ? table('Over/short', ['Tender', 'Expected', 'Counted', 'Over/short'],
  drawers.map((line) => [drawerName(line), money(line.expected), money(line.counted), money(line.overShort)])) : null);

const drawerName = (line) => `${tenderName(line.type ?? line.tender)}${line.expected.currency === till.currency ? '' : ` ${line.expected.currency}`}`;

/** How what should be there comes about; of a tender that only sold, its sales say it. */
function drawerRows(line) {
  const parts = [['Float and loans', line.provided, 1], ['Sales less returns and change', line.sales, 1], ['Paid in', line.paidIn, 1], ['Paid out', line.paidOut, -1],
    ['Picked up', line.pickedUp, -1], ['Dropped into the safe', line.dropped, -1], ['Exchanged', line.exchanged, 1]].filter(([, amount]) => amount && BigInt(amount.minor) !== 0n);
  return parts.length < 2 ? null : table(`${drawerName(line)}: what should be there`, ['', 'Amount'], [
    ...parts.map(([name, amount, sign]) => [name, sign < 0 ? minus(amount) : money(amount)]), ['Expected', money(line.expected)]]);
}

const unconfirmedPaper = (waiting) => (waiting?.length ? table('Cash that no second person has confirmed', ['What', 'Amount'],
  waiting.map((one) => [`${givenName(one.kind)}, ${one.businessDay}, ${one.operator}`, one.amounts.map(money).join(' and ') || '–'])) : null);

const NONE_WAITING = { baskets: [], sure: true };

function waitingPaper({ baskets, sure }) {
  if (!baskets.length) return null;
  const [what, taken] = baskets.length === 1 ? ['basket waits', 'it'] : ['baskets wait', 'them'];
  return el('div', { class: 'warn', role: 'alert' },
    `${baskets.length} suspended ${what}, not paid${sure ? '' : ` (unless another till took ${taken} up; the gateway is not reached)`}: `,
    baskets.map((basket) => `${basket.basket} (${money(basket.total)})`).join(', '));
}

export function reportPaper(report, title, waiting = NONE_WAITING, copy = 0) {
  return el('article', { class: 'receipt report', 'aria-label': title },
    copy ? el('div', { class: 'copy' }, `COPY ${copy}`) : null,
    el('h3', {}, title),
    el('div', { class: 'center' }, `${till.status.storeName} · ${till.status.workstation}`),
    el('div', { class: 'center' }, `Business day ${report.businessDay}`),
    waitingPaper(waiting),
    el('hr'),
    row('Transactions', String(report.transactions)),
    row('Lines', String(report.lines)),
    report.returns ? row('Returns', String(report.returns)) : null,
    report.noSales ? row('Drawer opened without a sale', String(report.noSales)) : null,
    row('Net', money(report.net)), row('VAT', money(report.tax)), row('Gross', money(report.gross), true),
    table('VAT', ['Rate', 'Net', 'VAT'], report.taxes.map((tax) => [`${tax.category} ${percent(tax.ratePpm)}`, money(tax.net), money(tax.tax)])),
    report.blind ? null : table('Tenders', ['Tender', 'Amount'], report.tenders.map((tender) => [tenderName(tender.type), money(tender.amount)])),
    report.kinds?.length ? table('Besides goods', ['What', 'Lines', 'Amount'], report.kinds.map((kind) => [
      KINDS[kind.kind] ?? kind.kind, String(kind.lines), money(kind.gross)])) : null,
    report.tallies?.length ? table('Out of the ordinary', ['What', 'How often', 'Amount'], report.tallies.map((tally) => [
      TALLIES[tally.kind] ?? tally.kind, String(tally.count), BigInt(tally.amount.minor) === 0n ? '–' : money(tally.amount)])) : null,
    report.stock?.length ? table('Goods', ['Which way', 'Quantity'], report.stock.map((flow) => [
      FLOWS[flow.flow] ?? flow.flow, `${signed(flow.quantity)} ${unitName(flow.unit)}`])) : null,
    report.exchange?.length ? table('Exchanged', ['Currency', 'Bought', 'Paid', 'Sold', 'Received', 'Commission', 'Brought', 'Cost'], report.exchange.map((each) => [
      each.currency, money(each.bought), money(each.paid), money(each.sold), money(each.received), money(each.commission), money(each.brought), money(each.cost)])) : null,
    report.blind ? el('p', { class: 'hint' }, 'Tenders and the drawer are left out: the drawer is counted first, and by what is there.')
      : [table('In the drawer', ['Tender', 'Expected', 'Counted', 'Over/short'], report.drawer.map((line) => [
        drawerName(line), money(line.expected),
        line.counted ? money(line.counted) : '–', line.overShort ? money(line.overShort) : '–'])), report.drawer.map(drawerRows)],
    unconfirmedPaper(report.unconfirmed));
}

/** More: other things to do with it, each a name and what it does. */
export function showReport(report, title, waiting = NONE_WAITING, more = []) {
  return show((close) => [
    el('h2', {}, title),
    reportPaper(report, title, waiting),
    el('div', { class: 'row-keys' },
      ...more.map(([name, run]) => el('button', { type: 'button', onclick: () => { close(null); run(); } }, name)),
      el('button', { type: 'button', onclick: () => print(reportPaper(report, title, waiting)) }, 'Print'),
      el('button', { type: 'button', class: 'primary', autofocus: true, onclick: () => close(null) }, 'Close')),
  ]);
}

/** The first time it is printed it is the Z itself; from then on a copy, which is recorded and says which it is. */
export function showZ(z, waiting) {
  const title = `Till Z ${z.zNumber}`;
  const wrong = el('div');
  return show((close) => [
    el('h2', {}, title),
    reportPaper(z, title, waiting), wrong,
    el('div', { class: 'row-keys' },
      el('button', { type: 'button', onclick: () => printZ(z, title, waiting, wrong) }, waiting ? 'Print' : 'Print a copy'),
      el('button', { type: 'button', class: 'primary', autofocus: true, onclick: () => close(null) }, 'Close')),
  ]);
}

async function printZ(z, title, waiting, wrong) {
  const id = `${till.status.device} Z ${z.zNumber}`;
  if (waiting && !printed.has(id)) {
    printed.add(id);
    return print(reportPaper(z, title, waiting));
  }
  try {
    const answer = await command(`/api/v1/z/${z.zNumber}/copies`, till.operator, {});
    return print(reportPaper(answer.z, title, NONE_WAITING, answer.copy));
  } catch (problem) {
    return wrong.replaceChildren(failure(problem.message));
  }
}
