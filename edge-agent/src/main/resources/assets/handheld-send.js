// Records something through the program on this machine, and says what came of it.

import { askAgain, command, Refused } from './api.js';
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

export async function askOperator() {
  const name = await prompt({
    title: 'Who is working with this handheld?', label: 'Operator', digits: false, value: handheld.operator,
    check: (text) => (/^[^\s].{0,40}$/.test(text) ? '' : 'Type a name or number of at most 40 characters.'),
    done: 'Sign on',
  });
  if (name !== null) handheld.operator = name;
  return handheld.operator;
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
      next = askAgain;
    }
  }
}
