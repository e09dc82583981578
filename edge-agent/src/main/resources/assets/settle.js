// The drawer counted and the till settled: blind, by coins and notes where somebody likes, counted again and
// explained where it is off. The till program says what comes next; the page knows no figure to compare with.

import { command, get } from './api.js';
import { wrongAmount } from './amounts.js';
import { el, failure, pad, prompt, show } from './dom.js';
import { minorOf, plain } from './money.js';
import { attempt, COUNTED } from './pay.js';
import { allowed } from './people.js';
import { tenderName } from './receipt.js';
import { overShortTable } from './report.js';
import { till } from './state.js';

const PIECES_MAX = 10_000_000;

const everything = () => [
  ...COUNTED.map((tender) => ({ tender, currency: till.currency })),
  ...till.currencies.filter(({ code }) => code !== till.currency).map(({ code }) => ({ tender: 'CASH', currency: code })),
];

/** Counts these drawers, or all, and goes on with whatever the till program says is next. */
export async function count(drawers) {
  const rows = drawers ?? everything();
  const faces = await facesOf(rows);
  const counted = await asked(rows, faces, Boolean(drawers));
  if (!counted) return undefined;
  const { answer, reason } = await attempt(() => command('/api/v1/count', till.operator, { counted }));
  return answer ? next(answer.settle, answer.drawers) : said('Not recorded', failure(reason));
}

/** A currency that has no table, or a till program that is slow, is counted as one amount. */
async function facesOf(rows) {
  const faces = {};
  for (const currency of new Set(rows.filter(({ tender }) => tender === 'CASH').map((row) => row.currency))) {
    try {
      faces[currency] = await get(`/api/v1/denominations?currency=${encodeURIComponent(currency)}`);
    } catch {
      faces[currency] = { notes: [], coins: [] };
    }
  }
  return faces;
}

function asked(rows, faces, again) {
  const fields = rows.map((row, i) => field(row, row.tender === 'CASH' ? faces[row.currency] : null, i === 0));
  const wrong = el('div');
  return show((close) => [
    el('h2', {}, again ? 'Count again' : 'Count'),
    el('p', { class: 'hint' }, 'Count without looking at the report: what is there, not what should be. Leave empty what this till does not take.'),
    el('form', { class: 'form', onsubmit: (event) => {
      event.preventDefault();
      const filled = fields.filter(({ input }) => input.value.trim());
      const bad = filled.find(({ row, input }) => wrongAmount(input.value.trim(), row.currency));
      if (bad) return wrong.replaceChildren(failure(`${tenderName(bad.row.tender)}: ${wrongAmount(bad.input.value.trim(), bad.row.currency)}`));
      if (!filled.length) return wrong.replaceChildren(failure('Type at least what cash there is; 0 if there is none.'));
      return close(filled.map(({ row, input, pieces }) => ({
        ...row, minor: Number(minorOf(input.value, till.digitsOf(row.currency))), pieces: pieces() })));
    } },
      fields.map(({ label }) => label), wrong, pad(...fields.map(({ input }) => input)),
      el('div', { class: 'row-keys' }, el('button', { type: 'button', onclick: () => close(null) }, 'Back'),
        el('button', { type: 'submit', class: 'primary' }, 'Record count'))),
  ]);
}

/** An amount, and under it the coins and notes that it is made of; whoever types the amount says no pieces. */
function field(row, faces, first) {
  const digits = till.digitsOf(row.currency);
  const name = `${tenderName(row.tender)}, in ${row.currency}`;
  const input = el('input', { class: 'big', inputmode: 'decimal', autofocus: first, 'aria-label': name });
  const all = faces ? [...faces.notes, ...faces.coins] : [];
  const pieces = all.map((face) => ({ face, input: el('input', {
    inputmode: 'numeric', size: 5, maxlength: 8, 'aria-label': `Pieces of ${plain(BigInt(face), digits)} ${row.currency}` }) }));
  const filled = () => pieces.filter((each) => number(each.input.value) !== null);
  const sum = () => {
    input.value = plain(filled().reduce((total, each) => total + BigInt(each.face) * BigInt(number(each.input.value)), 0n), digits);
  };
  pieces.forEach((each) => each.input.addEventListener('input', sum));
  input.addEventListener('input', () => pieces.forEach((each) => { each.input.value = ''; }));
  const label = el('div', { class: 'form' },
    el('label', { class: 'field' }, el('span', {}, name), input),
    pieces.length ? el('details', {}, el('summary', {}, 'By coins and notes'),
      el('div', { class: 'faces' }, pieces.map((each) =>
        el('label', {}, el('span', {}, plain(BigInt(each.face), digits)), each.input)))) : null);
  return { row, input, label, pieces: () => filled().map((each) => ({ face: Number(each.face), count: number(each.input.value) })) };
}

function number(text) {
  const count = Number(text.trim());
  return text.trim() && Number.isInteger(count) && count >= 0 && count <= PIECES_MAX ? count : null;
}

const named = (drawers) => drawers.map(({ tender, currency }) => `${tenderName(tender)} ${currency}`).join(' and ');

function next({ step, drawers }, found) {
  switch (step) {
    case 'SETTLED': return said('Counted', el('p', {}, 'The count is on the record, and the till is settled.'), overShortTable(found));
    case 'COUNT': return said('Counted', el('p', {}, `The count is on the record. Still to be counted: ${named(drawers)}.`), ['Count it', () => count(drawers)]);
    case 'RECOUNT': return said('Count again', el('p', {},
      `The count is on the record, and further off than this shop tolerates: ${named(drawers)}. Count that once more, from the beginning.`), ['Count again', () => count(drawers)]);
    case 'REASON': return explain(drawers);
    default: return settle('');
  }
}

/** Goes on where an earlier count was left. */
export async function goOn() {
  const standing = till.status?.settle;
  if (standing?.step === 'REASON') return explain(standing.drawers);
  return count(standing?.step === 'RECOUNT' ? standing.drawers : undefined);
}

async function explain(drawers) {
  const reason = await prompt({
    title: 'Over or short', label: 'Reason', digits: false, done: 'Go on',
    hint: `Counted again, ${named(drawers)} is still further off than this shop tolerates. Say why; then a supervisor who did not count looks at it.`,
    choices: ['Wrong change given', 'Wrong amount typed', 'Not known'],
    check: (text) => (text ? '' : 'Say why, as far as you know.'),
  });
  return reason === null ? undefined : settle(reason);
}

async function settle(reason) {
  const { answer, reason: refused } = await attempt(() => allowed('/api/v1/settle', { reason }));
  return answer
    ? said('Settled', el('p', {}, 'What is over or short is on the record.'), overShortTable(answer.drawers))
    : said('Not settled', failure(refused));
}

function said(title, ...content) {
  const choices = content.filter(Array.isArray);
  return show((close) => [
    el('h2', {}, title),
    ...content.filter((part) => part && !Array.isArray(part)),
    el('div', { class: 'row-keys' },
      choices.map(([name, run]) => el('button', { type: 'button', class: 'primary', autofocus: true, onclick: () => { close(null); run(); } }, name)),
      el('button', { type: 'button', class: choices.length ? '' : 'primary', autofocus: !choices.length, onclick: () => close(null) }, choices.length ? 'Later' : 'OK')),
  ]);
}
