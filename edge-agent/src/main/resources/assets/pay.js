// Taking money for the basket. Only cash gives change; a card pays at most what is still owed.

import { askAge } from './age.js';
import { askAgain, Refused } from './api.js';
import { asked, clear, scanError } from './basket.js';
import { el, failure, pad, prompt, show } from './dom.js';
import { coins, counted, likelyTenders, minorOf, plain, shown } from './money.js';
import { allowed } from './people.js';
import { showReceipt, tenderName } from './receipt.js';
import { changed, REASONS_BACK, till } from './state.js';

const TENDERS = ['CASH', 'CARD', 'VOUCHER'];

const CARDS = [['CARD', 'not known'], ['DEBIT_CARD', 'debit card'], ['CREDIT_CARD', 'credit card']];

/** What a count asks for: slips of cards are kept by their kind. */
export const COUNTED = [...new Set([...TENDERS, ...CARDS.map(([type]) => type)])];

const total = () => BigInt(till.priced.total.minor);
const inCash = () => coins(total(), till.status.smallestCoin);
const text = (minor) => shown({ minor, currency: till.currency }, till.digits);
const magnitude = (minor) => (minor < 0n ? -minor : minor);

/** A tender as it is asked for: minor units in the store's currency, unless it says another. */
const asTender = ({ type, minor, foreign, giftCard }) => ({
  type, amount: { minor: Number(foreign ? foreign.minor : minor), currency: foreign ? foreign.currency : till.currency },
  ...(giftCard ? { giftCard } : {}),
});

/** Records the basket with these tenders, once, and shows the receipt. Returns a reason if it was refused. */
async function record(tenders) {
  const path = till.returning ? '/api/v1/returns' : '/api/v1/sales';
  const { answer, reason } = await attempt(() => allowed(path, {
    lines: asked(), discounts: till.discounts, ...(till.voided ? { voided: till.voided } : {}),
    ...(till.parked ? { basket: till.parked } : {}),
    ...(till.returning && till.reason ? { reason: till.reason } : {}), expectedTotal: till.priced.total,
    ...(till.tip ? { tip: { minor: till.tip, currency: till.currency } } : {}), ...(till.age ? { ageCheck: till.age } : {}),
    ...(tenders.some((tender) => tender.unchecked) ? { unchecked: true } : {}),
    tenders: tenders.map(asTender),
  }));
  if (!answer) {
    scanError(reason); // in the basket, too: the dialog may have given way to a supervisor's
    return reason;
  }
  if (!answer.receipt.training) till.last = answer.receipt;
  clear();
  showReceipt(answer.receipt);
  return '';
}

/** Runs a command; while nothing answers, offers to ask again with the same id. */
export async function attempt(run) {
  let next = run;
  for (;;) {
    try {
      return { answer: await next() };
    } catch (problem) {
      if (problem instanceof Refused) return { reason: problem.message };
      const again = await show((close) => [
        el('h2', {}, 'No answer from the till program'),
        el('p', {}, 'It may or may not have been recorded. Asking again is safe: it is recorded once, however often you ask.'),
        el('div', { class: 'row-keys' }, el('button', { type: 'button', class: 'primary', autofocus: true, onclick: () => close('again') }, 'Ask again')),
      ]);
      if (again !== 'again') return { reason: 'Not answered yet. The page asks again when the till program is back.' };
      next = askAgain;
    }
  }
}

export function ready() {
  return till.priced && till.basket.length && till.status?.dayOpen && till.status.recording && till.present && !till.present.locked;
}

/** Goods without a receipt: why they come back is asked before any money goes out. */
async function saidWhy() {
  if (!till.returning) return true;
  const reason = await prompt({ title: 'Why does it come back?', label: 'Reason (optional)', digits: false, value: till.reason,
    choices: REASONS_BACK, done: 'Go on' });
  if (reason === null) return false;
  till.reason = reason;
  return true;
}

/** Everything with one tender. Cash asks how much was handed over; a card takes exactly the total. */
export async function payWith(type) {
  if (!ready() || !await saidWhy() || !await askAge()) return undefined;
  if (type === 'CASH' && inCash() > 0n) return takeCash();
  return confirm(type);
}

function confirm(type) {
  const out = total() < 0n;
  const due = type === 'CASH' ? inCash() : total();
  const kind = el('select', {}, CARDS.map(([value, name]) => el('option', { value }, name)));
  return asking(`${out ? 'Pay back' : 'Take'} ${text(magnitude(due))} ${out ? 'as' : 'by'} ${tenderName(type).toLowerCase()}`,
    () => (type === 'CARD' ? [el('p', { class: 'hint' }, 'Finish on the card terminal first, then confirm here.'),
      el('label', { class: 'field' }, el('span', {}, 'Kind of card, by the terminal\u2019s slip'), kind)] : []),
    () => (total() === 0n ? [] : [{ type: type === 'CARD' ? kind.value : type, minor: due }]), out ? 'Paid back' : 'Taken');
}

function takeCash() {
  let given = inCash();
  const change = el('div', { class: 'owing change', 'aria-live': 'polite' });
  const input = el('input', { class: 'big', inputmode: 'decimal', autofocus: true, value: plain(inCash(), till.digits), 'aria-label': 'Cash given' });
  const draw = () => {
    given = minorOf(input.value, till.digits);
    const back = given === null ? null : given - inCash();
    change.replaceChildren(el('span', {}, back !== null && back < 0n ? 'Still owed' : 'Change'),
      el('span', {}, back === null ? '–' : text(magnitude(back))));
  };
  input.addEventListener('input', draw);
  draw();
  return asking(`Cash for ${text(inCash())}`, () => [
    inCash() === total() ? '' : el('p', { class: 'hint' }, `${text(total())}, rounded to the smallest coin`),
    el('label', { class: 'field' }, el('span', {}, 'Cash given'), input), change,
    el('div', { class: 'chips' }, likelyTenders(inCash(), till.digits).map((minor) =>
      el('button', { type: 'button', onclick: () => { input.value = plain(minor, till.digits); draw(); input.focus(); } }, text(minor)))),
    pad(input),
  ], () => {
    if (given === null) throw new Error(`Type an amount in ${till.currency}, such as ${plain(inCash(), till.digits)}.`);
    if (given < inCash()) throw new Error(`${text(inCash() - given)} is still owed. Take more, or use "Several tenders".`);
    return [{ type: 'CASH', minor: given }];
  }, 'Taken');
}

/**
 * Several tenders, one after the other, until nothing is owed; once cash is among them, nothing that there are coins for.
 * Begun: what was taken already.
 */
export async function split(begun = []) {
  if (!ready() || !await saidWhy() || !await askAge()) return undefined;
  const taken = [...begun];
  const exact = () => total() - taken.reduce((sum, tender) => sum + tender.minor, 0n);
  const owed = () => (taken.some((tender) => tender.type === 'CASH') ? coins(exact(), till.status.smallestCoin) : exact());
  const sign = total() < 0n ? -1n : 1n;
  const list = el('div');
  const input = el('input', { class: 'big', inputmode: 'decimal', autofocus: true, 'aria-label': 'Amount' });
  const wrong = el('div');
  const draw = () => {
    list.replaceChildren(
      ...taken.map((tender) => el('div', { class: 'r owing' }, el('span', {}, tenderName(tender.type)), el('span', {}, text(tender.minor)))),
      el('div', { class: 'owing change' }, el('span', {}, owed() * sign < 0n ? 'Change' : 'Still owed'), el('span', {}, text(magnitude(owed())))));
    input.value = owed() * sign > 0n ? plain(magnitude(owed()), till.digits) : '';
    input.dataset.fresh = 'yes';
  };
  const take = (type) => () => {
    const cash = coins(magnitude(exact()), till.status.smallestCoin);
    const typed = type === 'CASH' && input.dataset.fresh ? cash : minorOf(input.value, till.digits);
    const minor = typed === null ? null : typed * sign;
    if (minor === null || minor === 0n) return wrong.replaceChildren(failure('Type the amount of this tender first.'));
    if (type !== 'CASH' && magnitude(minor) > magnitude(owed())) return wrong.replaceChildren(failure(`Only cash gives change: at most ${text(magnitude(owed()))} by ${tenderName(type).toLowerCase()}.`));
    wrong.replaceChildren();
    taken.push({ type, minor });
    draw();
    input.focus();
    return undefined;
  };
  draw();
  return asking(`Several tenders for ${text(total())}`, () => [
    list, el('label', { class: 'field' }, el('span', {}, 'Amount of the next tender'), input), wrong,
    el('div', { class: 'chips' }, TENDERS.map((type) => el('button', { type: 'button', onclick: take(type) }, tenderName(type)))),
    pad(input),
  ], () => {
    if (owed() * sign > 0n) throw new Error(`${text(magnitude(owed()))} is still owed.`);
    return taken;
  }, 'Finish');
}

/** A dialog that ends in recording the basket; the reason of a refusal stays visible in it. */
function asking(title, content, tenders, done) {
  return show((close) => {
    const wrong = el('div');
    const submit = el('button', { type: 'submit', class: 'primary' }, done);
    const form = el('form', { class: 'form', onsubmit: async (event) => {
      event.preventDefault();
      submit.disabled = true;
      try {
        const reason = await record(tenders());
        if (reason) wrong.replaceChildren(failure(reason));
      } catch (problem) {
        wrong.replaceChildren(failure(problem.message));
      }
      submit.disabled = false;
      changed();
    } }, ...content(), wrong, el('div', { class: 'row-keys' },
      el('button', { type: 'button', onclick: () => close(null) }, 'Back'), submit));
    if (!form.querySelector('[autofocus]')) submit.setAttribute('autofocus', '');
    return [el('h2', {}, title), form];
  });
}

/** Notes of another currency for all of it; change is the store's own. */
export async function takeForeign(foreign) {
  if (!ready() || !await saidWhy() || !await askAge()) return undefined;
  let given = null;
  const input = el('input', { class: 'big', inputmode: 'decimal', autofocus: true, 'aria-label': `Cash given in ${foreign.currency}` });
  const change = el('div', { class: 'owing change', 'aria-live': 'polite' });
  const worth = () => (given === null ? 0n : counted(given, foreign, till.digits));
  const back = () => coins(worth() - total(), till.status.smallestCoin);
  const draw = () => {
    given = minorOf(input.value, foreign.digits);
    change.replaceChildren(el('span', {}, back() < 0n ? 'Still owed' : 'Change'), el('span', {}, text(magnitude(back()))));
  };
  input.addEventListener('input', draw);
  draw();
  return asking(`${foreign.currency} for ${text(total())}`, () => [
    el('p', { class: 'hint' }, `One ${foreign.currency} counts as ${foreign.rate} ${till.currency}. Change is given in ${till.currency}.`),
    el('label', { class: 'field' }, el('span', {}, `Cash given, in ${foreign.currency}`), input), change, pad(input),
  ], () => {
    if (!given) throw new Error(`Type an amount in ${foreign.currency}.`);
    if (back() < 0n) throw new Error(`${text(-back())} is still owed: take more.`);
    return [{ type: 'CASH', minor: worth(), foreign: { minor: given, currency: foreign.currency } }];
  }, 'Taken');
}

/** A gift card that pays for all of it, or is the first of several tenders. */
export const payByGiftCard = (card) => (card.minor < total() ? split([card])
  : asking(`Take ${text(total())} from the gift card`, () => [], () => [card], 'Taken'));
