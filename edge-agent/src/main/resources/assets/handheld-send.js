// Records something through the program on this machine, and says what came of it.

import { ask, askAgain, command, get, Refused, unanswered } from './api.js';
import { el, failure, prompt, show } from './dom.js';
import { handheld } from './handheld-state.js';

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
    title: 'Who is working with this handheld?', label: 'Operator', digits: false, value: handheld.operator,
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
    signedOn.locked ? el('p', {}, 'This handheld is locked.') : null,
    el('div', { class: 'menu' }, signedOn.locked ? key('Unlock', () => close('unlock'), true) : [key('Lock', () => close('lock')), key('Sign off', () => close('sign-off'))],
      key('Somebody else signs on', () => close('sign-on')), key('Back', () => close(null)))]) : 'sign-on';
  if (!choice) return handheld.operator;
  const isProven = choice === 'sign-on' || choice === 'unlock';
  const person = isProven ? await askPerson(choice === 'unlock' ? signedOn.operator : '') : {};
  if (person) await settled(() => commandBy(`/api/v1/operator/${choice}`, person));
  await refreshStatus();
  return handheld.operator;
}

function askPerson(number) {
  return show((close) => {
    const operator = el('input', { inputmode: 'numeric', value: number, autofocus: !number, maxlength: 64 });
    const pin = el('input', { type: 'password', inputmode: 'numeric', autofocus: Boolean(number), maxlength: 64, autocomplete: 'off' });
    return [el('h2', {}, 'Number and PIN'), el('form', { class: 'form', onsubmit: (event) => {
      event.preventDefault();
      if (operator.value.trim()) close({ operator: operator.value.trim(), pin: pin.value || undefined });
    } }, el('label', { class: 'field' }, el('span', {}, 'Number'), operator), el('label', { class: 'field' }, el('span', {}, 'PIN'), pin),
    el('div', { class: 'row-keys' }, key('Back', () => close(null)), el('button', { type: 'submit', class: 'primary' }, 'OK')))];
  });
}

/** A PIN is kept nowhere, so this is not asked again by itself. */
const commandBy = (path, fields) => ask(path, { commandId: crypto.randomUUID(), ...fields });

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
