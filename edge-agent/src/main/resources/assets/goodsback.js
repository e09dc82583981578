// Goods that come back with their receipt, and receipts that are taken back as a whole. What is paid back, the
// till program says: what was paid, less what came back before.

import { ask, get } from './api.js';
import { el, failure, prompt, show } from './dom.js';
import { shown } from './money.js';
import { attempt } from './pay.js';
import { allowed } from './people.js';
import { showReceipt, tenderName, unitName } from './receipt.js';
import { till } from './state.js';

const NUMBER = /^\d{1,12}$/;
const QUANTITY = /^\d{1,12}([.,]\d{1,3})?$/;
const field = (label, input) => el('label', { class: 'field' }, el('span', {}, label), input);
const keys = (...buttons) => el('div', { class: 'row-keys' }, buttons);
const back = (close) => el('button', { type: 'button', onclick: () => close(null) }, 'Back');

/** Which receipt: where, when, and its number. */
function askReceipt(reason) {
  return show((close) => {
    const workstation = el('input', { maxlength: 64, value: till.status.workstation });
    const day = el('input', { type: 'date', value: till.status.businessDay ?? '' });
    const number = el('input', { class: 'big', inputmode: 'numeric', autofocus: true, maxlength: 12 });
    const wrong = el('div', {}, reason ? failure(reason) : '');
    return [el('h2', {}, 'Return with receipt'), el('form', { class: 'form', onsubmit: (event) => {
      event.preventDefault();
      if (!NUMBER.test(number.value.trim()) || !day.value) return wrong.replaceChildren(failure('Type the receipt\'s number, and the day that it says.'));
      return close({ workstation: workstation.value.trim(), day: day.value, receipt: Number(number.value.trim()) });
    } }, field('Receipt number', number), field('Business day', day), field('Till', workstation), wrong,
    keys(back(close), el('button', { type: 'submit', class: 'primary' }, 'Find')))];
  });
}

/** Which of its lines come back, and how many of each. */
function askLines(receipt) {
  return show((close) => {
    const inputs = receipt.lines.map((line) => [line, el('input', { inputmode: 'decimal', maxlength: 16, value: '', 'aria-label': line.description, disabled: Number(line.left) === 0 })]);
    const wrong = el('div');
    return [el('h2', {}, `Receipt ${receipt.receipt} of ${receipt.workstation}`),
      el('p', { class: 'hint' }, receipt.gatewayAsked ? 'How many of each come back?' : 'How many of each come back? The gateway is not reached: what other tills took back is not known here.'),
      el('form', { class: 'form', onsubmit: (event) => {
        event.preventDefault();
        const chosen = inputs.filter(([, input]) => input.value.trim());
        if (!chosen.length || chosen.some(([, input]) => !QUANTITY.test(input.value.trim()))) return wrong.replaceChildren(failure('Type how many come back of at least one article.'));
        return close(chosen.map(([line, input]) => ({ line, quantity: input.value.trim().replace(',', '.') })));
      } }, inputs.map(([line, input]) => field(`${line.description}: ${line.left} of ${line.sold} ${unitName(line.unit)} left${Number(line.returned) ? `, ${line.returned} came back` : ''}`, input)), wrong,
      keys(back(close), el('button', { type: 'submit', class: 'primary' }, 'Go on')))];
  });
}

const asked = (receipt, chosen) => chosen.map(({ line, quantity }) => ({
  plu: line.plu, quantity: `-${quantity}`, unit: line.unit,
  original: { store: receipt.store, workstation: receipt.workstation, day: receipt.day, receipt: receipt.receipt, line: line.line },
}));

/** How the money goes back, and why. */
function askTender(total) {
  return show((close) => {
    const reason = el('input', { maxlength: 200, autofocus: true });
    return [el('h2', {}, `Pay back ${shown({ ...total, minor: -BigInt(total.minor) }, till.digits)}`),
      el('form', { class: 'form', onsubmit: (event) => event.preventDefault() }, field('Why it comes back (optional)', reason)),
      keys(back(close), ...['CARD', 'VOUCHER', 'CASH'].map((type) => el('button', { type: 'button', class: type === 'CASH' ? 'primary' : '', onclick: () => close({ type, reason: reason.value.trim() }) }, tenderName(type))))];
  });
}

async function told(problem) {
  await show((close) => [el('h2', {}, 'Not taken back'), failure(problem),
    keys(el('button', { type: 'button', class: 'primary', autofocus: true, onclick: () => close(null) }, 'OK'))]);
}

async function recorded(path, fields) {
  const { answer, reason } = await attempt(() => allowed(path, fields));
  if (!answer) return told(reason);
  till.last = answer.receipt;
  return showReceipt(answer.receipt);
}

export async function returnWithReceipt() {
  let reason = '';
  let receipt = null;
  while (!receipt) {
    const wanted = await askReceipt(reason);
    if (!wanted) return;
    try {
      receipt = await get(`/api/v1/returns/receipt?${new URLSearchParams(wanted)}`);
    } catch (problem) {
      reason = `${problem.message}. Goods without their receipt come back by "Return".`;
    }
  }
  const chosen = await askLines(receipt);
  if (!chosen) return;
  const lines = asked(receipt, chosen);
  let quote;
  try {
    quote = await ask('/api/v1/returns/quote', { commandId: crypto.randomUUID(), operator: till.operator, lines });
  } catch (problem) {
    await told(problem.message);
    return;
  }
  const tender = await askTender(quote.total);
  if (!tender) return;
  const tenders = BigInt(quote.total.minor) === 0n ? [] : [{ type: tender.type, amount: quote.total }];
  await recorded('/api/v1/returns', { lines, tenders, expectedTotal: quote.total, ...(tender.reason ? { reason: tender.reason } : {}) });
}

/** A receipt of this till's open day is undone. */
export async function postVoid(number) {
  const reason = await prompt({ title: `Take receipt ${number} back`, label: 'Reason', digits: false, done: 'Take back',
    hint: 'Everything on it comes back, and all that was paid goes out, with a receipt that says so.',
    check: (text) => (text ? '' : 'Say why, such as "wrong card".') });
  if (reason !== null) await recorded(`/api/v1/receipts/${number}/post-void`, { reason });
}
