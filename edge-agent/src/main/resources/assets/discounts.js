// Money off a line or the basket, and baskets that are given up. What it comes to, the till program says.

import { asked, change, clear, remove } from './basket.js';
import { el, failure, menu, prompt, show, withChoices } from './dom.js';
import { minorOf, shown } from './money.js';
import { attempt } from './pay.js';
import { allowed } from './people.js';
import { till } from './state.js';

const PERCENT = /^(100|\d{1,2}([.,]\d{1,4})?)$/;

const PERCENTS = ['5', '10', '20', '50'];
const REASONS = ['Worn', 'Staff', 'Regular customer', 'Short date'];

/** What is wrong with a typed discount; empty if nothing. */
function wrongWith(text, isPercent) {
  const minor = minorOf(text, till.digits);
  if (isPercent) return !PERCENT.test(text) || Number(text.replace(',', '.')) === 0 ? 'Type a percentage above 0 and at most 100.' : '';
  return minor === null || minor <= 0n ? `Type an amount in ${till.currency} above zero.` : '';
}

/** A percentage or an amount, and why. */
function askDiscount(title) {
  return show((close) => {
    const value = el('input', { class: 'big', inputmode: 'decimal', autofocus: true, maxlength: 20 });
    const unit = el('select', {}, el('option', { value: 'percent' }, 'percent'), el('option', { value: 'amount' }, till.currency));
    const reason = el('input', { maxlength: 200 });
    const wrong = el('div');
    const lacking = (input, text) => {
      wrong.replaceChildren(failure(text));
      input.focus();
    };
    const accept = (event) => {
      event.preventDefault();
      const text = value.value.trim();
      const isPercent = unit.value === 'percent';
      const bad = wrongWith(text, isPercent);
      if (bad) return lacking(value, bad);
      if (!reason.value.trim()) return lacking(reason, 'Say why, such as "worn" or "staff".');
      return close({ ...(isPercent ? { percent: text.replace(',', '.') } : { amount: { minor: Number(minorOf(text, till.digits)), currency: till.currency } }),
        reason: reason.value.trim() });
    };
    return [el('h2', {}, title), el('form', { class: 'form', onsubmit: accept },
      el('div', { class: 'pair' }, el('label', { class: 'field' }, el('span', {}, 'How much'), value),
        el('label', { class: 'field' }, el('span', {}, 'Percent or amount'), unit)),
      el('div', { class: 'chips' }, PERCENTS.map((percent) => el('button', { type: 'button', onclick: () => {
        value.value = percent;
        unit.value = 'percent';
        reason.focus();
      } }, `${percent} %`))),
      withChoices('Reason', reason, REASONS), wrong,
      el('div', { class: 'row-keys' }, el('button', { type: 'button', onclick: () => close(null) }, 'Back'),
        el('button', { type: 'submit', class: 'primary' }, 'Take off')))];
  });
}

async function onLine() {
  const line = till.basket[till.chosen];
  if (!line) return;
  const discount = await askDiscount(`Discount on ${till.priced?.lines[till.chosen]?.description ?? 'this line'}`);
  if (discount) await change(() => { till.basket[till.chosen] = { ...line, discount }; });
}

async function onBasket() {
  const discount = await askDiscount('Discount on the whole basket');
  if (discount) await change(() => { till.discounts = [...till.discounts, discount]; });
}

const none = () => change(() => {
  till.discounts = [];
  till.basket = till.basket.map(({ discount: _, ...line }) => line);
});

export const discountMenu = () => (till.basket.length ? menu('Discount', [
  ['On this line', till.priced?.lines[till.chosen]?.description ?? '', onLine],
  ['On the basket', 'Of what the lines\' discounts leave', onBasket],
  ['No discounts', 'Take all of them away again', none],
]) : undefined);

/** The customer goes without it: that is recorded, with what was in the basket and why. */
export async function giveUp(reasonGiven = '') {
  if (!till.basket.length) return;
  if (till.present?.training) return clear();
  const reason = await prompt({ title: 'Give up this basket', label: 'Reason', digits: false, done: 'Give up', value: reasonGiven,
    hint: `${shown(till.priced.total, till.digits)} are not sold. The basket is kept on the record.`,
    choices: ['No money', 'Changed mind', 'Card refused', 'Taken out again'],
    check: (text) => (text ? '' : 'Say why, such as "no money".') });
  if (reason === null) return;
  const { answer, reason: refused } = await attempt(() => allowed('/api/v1/baskets/void', {
    lines: asked(), discounts: till.discounts, reason, ...(till.voided ? { voided: till.voided } : {}), ...(till.parked ? { basket: till.parked } : {}),
  }));
  if (answer) return clear();
  await show((close) => [el('h2', {}, 'Not recorded'), failure(refused),
    el('div', { class: 'row-keys' }, el('button', { type: 'button', class: 'primary', autofocus: true, onclick: () => close(null) }, 'OK'))]);
}

/** The last line taken out leaves nothing to sell: the basket is given up. */
export const removeLine = () => (till.basket.length === 1 ? giveUp('taken out again') : remove());
