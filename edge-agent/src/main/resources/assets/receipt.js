// A receipt and a report as people read them, on the screen and on paper.

import { byId, el, show } from './dom.js';
import { priceText, shown, signed } from './money.js';
import { till } from './state.js';

const row = (left, right, strong) => el('div', { class: strong ? 'r strong' : 'r' }, el('span', {}, left), el('span', {}, right));
const money = (amount, digits) => shown(amount, digits ?? till.digits);
export const percent = (ppm) => `${ppm / 10000} %`;

export function receiptPaper(receipt) {
  const kind = receipt.kind === 'RETURN' ? 'Return' : 'Receipt';
  return el('article', { class: 'receipt', 'aria-label': `${kind} ${receipt.number}` },
    receipt.copy ? el('div', { class: 'copy' }, 'COPY') : null,
    el('h3', {}, `${till.status.storeName} · ${receipt.workstation}`),
    el('div', { class: 'center' }, `${kind} ${receipt.number}`),
    el('div', { class: 'center' }, receipt.at.slice(0, 19).replace('T', ' ')),
    el('div', { class: 'center' }, `Served by ${receipt.operator}`),
    el('hr'),
    receipt.lines.map((line) => [
      row(line.description, money(line.gross)),
      el('div', { class: 'hint' }, `${signed(line.quantity)} ${unitName(line.unit)} × ${priceText(line.unitPrice, till.digits)}  ·  VAT ${percent(line.taxRatePpm)}`),
    ]),
    el('hr'),
    row('Total', money(receipt.total), true),
    receipt.tenders.map((tender) => row(tenderName(tender.type), money(tender.amount))),
    BigInt(receipt.change.minor) !== 0n ? row('Change', money(receipt.change)) : null,
    el('hr'),
    receipt.taxes.map((tax) => row(`VAT ${percent(tax.ratePpm)} of ${money(tax.net)}`, money(tax.tax))),
    el('hr'),
    el('div', { class: 'center' }, receipt.id));
}

export const unitName = (code) => ({ C62: 'pc', KGM: 'kg', MTR: 'm', LTR: 'l' })[code] || code;
export const tenderName = (type) => type.charAt(0) + type.slice(1).toLowerCase().replaceAll('_', ' ');

export function print(paper) {
  byId('print').replaceChildren(paper);
  window.print();
}

export function showReceipt(receipt, title) {
  const change = BigInt(receipt.change?.minor ?? 0);
  return show((close) => [
    el('h2', {}, title || `${receipt.kind === 'RETURN' ? 'Return' : 'Sale'} recorded`),
    title || change === 0n ? '' : el('div', { class: 'change-due' }, 'Change', el('b', {}, money(receipt.change))),
    receiptPaper(receipt),
    el('div', { class: 'row-keys' },
      el('button', { type: 'button', onclick: () => print(receiptPaper(receipt)) }, 'Print'),
      el('button', { type: 'button', class: 'primary', autofocus: true, onclick: () => close(null) }, title ? 'Close' : 'Next customer')),
  ]);
}

const table = (caption, heads, rows) => el('table', {},
  el('caption', {}, caption),
  el('thead', {}, el('tr', {}, heads.map((head, i) => el('th', { scope: 'col', class: i ? 'num' : '' }, head)))),
  el('tbody', {}, rows.length
    ? rows.map((cells) => el('tr', {}, cells.map((cell, i) => el('td', { class: i ? 'num' : '' }, cell))))
    : el('tr', {}, el('td', { colspan: heads.length }, 'nothing yet'))));

export function reportPaper(report, title) {
  return el('article', { class: 'receipt report', 'aria-label': title },
    el('h3', {}, title),
    el('div', { class: 'center' }, `${till.status.storeName} · ${till.status.workstation}`),
    el('div', { class: 'center' }, `Business day ${report.businessDay}`),
    el('hr'),
    row('Transactions', String(report.transactions)),
    row('Lines', String(report.lines)),
    row('Net', money(report.net)), row('VAT', money(report.tax)), row('Gross', money(report.gross), true),
    table('VAT', ['Rate', 'Net', 'VAT'], report.taxes.map((tax) => [`${tax.category} ${percent(tax.ratePpm)}`, money(tax.net), money(tax.tax)])),
    table('Tenders', ['Tender', 'Amount'], report.tenders.map((tender) => [tenderName(tender.type), money(tender.amount)])),
    table('In the drawer', ['Tender', 'Expected', 'Counted', 'Over/short'], report.drawer.map((line) => [
      tenderName(line.type), money(line.expected),
      line.counted ? money(line.counted) : '–', line.overShort ? money(line.overShort) : '–'])));
}

export function showReport(report, title) {
  return show((close) => [
    el('h2', {}, title),
    reportPaper(report, title),
    el('div', { class: 'row-keys' },
      el('button', { type: 'button', onclick: () => print(reportPaper(report, title)) }, 'Print'),
      el('button', { type: 'button', class: 'primary', autofocus: true, onclick: () => close(null) }, 'Close')),
  ]);
}
