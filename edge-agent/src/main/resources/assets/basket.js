// The basket: what was asked for. What it costs, the till program says, with the same arithmetic that
// it records by; so the page never shows a price that the receipt would not have.

import { ask, get, Refused } from './api.js';
import { byId, el, prompt, withChoices } from './dom.js';
import { priceText, shown, signed } from './money.js';
import { KINDS, unitName } from './receipt.js';
import { changed, till } from './state.js';

const NAME_LENGTH_MIN = 2;
const SEARCH_AFTER_MILLIS = 120;

export const asked = () => till.basket.map((line) => ({
  ...line, quantity: till.returning ? negated(line.quantity) : line.quantity,
}));

const negated = (quantity) => (quantity.startsWith('-') ? quantity.slice(1) : `-${quantity}`);

let pricing = 0;

/** Has the basket priced; a basket that cannot be is put back as it was, and the reason thrown. */
async function reprice(before, discounts) {
  const turn = ++pricing;
  if (!till.basket.length) {
    till.priced = null;
    return changed();
  }
  try {
    const priced = await ask('/api/v1/basket', {
      lines: asked(), discounts: till.discounts, ...(till.tip ? { tip: { minor: till.tip, currency: till.currency } } : {}),
    });
    if (turn === pricing) till.priced = priced;
  } catch (failure) {
    till.basket = before;
    till.discounts = discounts;
    till.chosen = Math.min(till.chosen, before.length - 1);
    throw failure;
  } finally {
    changed();
  }
}

export async function change(edit) {
  const before = [...till.basket];
  const { discounts } = till;
  scanError(null);
  edit();
  try {
    await reprice(before, discounts);
  } catch (failure) {
    scanError(failure.message);
    return false;
  }
  return true;
}

export const scanError = (text) => {
  byId('scan-error').textContent = text || '';
  byId('scan-error').hidden = !text;
};

/** "3*85123A" is three of them; where nothing is said, it depends on the article. */
export function readScan(text) {
  const match = /^(-?\d+(?:[.,]\d{1,3})?)\s*[*x×]\s*(.+)$/i.exec(text.trim());
  return match ? { quantity: match[1].replace(',', '.'), code: match[2].trim() } : { quantity: '', code: text.trim() };
}

/** Other: what to do with a code that no article has; true if it did. */
export async function add(code, quantity, other = () => false) {
  const product = await found(code, other);
  if (!product) return false;
  const line = product.kind === 'GIFT_CARD' ? await giftCard(product) : await goods(product, quantity);
  if (!line) return false;
  return change(() => {
    till.basket.push(line);
    till.chosen = till.basket.length - 1;
  });
}

async function goods(product, quantity) {
  if (product.label) return packaged(product, quantity);
  const much = quantity || await weighed(product);
  return much ? { plu: product.plu, quantity: much, unit: product.unit } : null;
}

/** What scales have weighed and printed a label for: how much it is, or costs, stands in its bar code. */
function packaged(product, quantity) {
  if (!quantity || quantity === '1') return { gtin: product.label.code, quantity: '1' };
  scanError('Each package of weighed goods is scanned by itself.');
  return null;
}

/** By its number, with what goes onto it where the catalogue does not say. */
async function giftCard(product) {
  const number = await prompt({ title: product.description, label: 'Number of the card', digits: false,
    hint: 'Scan the card, or type the number that is printed on it.', check: (text) => (text ? '' : 'Scan the card or type its number.') });
  if (!number) return null;
  const line = { plu: product.plu, quantity: '1', giftCard: number };
  if (Number(product.price)) return line;
  const amount = await prompt({ title: product.description, label: `What goes onto it, in ${till.currency}`,
    check: (text) => isDecimal(till.digits)(text) || (Number(text.replace(',', '.')) > 0 ? '' : 'Type what the customer pays for it.') });
  return amount ? { ...line, unitPrice: amount.replace(',', '.') } : null;
}

/** One piece is meant where nothing is said; a kilogram never is: the scales are read. Nothing if it is not to be sold. */
async function weighed(product) {
  if (!product.unit || product.unit === 'C62') return '1';
  const value = await prompt({
    title: product.description, label: `How many (${unitName(product.unit)})`,
    check: (text) => isDecimal(3)(text) || (Number(text.replace(',', '.')) > 0 ? '' : 'Type what the scales or the measure show.'),
  });
  return (value ?? '').replace(',', '.');
}

async function found(code, other) {
  try {
    const products = await get(`/api/v1/products?code=${encodeURIComponent(code)}`);
    if (products.length) return products[0];
    if (await other(code)) return null;
    scanError(`No article has the PLU or GTIN "${code}". Check the code, search by name, or press "No code" to sell it at a typed price.`);
  } catch (failure) {
    scanError(failure instanceof Refused ? failure.message : 'The till program does not answer; nothing was added.');
  }
  return null;
}

/** What the till program made of a line that was asked for: itself, and the deposit that comes with it. */
const linesOf = (index) => (till.priced?.lines ?? []).filter((_, i) => till.priced.of[i] === index);

export const addOpenItem = (line) => change(() => {
  till.basket.push(line);
  till.chosen = till.basket.length - 1;
});

/** What is taken out again is told with the sale, or with the basket that is given up. */
export const remove = () => change(() => {
  const gone = linesOf(till.chosen).reduce((sum, line) => sum + Math.abs(line.undiscounted.minor), 0);
  till.voided = { lines: (till.voided?.lines ?? 0) + 1, amount: { minor: (till.voided?.amount.minor ?? 0) + gone, currency: till.currency } };
  till.basket.splice(till.chosen, 1);
  till.chosen = Math.min(till.chosen, till.basket.length - 1);
});

export function clear() {
  scanError(null);
  byId('scan').value = '';
  till.basket = [];
  till.priced = null;
  till.chosen = -1;
  till.returning = false;
  till.reason = '';
  till.discounts = [];
  till.voided = null;
  till.parked = null;
  till.tip = null;
  till.age = null;
  pricing++;
  changed();
}

/** A suspended basket in the place of an empty one: articles at today's prices, what was typed as it was. */
export const replace = (taken) => change(() => {
  till.basket = taken.lines.map((line) => Object.fromEntries(Object.entries(line).filter(([, value]) => value !== null && value !== undefined)));
  till.discounts = taken.discounts ?? [];
  till.voided = taken.voided ?? null;
  till.parked = taken.basket;
  till.chosen = till.basket.length - 1;
});

const KEPT = 'tidemark.basket';
const WHAT = ['basket', 'discounts', 'voided', 'parked', 'returning', 'reason', 'tip', 'age'];

/** What was scanned survives a page that is loaded anew; it is a basket still, and no record of anything. */
export function keep() {
  if (till.basket.length) localStorage.setItem(KEPT, JSON.stringify(Object.fromEntries(WHAT.map((name) => [name, till[name]]))));
  else localStorage.removeItem(KEPT);
}

export async function recall() {
  const kept = JSON.parse(localStorage.getItem(KEPT) || 'null');
  if (kept) await change(() => Object.assign(till, kept, { chosen: kept.basket.length - 1 }));
}

export const toggleReturn = () => change(() => { till.returning = !till.returning; });

const isDecimal = (places) => (text) =>
  new RegExp(`^\\d{1,12}([.,]\\d{1,${places}})?$`).test(text) ? '' : `Type a number with at most ${places} decimal places.`;

export async function askQuantity() {
  const line = till.basket[till.chosen];
  if (!line || line.giftCard) return;
  if (linesOf(till.chosen)[0]?.label) return void scanError('How much it is stands on its label: scan the next package, or remove this one.');
  const value = await prompt({ title: 'Quantity', label: `How many (${unitName(line.unit || 'C62')})`, value: line.quantity, check: isDecimal(3) });
  if (value === null) return;
  await change(() => { till.basket[till.chosen] = { ...line, quantity: value.replace(',', '.') }; });
}

export async function askPrice() {
  const line = till.basket[till.chosen];
  if (!line) return;
  let priceReason = line.priceReason ?? '';
  const why = el('input', { maxlength: 200, value: priceReason, oninput: (event) => { priceReason = event.target.value.trim(); } });
  const lacking = () => {
    why.focus();
    return 'Say why it is not the listed price.';
  };
  const value = await prompt({
    title: 'Price', label: `Price of one, in ${till.currency}, ${till.status.taxExcluded ? 'without VAT' : 'VAT included'}`,
    check: (text) => isDecimal(6)(text) || (priceReason || !till.status.signOnNeeded ? '' : lacking()),
    value: linesOf(till.chosen)[0]?.unitPrice ?? '', hint: 'A typed price is marked as such on the record.',
    fields: () => [withChoices('Reason', why, ['Wrong label', 'Damaged', 'Price match'])],
  });
  if (value === null) return;
  await change(() => { till.basket[till.chosen] = { ...line, unitPrice: value.replace(',', '.'), priceReason }; });
}

let searching = 0;
let searchTimer;

export function search(text) {
  clearTimeout(searchTimer);
  const { code, quantity } = readScan(text);
  const turn = ++searching;
  if (code.length < NAME_LENGTH_MIN || /^\d+$/.test(code)) return suggest([]);
  searchTimer = setTimeout(async () => {
    try {
      const products = await get(`/api/v1/products?q=${encodeURIComponent(code)}`);
      if (turn === searching) suggest(products, quantity);
    } catch {
      suggest([]); // the line under the header already says that the program does not answer
    }
  }, SEARCH_AFTER_MILLIS);
}

export function stopSearch() {
  clearTimeout(searchTimer);
  searching++;
  suggest([]);
}

function suggest(products, quantity = '') {
  const list = byId('suggestions');
  list.hidden = !products.length;
  byId('scan').setAttribute('aria-expanded', String(!list.hidden));
  byId('scan').removeAttribute('aria-activedescendant');
  list.replaceChildren(...products.map((product, i) => el('li', {
    role: 'option', id: `found-${i}`, 'aria-selected': 'false', 'data-plu': product.plu, 'data-quantity': quantity,
    onmousedown: (event) => event.preventDefault(),
    onclick: () => { stopSearch(); byId('scan').value = ''; add(product.plu, quantity); },
  }, el('span', { class: 'code' }, product.plu), el('span', {}, product.description), el('span', { class: 'num' }, priceText(product.price, till.digits)))));
}

/** Moves through what was found with the arrow keys; true if there was something to move through. */
export function walkSuggestions(step) {
  const options = [...byId('suggestions').children];
  if (!options.length) return false;
  const at = options.findIndex((option) => option.getAttribute('aria-selected') === 'true');
  const next = options[(at + step + options.length + (at < 0 && step < 0 ? 1 : 0)) % options.length];
  options.forEach((option) => option.setAttribute('aria-selected', String(option === next)));
  byId('scan').setAttribute('aria-activedescendant', next.id);
  next.scrollIntoView({ block: 'nearest' });
  return true;
}

export const chosenSuggestion = () => byId('suggestions').querySelector('[aria-selected="true"]');

export function choose(index) {
  till.chosen = Math.max(0, Math.min(index, till.basket.length - 1));
  changed();
}

export function drawBasket() {
  const lines = till.priced?.lines ?? [];
  byId('basket').replaceChildren(...lines.map((line, i) => el('tr', {
    'aria-selected': String(till.priced.of[i] === till.chosen), onclick: () => choose(till.priced.of[i]),
  },
    el('td', { class: 'name' }, line.description, KINDS[line.kind] ? el('span', { class: 'tag' }, KINDS[line.kind]) : line.priceEntered ? el('span', { class: 'tag' }, line.listedPrice ? `listed ${priceText(line.listedPrice, till.digits)}` : 'typed price') : line.label ? el('span', { class: 'tag' }, 'label') : null,
      el('span', { class: 'code' }, line.plu || 'no code'),
      line.discounts.map((share) => el('span', { class: 'code off' }, `${share.reason || 'Discount'} ${shown({ ...share.amount, minor: -BigInt(share.amount.minor) }, till.digits)}`))),
    el('td', { class: 'num' }, `${signed(line.quantity)} ${unitName(line.unit)}`),
    el('td', { class: 'num price-col' }, priceText(line.unitPrice, till.digits)),
    el('td', { class: 'num amount' }, shown(line.gross, till.digits)))));
  byId('basket').querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
}
