// A bureau de change: currencies are bought from customers and sold to them. The till program does all arithmetic.

import { amountOf, told, wrongAmount } from './amounts.js';
import { ask, command, get } from './api.js';
import { el, failure, menu, prompt, show } from './dom.js';
import { attempt } from './pay.js';
import { allowed } from './people.js';
import { print, printed } from './receipt.js';
import { till } from './state.js';

const WAYS = { BUY: 'The customer brings', SELL: 'The customer wants' };
const PAPERS = { '': 'None seen', PASSPORT: 'Passport', ID_CARD: 'Identity card', RESIDENCE_PERMIT: 'Residence permit', DRIVING_LICENCE: 'Driving licence' };

const unsigned = (amount) => ({ ...amount, minor: Math.abs(amount.minor) });

/** Copy: its number, 0 of a look at it; left out of the receipt itself. */
const paper = (done, copy) => el('article', { class: 'receipt', 'aria-label': `Receipt ${done.receipt} of the exchange` },
  copy === undefined ? null : el('div', { class: 'copy' }, copy ? `COPY ${copy}` : 'COPY'),
  el('h3', {}, `${till.status.storeName} · ${till.status.workstation}`),
  el('div', { class: 'center' }, done.undoes ? `Exchange ${done.undoes} taken back, receipt ${done.receipt}` : `Currency exchange, receipt ${done.receipt}`),
  el('div', { class: 'center' }, done.at.slice(0, 19).replace('T', ' ')),
  el('div', { class: 'center' }, `Served by ${done.operator}`),
  el('hr'),
  el('div', { class: 'r' }, el('span', {}, done.way === 'BUY' ? 'Bought' : 'Sold'), el('span', {}, told(unsigned(done.foreign)))),
  el('div', { class: 'r' }, el('span', {}, `at ${done.rate}`), el('span', {}, told(unsigned(done.base)))),
  done.commission.minor ? el('div', { class: 'r' }, el('span', {}, 'Commission'), el('span', {}, told(done.commission))) : null,
  el('div', { class: 'r strong' },
    el('span', {}, (done.way === 'BUY') === !done.undoes ? 'To the customer' : 'From the customer'), el('span', {}, told(done.customer))),
  done.customerReference ? el('div', { class: 'hint' }, `Customer ${done.customerReference}${done.document ? `, ${PAPERS[done.document]} seen` : ''}`) : null,
  el('hr'),
  el('div', { class: 'center' }, done.receiptId));

/** The first time it is the receipt itself; from then on a copy, which is recorded and says so. */
async function printExchange(done, isCopy, wrong) {
  if (!isCopy && !printed.has(done.receiptId)) {
    printed.add(done.receiptId);
    return print(paper(done));
  }
  try {
    const { receipt } = await command(`/api/v1/receipts/${done.receipt}/copies`, till.operator, {});
    return print(paper(receipt.exchange, receipt.copyNumber));
  } catch (problem) {
    return wrong.replaceChildren(failure(problem.message));
  }
}

/** Looked at: an earlier one, of the day that is open or another. */
function shownExchange(done, looked = false) {
  const wrong = el('div');
  const undoable = !done.undoes && till.status.dayOpen && done.businessDay === till.status.businessDay;
  return show((close) => [
    el('h2', {}, looked ? 'Copy of a receipt' : done.undoes ? 'Taken back' : 'Exchanged'), paper(done, looked ? 0 : undefined), wrong,
    el('div', { class: 'row-keys' },
      undoable ? el('button', { type: 'button', onclick: () => { close(null); undo(done.receipt); } }, 'Take back') : null,
      el('button', { type: 'button', onclick: () => printExchange(done, looked, wrong) }, looked ? 'Print a copy' : 'Print'),
      el('button', { type: 'button', class: 'primary', autofocus: true, onclick: () => close(null) }, looked ? 'Close' : 'Done')),
  ]);
}

export const lookedAt = (done) => shownExchange(done, true);

const refused = (reason) => show((close) => [
  el('h2', {}, 'Not recorded'), failure(reason),
  el('div', { class: 'row-keys' }, el('button', { type: 'button', class: 'primary', autofocus: true, onclick: () => close(null) }, 'OK'))]);

async function undo(receipt) {
  const reason = await prompt({ title: `Take exchange ${receipt} back`, label: 'Reason', digits: false, done: 'Take back',
    check: (text) => (text ? '' : 'Say why, such as "changed their mind".') });
  if (reason === null) return;
  const { answer, reason: why } = await attempt(() => allowed(`/api/v1/exchange/${receipt}/post-void`, { reason }));
  if (answer) await shownExchange(answer);
  else await refused(why);
}

async function undoByNumber() {
  const number = await prompt({ title: 'Take an exchange back', label: 'Number on its receipt', done: 'Go on',
    check: (text) => (/^[1-9]\d{0,14}$/.test(text) ? '' : 'Type the number that the receipt of the exchange has.') });
  if (number !== null) await undo(Number(number));
}

/** Each change is priced again by the till program; what it says no to is shown beside the amount. */
function exchange(rates) {
  const select = (label, options, value) => {
    const field = el('select', { 'aria-label': label }, Object.entries(options).map(([key, name]) => el('option', { value: key, selected: key === value }, name)));
    return [field, el('label', { class: 'field' }, el('span', {}, label), field)];
  };
  const input = (label, attributes) => {
    const field = el('input', { maxlength: 60, 'aria-label': label, ...attributes });
    return [field, el('label', { class: 'field' }, el('span', {}, label), field)];
  };
  const [way, wayField] = select('What', WAYS, 'BUY');
  const [currency, currencyField] = select('Currency',
    Object.fromEntries(rates.rates.map((one) => [one.currency, `${one.currency} · buys ${one.buy}, sells ${one.sell}`])));
  const [amount, amountField] = input('Amount in that currency', { inputmode: 'decimal', class: 'big', autofocus: true });
  const [rate, rateField] = input('Another rate', { inputmode: 'decimal', placeholder: 'as quoted' });
  const [customer, customerField] = input('Customer number', {});
  const [document, documentField] = select('Papers', PAPERS, '');
  const quoted = el('div', { class: 'receipt', 'aria-live': 'polite', hidden: true });
  let quote = null;
  let asked = 0;

  const request = () => ({ way: way.value, currency: currency.value, minor: amountOf(amount.value.trim(), currency.value).minor,
    ...(rate.value.trim() ? { rate: rate.value.trim() } : {}) });
  const price = async () => {
    quote = null;
    const mine = ++asked;
    quoted.hidden = !amount.value.trim();
    if (quoted.hidden) return quoted.replaceChildren();
    const wrong = wrongAmount(amount.value.trim(), currency.value);
    if (wrong) return quoted.replaceChildren(failure(wrong));
    try {
      const answer = await ask('/api/v1/exchange/quote', request());
      if (mine !== asked) return undefined;
      quote = answer;
      return quoted.replaceChildren(
        el('div', { class: 'r' }, el('span', {}, `${told(quote.foreign)} at ${quote.rate}`), el('span', {}, told(quote.base))),
        el('div', { class: 'r' }, el('span', {}, 'Commission'), el('span', {}, told(quote.commission))),
        el('div', { class: 'r strong' }, el('span', {}, quote.way === 'BUY' ? 'To the customer' : 'From the customer'), el('span', {}, told(quote.customer))),
        quote.allowed ? '' : el('div', { class: 'hint' }, quote.never ? 'This rate is outside the allowed range, and nobody may exchange at it.'
          : 'This rate is outside the allowed range: a supervisor must allow it.'));
    } catch (problem) {
      return mine === asked ? quoted.replaceChildren(failure(problem.message)) : undefined;
    }
  };
  return show((close) => [
    el('h2', {}, 'Exchange currency'),
    el('form', { class: 'form', oninput: price, onsubmit: async (event) => {
      event.preventDefault();
      await price();
      if (quote) close({ ...request(), expectedMinor: quote.customer.minor, customer: customer.value.trim(), document: document.value });
    } },
      wayField, currencyField, amountField, quoted, el('div', { class: 'pair' }, rateField, customerField), documentField,
      rates.identifyFrom ? el('p', { class: 'hint' },
        `From ${told(rates.identifyFrom)} of one customer ${rates.identifyDays === 1 ? 'a day' : `within ${rates.identifyDays} days`} on, papers are to be seen.`) : null,
      el('div', { class: 'row-keys' }, el('button', { type: 'button', onclick: () => close(null) }, 'Back'),
        el('button', { type: 'submit', class: 'primary' }, 'Exchange'))),
  ]);
}

async function start() {
  let rates;
  try {
    rates = await get('/api/v1/exchange/rates');
  } catch (problem) {
    return refused(problem.message);
  }
  if (!rates.rates.length) return refused(`This store exchanges no currencies: head office has given it no rates for ${rates.day}.`);
  const wanted = await exchange(rates);
  if (!wanted) return undefined;
  const { answer, reason } = await attempt(() => allowed('/api/v1/exchange', wanted));
  return answer ? shownExchange(answer) : refused(reason);
}

export const exchangeMenu = () => menu('Currency exchange', [
  ['Exchange', `Buy a currency from a customer, or sell one, for ${till.currency}`, start],
  ['Take an exchange back', 'One of today, as a whole', undoByNumber],
]);
