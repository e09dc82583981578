// A receipt as people read it, on the screen and on paper.

import { byId, el, failure, show } from './dom.js';
import { priceText, shown, signed } from './money.js';
import { command, get } from './api.js';
import { bars, canBar } from './code128.js';
import { actName } from './people.js';
import { qr } from './qr.js';
import { codeOf } from './receiptcode.js';
import { till } from './state.js';

export const row = (left, right, strong) => el('div', { class: strong ? 'r strong' : 'r' }, el('span', {}, left), el('span', {}, right));
export const money = (amount) => shown(amount, till.digitsOf(amount.currency));
export const percent = (ppm) => `${ppm / 10000} %`;

/** What a receipt is of; a sale has a word of its own in each place. */
export const kindName = (kind, sale) => ({ RETURN: 'Return', POST_VOID: 'Post-void' })[kind] || sale;

/** Lines that are not goods. */
export const KINDS = { DEPOSIT: 'deposit', GIFT_CARD: 'gift card', TIP: 'tip', ROUNDING: 'rounding' };

/** Whoever has the whole number of a gift card can spend it. */
const hidden = (number) => `…${number.slice(-4)}`;
const paidWith = (tender) => [tenderName(tender.type), tender.giftCard ? hidden(tender.giftCard.number) : '',
  tender.rate ? `${money(tender.amount)} at ${tender.rate}` : ''].filter(Boolean).join(' ');
const AGES = { DOCUMENT: 'document seen', APPEARANCE: 'by looks' };

export function receiptPaper(receipt) {
  const kind = kindName(receipt.kind, 'Receipt');
  return el('article', { class: 'receipt', 'aria-label': `${kind} ${receipt.number}` },
    receipt.training ? el('div', { class: 'copy' }, 'TRAINING · NOT A RECEIPT') : null,
    receipt.copy ? el('div', { class: 'copy' }, receipt.copyNumber ? `COPY ${receipt.copyNumber}` : 'COPY') : null,
    el('h3', {}, `${till.status.storeName} · ${receipt.workstation}`),
    el('div', { class: 'center' }, `${receipt.training ? 'Training' : `${kind} ${receipt.number}`}`),
    el('div', { class: 'center' }, receipt.at.slice(0, 19).replace('T', ' ')),
    el('div', { class: 'center' }, `Served by ${receipt.operator}`),
    el('hr'),
    receipt.lines.map((line) => el('div', { class: 'item' },
      row(line.giftCard ? `${line.description} ${hidden(line.giftCard)}` : line.description, money(line.undiscounted)),
      ['TIP', 'ROUNDING'].includes(line.kind) ? null
        : el('div', { class: 'hint' }, `${signed(line.quantity)} ${unitName(line.unit)} × ${priceText(line.unitPrice, till.digits)}  ·  ${line.taxExcluded ? '+ ' : ''}VAT ${percent(line.taxRatePpm)}`),
      line.listedPrice ? el('div', { class: 'hint' }, `instead of ${priceText(line.listedPrice, till.digits)}${line.priceReason ? `: ${line.priceReason}` : ''}`) : null,
      line.discounts.map((share) => row(`  ${share.reason || 'Discount'}${ofRate(receipt.discounts[share.discount - 1])}`, minus(share.amount))))),
    el('hr'),
    row('Total', money(receipt.total), true),
    receipt.tenders.map((tender) => row(paidWith(tender), money(tender.base))),
    BigInt(receipt.change.minor) !== 0n ? row('Change', money(receipt.change)) : null,
    el('hr'),
    receipt.taxes.map((tax) => row(`VAT ${percent(tax.ratePpm)} of ${money(tax.net)}`, money(tax.tax))),
    receipt.approvals.length || receipt.reason || receipt.ageCheck ? el('hr') : null,
    receipt.ageCheck ? el('div', { class: 'hint' }, `Sold from ${receipt.ageCheck.years} years on: ${AGES[receipt.ageCheck.how]}`) : null,
    receipt.reason ? el('div', { class: 'hint' }, `Reason: ${receipt.reason}`) : null,
    receipt.approvals.map((given) => el('div', { class: 'hint' }, `Allowed by ${given.supervisor}: ${actName(given.act)}${given.reason ? ` (${given.reason})` : ''}`)),
    el('hr'),
    el('div', { class: 'center' }, receipt.id),
    receipt.training ? null : barCode(receipt),
    receipt.proof ? qr(receipt.proof, 'Proof of this receipt: the head of the till\'s journal, signed') : null);
}

/** By which goods come back with it. A workstation may be called what no bars can say. */
function barCode(receipt) {
  const code = codeOf(receipt);
  return canBar(code) ? [bars(code), el('div', { class: 'center' }, code)] : null;
}

/** With what its QR code says, which the till program has as soon as its tables follow. */
async function proven(receipt) {
  if (receipt.training || receipt.proof !== undefined) return receipt;
  try {
    receipt.proof = (await get(`/api/v1/receipts/${receipt.number}/proof`)).code;
  } catch {
    receipt.proof = ''; // without its proof it is a receipt all the same
  }
  return receipt;
}

export const minus = (amount) => money({ ...amount, minor: -BigInt(amount.minor) });
const ofRate = (discount) => (discount?.ratePpm ? ` ${percent(discount.ratePpm)}` : '');

export const unitName = (code) => ({ C62: 'pc', KGM: 'kg', MTR: 'm', LTR: 'l' })[code] || code;
export const tenderName = (type) => type.charAt(0) + type.slice(1).toLowerCase().replaceAll('_', ' ');

export function print(paper) {
  byId('print').replaceChildren(paper);
  window.print();
}

export const printed = new Set();

/** The first time it is the receipt itself; from then on a copy, which is recorded and says so. */
async function printAgain(receipt, wrong) {
  if (receipt.training || (!receipt.copy && !printed.has(receipt.id))) {
    printed.add(receipt.id);
    return print(receiptPaper(await proven(receipt)));
  }
  try {
    const answer = await command(`/api/v1/receipts/${receipt.number}/copies`, till.operator, {});
    return print(receiptPaper(await proven(answer.receipt)));
  } catch (problem) {
    return wrong.replaceChildren(failure(problem.message));
  }
}

/** More: other things to do with it, each a name and what it does. */
export function showReceipt(receipt, title, more = []) {
  const wrong = el('div');
  const change = BigInt(receipt.change?.minor ?? 0);
  const paper = el('div', {}, receiptPaper(receipt));
  proven(receipt).then(() => receipt.proof && paper.replaceChildren(receiptPaper(receipt)));
  return show((close) => [
    el('h2', {}, title || `${receipt.training ? 'Training: nothing was sold' : `${kindName(receipt.kind, 'Sale')} recorded`}`),
    title || change === 0n ? '' : el('div', { class: 'change-due' }, 'Change', el('b', {}, money(receipt.change))),
    paper, wrong,
    el('div', { class: 'row-keys' },
      ...more.map(([name, run]) => el('button', { type: 'button', onclick: () => { close(null); run(); } }, name)),
      el('button', { type: 'button', onclick: () => printAgain(receipt, wrong) }, receipt.copy ? 'Print a copy' : 'Print'),
      el('button', { type: 'button', class: 'primary', autofocus: true, onclick: () => close(null) }, title ? 'Close' : 'Next customer')),
  ], { scanOn: !title });
}
