// What is paid with besides the store's own cash and cards, and what is paid besides the goods.

import { askAge } from './age.js';
import { get, Refused } from './api.js';
import { change } from './basket.js';
import { el, failure, menu, prompt, show } from './dom.js';
import { minorOf, plain, shown } from './money.js';
import { payByGiftCard, ready, takeForeign } from './pay.js';
import { till } from './state.js';

const UNCHECKED = 'unchecked';
const text = (minor) => shown({ minor, currency: till.currency }, till.digits);

/** What the card has left, or that it is to be taken without anybody knowing, or null. */
async function balanceOf(number) {
  try {
    const card = await get(`/api/v1/gift-cards/${encodeURIComponent(number)}`);
    return { minor: BigInt(card.balance.minor), sure: card.gateway === 'ANSWERED' };
  } catch (problem) {
    const doubtful = problem instanceof Refused && problem.is('not-checked');
    return show((close) => [el('h2', {}, doubtful ? 'Nobody can tell what is on it' : 'Not available'), failure(problem.message),
      el('div', { class: 'row-keys' },
        doubtful ? el('button', { type: 'button', onclick: () => close(UNCHECKED) }, 'Take it unchecked') : null,
        el('button', { type: 'button', class: 'primary', autofocus: true, onclick: () => close(null) }, 'Back'))]);
  }
}

const usedUp = () => show((close) => [el('h2', {}, 'Nothing is left on it'), failure('This gift card is used up.'),
  el('div', { class: 'row-keys' }, el('button', { type: 'button', class: 'primary', autofocus: true, onclick: () => close(null) }, 'OK'))]);

async function giftCard() {
  if (!ready() || !await askAge()) return;
  const total = BigInt(till.priced.total.minor);
  const number = await prompt({ title: 'Pay with a gift card', label: 'Number of the card', digits: false,
    hint: 'Scan the card, or type the number that is printed on it.', check: (typed) => (typed ? '' : 'Scan the card or type its number.') });
  if (!number) return;
  const left = await balanceOf(number);
  if (!left) return;
  const most = left === UNCHECKED || left.minor > total ? total : left.minor;
  if (most <= 0n) {
    await usedUp();
    return;
  }
  const typed = await prompt({ title: `Gift card …${number.slice(-4)}`, label: `What it pays, in ${till.currency}`, value: plain(most, till.digits),
    hint: left === UNCHECKED ? 'What is left on it is not known.' : `${text(left.minor)} left${left.sure ? '' : ', as far as this till knows: the gateway is not reached'}.`,
    check: (value) => (minorOf(value, till.digits) > 0n && minorOf(value, till.digits) <= most ? '' : `At most ${text(most)}.`) });
  if (typed !== null) await payByGiftCard({ type: 'GIFT_CARD', minor: minorOf(typed, till.digits), giftCard: number, unchecked: left === UNCHECKED });
}

async function tip() {
  const typed = await prompt({ title: 'Tip', label: `For those who serve, in ${till.currency}; 0 for none`,
    hint: 'It is paid with the goods, and is no turnover of the shop.',
    check: (value) => (minorOf(value, till.digits) === null || minorOf(value, till.digits) < 0n ? 'Type an amount.' : '') });
  if (typed !== null) await change(() => { till.tip = Number(minorOf(typed, till.digits)) || null; });
}

export const otherMoney = () => menu('Gift card, foreign cash, tip', [
  ['Gift card', 'Pays for all of it, or for a part', giftCard],
  ...till.foreignCash.map((foreign) => [`Cash in ${foreign.currency}`, `One counts as ${foreign.rate} ${till.currency}; change in ${till.currency}`, () => takeForeign(foreign)]),
  ...(till.returning ? [] : [['Tip', till.tip ? `${text(BigInt(till.tip))} now` : 'Paid with the goods, for those who serve', tip]]),
]);
