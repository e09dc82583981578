// Goods that come back with their receipt, and receipts that are taken back as a whole. What is paid back, the
// till program says: what was paid, less what came back before.

import { ask, get, Refused } from './api.js';
import { el, failure, prompt, show, withChoices } from './dom.js';
import { shown } from './money.js';
import { attempt } from './pay.js';
import { allowed } from './people.js';
import { showReceipt, tenderName, unitName } from './receipt.js';
import { receiptOf } from './receiptcode.js';
import { REASONS_BACK, till } from './state.js';
import { askUncheckedLines } from './unchecked.js';

const NUMBER = /^\d{1,12}$/;
const QUANTITY = /^\d{1,12}([.,]\d{1,3})?$/;
const field = (label, input) => el('label', { class: 'field' }, el('span', {}, label), input);
const keys = (...buttons) => el('div', { class: 'row-keys' }, buttons);
const back = (close) => el('button', { type: 'button', onclick: () => close(null) }, 'Back');

/** Which receipt: where, when, and its number; all of that is in its bar code. */
function askReceipt(reason) {
  return show((close) => {
    const workstation = el('input', { maxlength: 64, value: till.status.workstation, autocapitalize: 'off' });
    const day = el('input', { type: 'date', value: till.status.businessDay ?? '' });
    const number = el('input', { class: 'big', autofocus: true, maxlength: 200, autocomplete: 'off', autocapitalize: 'off', spellcheck: 'false' });
    const wrong = el('div', {}, reason ? failure(reason) : '');
    return [el('h2', {}, 'Return with receipt'), el('form', { class: 'form', onsubmit: (event) => {
      event.preventDefault();
      const scanned = receiptOf(number.value);
      if (scanned) return close(scanned);
      if (!NUMBER.test(number.value.trim()) || !day.value) return wrong.replaceChildren(failure('Scan the receipt\'s bar code, or type its number and the day that it says.'));
      return close({ workstation: workstation.value.trim(), day: day.value, receipt: Number(number.value.trim()) });
    } }, field('Scan the receipt\'s bar code, or type its number', number),
    el('div', { class: 'pair' }, field('Business day', day), field('Till', workstation)), wrong,
    keys(back(close), el('button', { type: 'submit', class: 'primary' }, 'Find')))];
  });
}

/** A receipt that nobody here can look at: another one, or its goods as they are. */
const askUnchecked = (why) => show((close) => [el('h2', {}, 'This receipt cannot be checked'), failure(why),
  el('p', {}, 'The goods can be taken back all the same. That is marked on the record, and checked as soon as the gateway is reached.'),
  keys(back(close), el('button', { type: 'button', onclick: () => close('other') }, 'Another receipt'),
    el('button', { type: 'button', class: 'primary', autofocus: true, onclick: () => close('unchecked') }, 'Take back unchecked'))]);

const left = (line) => `${line.description}: ${line.left} of ${line.sold} ${unitName(line.unit)} left${Number(line.returned) ? `, ${line.returned} came back` : ''}`;

/** Which of its lines come back, and how many of each. */
function askLines(receipt) {
  return show((close) => {
    const inputs = receipt.lines.map((line) => [line, el('input', { inputmode: 'decimal', maxlength: 16, disabled: Number(line.left) <= 0 })]);
    inputs.find(([, input]) => !input.disabled)?.[1].setAttribute('autofocus', '');
    const nothing = inputs.every(([, input]) => input.disabled);
    const wrong = el('div', {}, nothing ? failure('Nothing of this receipt is left to come back.') : '');
    const everything = () => {
      for (const [line, input] of inputs) if (!input.disabled) input.value = line.left;
    };
    return [el('h2', {}, `Receipt ${receipt.receipt} of ${receipt.workstation}`),
      el('p', { class: 'hint' }, receipt.gatewayAsked ? 'How many of each come back?' : 'How many of each come back? The gateway is not reached: what other tills took back is not known here.'),
      el('form', { class: 'form', onsubmit: (event) => {
        event.preventDefault();
        const chosen = inputs.filter(([, input]) => input.value.trim());
        if (!chosen.length || chosen.some(([, input]) => !QUANTITY.test(input.value.trim()))) return wrong.replaceChildren(failure('Type how many come back of at least one article.'));
        return close(chosen.map(([line, input]) => ({ line, quantity: input.value.trim().replace(',', '.') })));
      } }, inputs.map(([line, input]) => el('label', { class: 'comes-back' }, el('span', {}, left(line)), input)), wrong,
      keys(back(close), el('button', { type: 'button', disabled: nothing, onclick: everything }, 'Everything'),
        el('button', { type: 'submit', class: 'primary', disabled: nothing }, 'Go on')))];
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
    const pay = (type) => close({ type, reason: reason.value.trim() });
    return [el('h2', {}, `Pay back ${shown({ ...total, minor: -BigInt(total.minor) }, till.digits)}`),
      el('form', { class: 'form', onsubmit: (event) => event.preventDefault() }, withChoices('Why it comes back (optional)', reason, REASONS_BACK)),
      keys(back(close), ...['CARD', 'VOUCHER', 'CASH'].map((type) => el('button', { type: 'button', class: type === 'CASH' ? 'primary' : '', onclick: () => pay(type) }, tenderName(type))))];
  });
}

async function told(problem) {
  await show((close) => [el('h2', {}, 'Not taken back'), failure(problem),
    keys(el('button', { type: 'button', class: 'primary', autofocus: true, onclick: () => close(null) }, 'OK'))]);
}

async function recorded(path, fields) {
  const { answer, reason } = await attempt(() => allowed(path, fields));
  if (!answer) return told(reason);
  if (!answer.receipt.training) till.last = answer.receipt;
  return showReceipt(answer.receipt);
}

/** The receipt's lines that come back, or null; wanted: what a scan said already. */
async function chooseLines(wanted) {
  let reason = '';
  let next = wanted;
  for (;;) {
    const asking = next ?? await askReceipt(reason);
    next = null;
    if (!asking) return null;
    try {
      const receipt = await get(`/api/v1/returns/receipt?${new URLSearchParams(asking)}`);
      const chosen = await askLines(receipt);
      return chosen && { lines: asked(receipt, chosen) };
    } catch (problem) {
      reason = problem.message;
      if (problem instanceof Refused && problem.is('not-checked')) {
        const choice = await askUnchecked(problem.message);
        if (!choice) return null;
        if (choice === 'unchecked') return uncheckedLines(asking);
        reason = '';
      }
    }
  }
}

async function uncheckedLines(wanted) {
  const lines = await askUncheckedLines(wanted);
  return lines && { lines, unchecked: true };
}

export async function returnWithReceipt(wanted = null) {
  if (till.basket.length) return told('There is a basket on the screen. Finish it or suspend it first.');
  const goods = await chooseLines(wanted);
  if (!goods) return undefined;
  let quote;
  try {
    quote = await ask('/api/v1/returns/quote', { commandId: crypto.randomUUID(), operator: till.operator, ...goods });
  } catch (problem) {
    return told(problem.message);
  }
  const tender = await askTender(quote.total);
  if (!tender) return undefined;
  const tenders = BigInt(quote.total.minor) === 0n ? [] : [{ type: tender.type, amount: tender.type === 'CASH' ? quote.inCash : quote.total }];
  return recorded('/api/v1/returns', { ...goods, tenders, expectedTotal: quote.total, ...(tender.reason ? { reason: tender.reason } : {}) });
}

/** A receipt of this till's open day is undone. */
export async function postVoid(number) {
  const reason = await prompt({ title: `Take receipt ${number} back`, label: 'Reason', digits: false, done: 'Take back',
    choices: ['Wrong card', 'Wrong amount', 'Customer left'],
    hint: 'Everything on it comes back, and all that was paid goes out, with a receipt that says so.',
    check: (text) => (text ? '' : 'Say why, such as "wrong card".') });
  if (reason !== null) await recorded(`/api/v1/receipts/${number}/post-void`, { reason });
}
