// Looking things up, checking a shelf's price, and what was done today.

import { get } from './api.js';
import { bars } from './code128.js';
import { el, failure, prompt } from './dom.js';
import { record, sure, tell } from './handheld-send.js';
import { handheld, isCounting, UNIT_NAMES, withUnit } from './handheld-state.js';
import { priceText, shown } from './money.js';

const digits = () => handheld.status?.currency.digits ?? 2;
const pairs = (all) => el('dl', { class: 'pairs' }, all.filter(([, value]) => value).map(([name, value]) => [el('dt', {}, name), el('dd', {}, value)]));

/** The articles that a code or a name means. */
export async function found(text) {
  const byCode = await get(`/api/v1/products?code=${encodeURIComponent(text)}`);
  return byCode.length ? byCode : get(`/api/v1/products?q=${encodeURIComponent(text)}`);
}

function card(article) {
  return el('div', { class: 'card' }, el('h2', {}, article.description),
    el('p', { class: 'price' }, `${priceText(article.price, digits())} ${article.currency}`),
    el('p', { class: 'soft' }, `for one ${{ C62: 'piece', KGM: 'kilogram', MTR: 'metre', LTR: 'litre' }[article.unit] ?? article.unit}`),
    article.nextPrice ? el('p', {}, `From ${article.nextPrice.from}: `, el('strong', {}, `${priceText(article.nextPrice.price, digits())} ${article.currency}`)) : null,
    pairs([['PLU', article.plu], ['GTIN', article.gtin], ['Department', article.department], ['VAT', `${article.taxRatePpm / 10000} %`]]),
    onHand(article));
}

/** Asked of the gateway while the card is shown; nobody who counts is told. */
function onHand(article) {
  const line = el('p', { class: 'soft', 'aria-live': 'polite' }, 'In the store: asking the gateway…');
  if (isCounting()) line.textContent = 'In the store: not told while a count is open.';
  else get(`/api/v1/stock/on-hand?plu=${encodeURIComponent(article.plu)}`).then(
    (stock) => line.replaceChildren(...(stock.known
      ? ['In the store: ', el('strong', {}, withUnit(stock.quantity, stock.unit)), stock.counted ? `, counted ${stock.counted.slice(0, 10)}` : ', never counted']
      : [`In the store: ${stock.why}.`])),
    (problem) => { line.textContent = `In the store: ${problem.message}`; });
  return line;
}

export function openLookUp(shell) {
  const hint = el('p', { class: 'soft' }, 'Scan an article, or type a PLU, a GTIN or a name.');
  shell.screen('Look up', [hint], []);
  async function scanned(text) {
    const articles = await found(text);
    if (!articles.length) return shell.screen('Look up', [failure(`Nothing here is called ${text}.`), hint], []);
    if (articles.length === 1) return shell.screen('Look up', [card(articles[0])], []);
    return shell.screen('Look up', [el('ul', { class: 'lines' }, articles.map((article) => el('li', {},
      el('button', { type: 'button', onclick: () => scanned(article.plu) }, el('span', {}, article.description),
        el('b', {}, priceText(article.price, digits())), el('small', {}, article.plu)))))], []);
  }
  return { scanned };
}

export function openShelf(shell) {
  const hint = el('p', { class: 'soft' }, 'Scan the article or its label, then type the price that stands on the shelf.');
  shell.screen('Shelf price', [hint], []);
  async function scanned(text) {
    const [article] = await get(`/api/v1/products?code=${encodeURIComponent(text)}`);
    if (!article) return shell.screen('Shelf price', [failure(`No article has the code ${text}. Take the label off the shelf, or ask head office.`), hint], []);
    const shelf = await prompt({ title: article.description, label: `Price on the shelf, in ${article.currency}`, hint: article.plu,
      check: (value) => (/^\d{1,12}([.,]\d{1,6})?$/.test(value) ? '' : 'Type the price as it stands there, such as 3.49.'), done: 'Check' });
    if (shelf === null) return null;
    const answer = await record('/api/v1/stock/shelf-prices', { plu: article.plu, shelf: shelf.replace(',', '.') });
    if (!answer) return null;
    return shell.screen('Shelf price', [el('div', { class: `verdict ${answer.right ? 'right' : 'wrong'}`, role: 'alert' },
      el('strong', {}, answer.right ? 'Right' : 'Wrong'),
      answer.right ? `${priceText(answer.listed, digits())} ${answer.currency}`
        : `The till asks ${priceText(answer.listed, digits())} ${answer.currency}, the shelf says ${priceText(answer.shelf, digits())}. Print a new label.`),
    el('div', { class: 'card' }, el('h2', {}, answer.description), pairs([['PLU', answer.plu]])), hint], []);
  }
  return { scanned };
}

const KINDS = { DELIVERY: 'Delivery', WASTE: 'Waste', TRANSFER_OUT: 'Transfer out', TRANSFER_IN: 'Transfer in', COUNT: 'Count',
  SHELF_RIGHT: 'Shelf price right', SHELF_WRONG: 'Shelf price wrong' };

export async function openToday(shell) {
  shell.screen('Today', [el('p', { class: 'soft' }, 'Reading…')], []);
  const done = await get('/api/v1/stock/entries');
  const what = (one) => [one.party, one.reference, one.reason].filter(Boolean).join(' · ');
  shell.screen('Today', [done.length ? el('ul', { class: 'lines' }, done.map((one) => el('li', {},
    el('button', { type: 'button', onclick: () => shell.attempt(() => showEntry(one)) }, el('span', {}, KINDS[one.kind] ?? one.kind),
      el('b', {}, one.kind.startsWith('SHELF') ? '' : `${one.lines} ${one.lines === 1 ? 'line' : 'lines'}`),
      el('small', {}, `${one.at.slice(11, 16)} · ${one.operator}${what(one) ? ` · ${what(one)}` : ''}`)))))
    : el('p', { class: 'soft' }, 'Nothing was recorded today.')], []);
  return { scanned: null };
}

async function showEntry(one) {
  if (one.kind.startsWith('SHELF')) return tell(KINDS[one.kind], pairs([['PLU', one.reference], ['Article', one.reason], ['At', one.at.slice(0, 19).replace('T', ' ')]]));
  const entry = await get(`/api/v1/stock/entries/${one.epoch}/${one.sequence}`);
  return tell(KINDS[entry.kind] ?? entry.kind, pairs([['Party', entry.party], ['Reference', entry.reference], ['Why', entry.reason], ['By', entry.operator]]),
    entry.kind === 'TRANSFER_OUT' ? bars(entry.reference) : '',
    el('ul', { class: 'lines' }, entry.lines.slice(0, 200).map((line) => el('li', {}, el('div', { class: 'card' }, el('span', {}, line.description),
      pairs([[line.plu, withUnit(line.quantity, line.unit)], ['Cost', line.cost ? shown(line.cost, digits()) : '']]))))));
}

export async function endDay(shell) {
  if (!handheld.status?.dayOpen) return tell('End of day', el('p', {}, 'Nothing has been recorded since the last day ended, so there is nothing to end.'));
  const day = handheld.status.businessDay;
  if (!await sure(`End ${day}?`, 'The store\'s close-down waits for this handheld only while its day is open. Whatever is recorded later begins the next day, or adds to this one.', 'End the day')) return null;
  const answer = await record('/api/v1/day/close', {});
  if (!answer) return null;
  await tell(`Z ${answer.z.zNumber} of ${answer.z.businessDay}`, answer.z.stock.length ? pairs(answer.z.stock.map((flow) =>
    [KINDS[flow.flow === 'COUNTED' ? 'COUNT' : flow.flow] ?? flow.flow, `${flow.quantity} ${UNIT_NAMES[flow.unit] ?? flow.unit}`])) : el('p', {}, 'No goods were moved or counted.'));
  return shell.home();
}
