// Records something through the program on this machine, and says what came of it.

import { ask, askAgain, command, get, Refused, unanswered } from './api.js';
import { el, failure, prompt, show } from './dom.js';
import { handheld } from './handheld-state.js';
import { identify } from './identify.js';
import { isIdle } from './idle.js';

const key = (text, run, primary = false) =>
  el('button', { type: 'button', class: primary ? 'primary' : '', autofocus: primary, onclick: run }, text);

/** Shows something with one way on. */
export const tell = (title, ...content) => show((close) => [
  el('h2', {}, title), ...content, el('div', { class: 'row-keys' }, key('OK', () => close(null), true)),
]);

/** Whether somebody means it. */
export const sure = (title, text, yes) => show((close) => [
  el('h2', {}, title), el('p', {}, text),
  el('div', { class: 'row-keys' }, key('Back', () => close(false)), key(yes, () => close(true), true)),
]);

/** Signs on: by number and PIN where the master data name operators, else by name alone. */
export async function askOperator() {
  if (handheld.status?.signOnNeeded || handheld.status?.signedOn) return people();
  const name = await prompt({
    title: 'Who is working with this device?', label: 'Operator', digits: false, value: handheld.operator,
    check: (text) => (/^[^\s].{0,40}$/.test(text) ? '' : 'Type a name or number of at most 40 characters.'),
    done: 'Sign on',
  });
  if (name !== null) handheld.operator = name;
  return handheld.operator;
}

async function people() {
  const { signedOn } = handheld.status;
  const choice = signedOn ? await show((close) => [
    el('h2', {}, signedOn.name || signedOn.operator),
    signedOn.locked ? el('p', {}, 'This device is locked.') : null,
    el('div', { class: 'menu' }, signedOn.locked ? key('Unlock', () => close('unlock'), true) : [key('Lock', () => close('lock')), key('Sign off', () => close('sign-off'))],
      key('Somebody else signs on', () => close('sign-on')), key('Back', () => close(null)))]) : 'sign-on';
  if (!choice) return handheld.operator;
  if (choice === 'sign-on' || choice === 'unlock') await proven(choice, signedOn);
  else await settled(() => commandBy(`/api/v1/operator/${choice}`, {}));
  await refreshStatus();
  return handheld.operator;
}

const proven = (choice, signedOn) => identify({
  title: choice === 'unlock' ? 'Unlock' : 'Number and PIN', number: choice === 'unlock' ? signedOn.operator : '',
  needsPin: handheld.status.signOnNeeded, done: choice === 'unlock' ? 'Unlock' : 'Sign on',
  run: ({ operator, pin }) => commandBy(`/api/v1/operator/${choice}`, { operator, pin }),
});

/** A PIN is kept nowhere, so this is not asked again by itself. */
const commandBy = (path, fields) => ask(path, { commandId: crypto.randomUUID(), ...fields });

/** Locks a device that nobody has touched for as long as its settings say. */
export async function lockWhenIdle() {
  const { signedOn, lockAfterSeconds } = handheld.status ?? {};
  if (!lockAfterSeconds || !signedOn || signedOn.locked || !isIdle(lockAfterSeconds)) return;
  await settled(() => commandBy('/api/v1/operator/lock', {}));
  await refreshStatus();
}

async function refreshStatus() {
  try {
    handheld.status = await get('/api/v1/status');
  } catch {
    handheld.answering = false; // drawn in the bar, where it stays until something answers
  }
}

/** Answers with what was recorded, or null; a refusal has been shown by then. */
export async function record(path, fields) {
  if (!handheld.operator && !await askOperator()) return null;
  return settled(() => command(path, handheld.operator, fields));
}

/** While nothing answers, offers to ask again with the same id. */
export async function settled(run) {
  let next = run;
  for (;;) {
    try {
      return await next();
    } catch (problem) {
      if (problem instanceof Refused) {
        await tell('Not recorded', failure(problem.message));
        return null;
      }
      const again = await show((close) => [
        el('h2', {}, 'No answer from the program'),
        el('p', {}, 'It may or may not have been recorded. Asking again is safe: it is recorded once, however often you ask.'),
        el('div', { class: 'row-keys' }, key('Later', () => close(false)), key('Ask again', () => close(true), true)),
      ]);
      if (!again) return null;
      if (unanswered()) next = askAgain;
    }
  }
}
