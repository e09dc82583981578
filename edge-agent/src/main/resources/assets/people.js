// Who works at the till: signing on and off, locking, and a supervisor who allows something. A PIN goes to
// the till program on this machine and is kept nowhere, here or there.

import { command, Refused } from './api.js';
import { el, failure, menu, show } from './dom.js';
import { changed, till } from './state.js';

const OVERRIDE_WORDS = {
  DISCOUNT: 'discount', PRICE_OVERRIDE: 'price', POST_VOID: 'post-void', BASKET_VOID: 'basket given up', RETURN: 'return',
  NO_SALE: 'no sale', PAID_IN: 'paid in', PAID_OUT: 'paid out',
};
export const actName = (act) => OVERRIDE_WORDS[act] || act.toLowerCase().replaceAll('_', ' ');

/** Number and PIN; done with both, and told why not as long as it fails. */
function identify({ title, hint, number = '', needsPin, reason, done, run, back = true }) {
  return show((close) => {
    const who = el('input', { value: number, autofocus: !number, maxlength: 64, autocomplete: 'off', spellcheck: 'false', 'aria-label': 'Operator number' });
    const pin = el('input', { type: 'password', inputmode: 'numeric', maxlength: 64, autofocus: Boolean(number), autocomplete: 'one-time-code', 'aria-label': 'PIN' });
    const why = el('input', { maxlength: 200, value: reason ?? '', 'aria-label': 'Reason' });
    const wrong = el('div');
    const submit = el('button', { type: 'submit', class: 'primary' }, done);
    const form = el('form', { class: 'form', onsubmit: async (event) => {
      event.preventDefault();
      if (!who.value.trim()) return wrong.replaceChildren(failure('Type the operator number.'));
      submit.disabled = true;
      try {
        close(await run({ operator: who.value.trim(), pin: pin.value, reason: why.value.trim() }));
      } catch (problem) {
        wrong.replaceChildren(failure(problem.message));
        pin.value = '';
        pin.focus();
      }
      submit.disabled = false;
      return undefined;
    } },
      el('label', { class: 'field' }, el('span', {}, 'Operator number'), who),
      needsPin ? el('label', { class: 'field' }, el('span', {}, 'PIN'), pin) : null,
      reason === undefined ? null : el('label', { class: 'field' }, el('span', {}, 'Reason'), why),
      wrong,
      el('div', { class: 'row-keys' },
        back ? el('button', { type: 'button', onclick: () => close(null) }, 'Back') : null, submit));
    return [el('h2', {}, title), hint ? el('p', { class: 'hint' }, hint) : '', form];
  });
}

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
  ['Switch operator', 'Somebody else signs on', signOn],
  till.present.training
    ? ['End training', 'From here on it is real again', () => plainly('/api/v1/operator/training/off')]
    : ['Training mode', 'To practise: nothing is sold, and it is in no figure', () => plainly('/api/v1/operator/training/on')],
  ['Sign off', 'The shift ends', () => plainly('/api/v1/operator/sign-off')],
]) : signOn());

/** Records something that a supervisor may have to allow; then they are asked, here and now. */
export async function allowed(path, fields) {
  try {
    return await command(path, till.operator, fields);
  } catch (problem) {
    if (!(problem instanceof Refused) || !problem.is('approval')) throw problem;
    const answer = await identify({
      title: 'A supervisor must allow this', hint: problem.message, needsPin: needsPin(), reason: fields.reason ?? '', done: 'Allow',
      run: ({ operator: supervisor, pin, reason }) => command(path, till.operator, { ...fields, approval: { supervisor, pin, reason } }),
    });
    if (!answer) throw problem;
    return answer;
  }
}

let touched = Date.now();
for (const event of ['pointerdown', 'keydown', 'pointermove']) addEventListener(event, () => { touched = Date.now(); }, { passive: true });

/** Locks a till that nobody has touched for as long as its settings say. */
export async function lockWhenIdle() {
  const after = till.status?.lockAfterSeconds ?? 0;
  if (!after || !till.present || till.present.locked || Date.now() - touched < after * 1000) return;
  touched = Date.now();
  await lock();
}
