// Baskets that wait: suspended here, taken up again here or at another till of the store.

import { command, get } from './api.js';
import { asked, clear, replace } from './basket.js';
import { bars } from './code128.js';
import { el, failure, menu, show } from './dom.js';
import { shown } from './money.js';
import { attempt } from './pay.js';
import { print } from './receipt.js';
import { till } from './state.js';

const ok = (close) => el('div', { class: 'row-keys' }, el('button', { type: 'button', class: 'primary', autofocus: true, onclick: () => close(null) }, 'OK'));
const refused = (title, reason) => show((close) => [el('h2', {}, title), failure(reason), ok(close)]);

/** What the customer takes along; its number finds the basket again. */
export const slip = (basket) => el('article', { class: 'receipt', 'aria-label': `Suspended basket ${basket.basket}` },
  el('h3', {}, `${till.status.storeName} · ${basket.workstation}`),
  el('div', { class: 'center' }, 'Suspended, not paid'),
  el('hr'),
  el('div', { class: 'slip' }, basket.basket), bars(basket.basket),
  el('hr'),
  el('div', { class: 'r' }, el('span', {}, `${basket.lines} ${basket.lines === 1 ? 'line' : 'lines'}`), el('span', {}, shown(basket.total, till.digits))),
  el('div', { class: 'center' }, basket.at.slice(0, 19).replace('T', ' ')));

export async function suspend() {
  if (!till.basket.length) return;
  const { answer, reason } = await attempt(() => command('/api/v1/baskets/suspended', till.operator, {
    lines: asked(), discounts: till.discounts, ...(till.voided ? { voided: till.voided } : {}), ...(till.parked ? { basket: till.parked } : {}),
  }));
  if (!answer) {
    await refused('Not suspended', reason);
    return;
  }
  clear();
  await show((close) => [el('h2', {}, `Basket ${answer.basket.basket} waits`), slip(answer.basket),
    el('div', { class: 'row-keys' }, el('button', { type: 'button', onclick: () => print(slip(answer.basket)) }, 'Print the slip'),
      el('button', { type: 'button', class: 'primary', autofocus: true, onclick: () => close(null) }, 'Next customer'))]);
}

async function take(path, run) {
  if (till.basket.length) {
    await refused('Not taken up', 'There is a basket on the screen. Finish it or suspend it first.');
    return;
  }
  const { answer, reason } = await attempt(run);
  if (!answer) await refused('Not taken up', reason);
  else await replace(answer.basket);
}

const resume = (id) => take(id, () => command(`/api/v1/baskets/suspended/${encodeURIComponent(id)}/resume`, till.operator, {}));
const again = (id) => take(id, async () => ({ basket: await get(`/api/v1/baskets/suspended/${encodeURIComponent(id)}`) }));

const GATEWAY = { OFFLINE: 'The gateway is not reached: only this till\'s own baskets are listed.', TIMED_OUT: 'The gateway did not answer in time: only this till\'s own baskets are listed.' };
const at = (basket) => `${basket.lines} ${basket.lines === 1 ? 'line' : 'lines'}, ${shown(basket.total, till.digits)}, ${basket.workstation}, ${basket.at.slice(0, 16).replace('T', ' ')}`;
const gone = (basket) => `${basket.workstation}, ${basket.at.slice(0, 16).replace('T', ' ')}`;
const isToday = (basket) => basket.at.slice(0, 10) === till.status.time.slice(0, 10);

export async function parkedMenu() {
  let all;
  try {
    all = await get('/api/v1/baskets/suspended');
  } catch (problem) {
    await refused('Not available', problem.message);
    return;
  }
  const items = [
    ...(till.basket.length ? [['Suspend this basket', 'It waits, and its slip finds it again', suspend]] : []),
    ...all.takenUp.map((basket) => [basket.basket, 'Taken up here and not finished', () => again(basket.basket)]),
    ...[...all.here, ...all.elsewhere].map((basket) => [basket.basket, at(basket), () => resume(basket.basket)]),
    ...all.resumedElsewhere.filter(isToday).map((basket) => [basket.basket, `Taken up at ${gone(basket)}`, () => refused('Not taken up', `Basket ${basket.basket} was taken up at ${gone(basket)}.`)]),
  ];
  await menu(GATEWAY[all.gateway] ? `Waiting baskets. ${GATEWAY[all.gateway]}` : items.length ? 'Waiting baskets' : 'No basket waits', items);
}

/** A slip that is scanned; false if its number is no waiting basket's. */
export async function takeUp(id) {
  if (!/-\d+$/.test(id)) return false;
  const all = await get('/api/v1/baskets/suspended');
  if (all.takenUp.some((basket) => basket.basket === id)) await again(id);
  else if ([...all.here, ...all.elsewhere, ...all.resumedElsewhere].some((basket) => basket.basket === id)) await resume(id);
  else return false;
  return true;
}

/** For the till Z: those that nobody has come back for; sure, if the gateway could say what other tills took up. */
export async function stillWaiting() {
  try {
    const all = await get('/api/v1/baskets/suspended');
    return { baskets: all.here, sure: all.gateway === 'ANSWERED' };
  } catch {
    return { baskets: [], sure: true }; // the till Z is made; the list can be looked at again at any time
  }
}
