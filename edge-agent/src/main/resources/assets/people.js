// Who works at the till: signing on and off, locking, and a supervisor who allows something. A PIN goes to
// the till program on this machine and is kept nowhere, here or there.

import { ask, command, Refused } from './api.js';
import { el, failure, menu, show } from './dom.js';
import { identify } from './identify.js';
import { isIdle } from './idle.js';
import { changed, till } from './state.js';

const OVERRIDE_WORDS = {
  DISCOUNT: 'discount', PRICE_OVERRIDE: 'price', POST_VOID: 'post-void', BASKET_VOID: 'basket given up', RETURN: 'return',
  GIFT_CARD_UNCHECKED: 'gift card unchecked', NO_SALE: 'no sale', PAID_IN: 'paid in', PAID_OUT: 'paid out', OVER_SHORT: 'over or short',
};
export const actName = (act) => OVERRIDE_WORDS[act] || act.toLowerCase().replaceAll('_', ' ');

const needsPin = () => Boolean(till.status?.signOnNeeded);

export const signOn = () => identify({
  title: till.present ? 'Switch operator' : 'Sign on', needsPin: needsPin(), done: 'Sign on',
  hint: till.present ? `${till.present.name || till.present.operator} is signed off by this.`
    : needsPin() ? '' : 'A name or a number. This shop asks for no PIN.',
  run: ({ operator, pin }) => told('/api/v1/operator/sign-on', { operator, pin }),
});

/** Cannot be left but by unlocking it. */
export const unlock = () => identify({
  title: 'This till is locked', number: till.present.operator, needsPin: needsPin(), done: 'Unlock', back: false,
  hint: `Locked by ${till.present.name || till.present.operator}. Their PIN unlocks it, or a supervisor's.`,
  run: ({ operator, pin }) => told('/api/v1/operator/unlock', { operator, pin }),
});

/** What the till program says of who is here is taken over at once, not with the next status. */
async function told(path, fields) {
  const { operator, ...rest } = fields;
  const answer = await command(path, operator, rest);
  const before = till.present;
  const here = {
    SIGN_ON: { ...answer, locked: false, training: false }, SIGN_OFF: null, LOCK: { ...before, locked: true },
    UNLOCK: { ...before, locked: false }, TRAINING_ON: { ...before, training: true }, TRAINING_OFF: { ...before, training: false },
  }[answer.kind];
  if (till.status) till.status.signedOn = here;
  changed();
  return answer;
}

/** A basket belongs to whoever scanned it, and to the mode it was scanned in. */
const withoutBasket = (run) => () => (till.basket.length
  ? show((close) => [el('h2', {}, 'There is a basket on the screen'), el('p', {}, 'Finish it, suspend it under "Waiting baskets", or give it up first.'),
    el('div', { class: 'row-keys' }, el('button', { type: 'button', class: 'primary', autofocus: true, onclick: () => close(null) }, 'OK'))])
  : run());

async function plainly(path) {
  try {
    await told(path, {});
  } catch (problem) {
    await show((close) => [el('h2', {}, 'Not recorded'), failure(problem.message),
      el('div', { class: 'row-keys' }, el('button', { type: 'button', class: 'primary', autofocus: true, onclick: () => close(null) }, 'OK'))]);
  }
}

export const lock = () => plainly('/api/v1/operator/lock');

export const operatorMenu = () => (till.present ? menu(till.present.name || till.present.operator, [
  ['Lock', 'For a moment: nothing is sold until it is unlocked', lock],
  ['Switch operator', 'Somebody else signs on', withoutBasket(signOn)],
  till.present.training
    ? ['End training', 'From here on it is real again', withoutBasket(() => plainly('/api/v1/operator/training/off'))]
    : ['Training mode', 'To practise: nothing is sold, and it is in no figure', withoutBasket(() => plainly('/api/v1/operator/training/on'))],
  ['Sign off', 'The shift ends', withoutBasket(() => plainly('/api/v1/operator/sign-off'))],
]) : signOn());

/** The till program names the acts in brackets. */
function whatIsAsked(message) {
  const acts = /\(([A-Z_, ]+)\)/.exec(message);
  return acts ? `${till.present?.name || 'The cashier'} may not do this alone: ${acts[1].split(', ').map(actName).join(', ')}.` : message;
}

/** Records something that a supervisor may have to allow; then they are asked, here and now. */
export async function allowed(path, fields) {
  try {
    return await command(path, till.operator, fields);
  } catch (problem) {
    if (!(problem instanceof Refused) || !problem.is('approval')) throw problem;
    const answer = await identify({
      title: 'A supervisor must allow this', hint: whatIsAsked(problem.message), needsPin: needsPin(), reason: fields.reason ?? '', done: 'Allow',
      run: ({ operator: supervisor, pin, reason }) => command(path, till.operator, { ...fields, approval: { supervisor, pin, reason } }),
    });
    if (!answer) throw problem;
    return answer;
  }
}

/** What is shown to supervisors only: to who is signed on as one, else with one's number and PIN; null if nobody gave them. */
export async function shownToSupervisor(path) {
  try {
    return await ask(path, {});
  } catch (problem) {
    if (!(problem instanceof Refused) || !problem.is('approval')) throw problem;
    return identify({
      title: 'A supervisor may see this', hint: 'It is shown once and changes nothing.', needsPin: needsPin(), done: 'Show',
      run: ({ operator: supervisor, pin }) => ask(path, { approval: { supervisor, pin } }),
    });
  }
}

/** Locks a till that nobody has touched for as long as its settings say. */
export async function lockWhenIdle() {
  const after = till.status?.lockAfterSeconds ?? 0;
  if (after && till.present && !till.present.locked && isIdle(after)) await lock();
}
