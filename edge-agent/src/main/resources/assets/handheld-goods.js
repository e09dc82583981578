// Lists of goods: scanned one after the other, kept while they grow, then recorded as one entry.

import { get } from './api.js';
import { bars } from './code128.js';
import { el, failure, pad, show } from './dom.js';
import { record, sure, tell } from './handheld-send.js';
import { decimal, draft, keep, thousandths, UNIT_NAMES, withUnit } from './handheld-state.js';

const PIECE = 1000;
const CODE_DIGITS_MIN = 8;
const REASONS = ['Out of date', 'Broken', 'Spoiled', 'Stolen'];
const TRANSFER_NUMBER = /^([a-z0-9-]+)\.[a-z0-9-]+\.\d+-\d+$/;

/** What each paper asks for, and where it goes. */
export const PAPERS = {
  delivery: {
    title: 'Receive delivery', path: '/api/v1/stock/deliveries', done: 'Received', send: 'Receive',
    fields: [['supplier', 'Supplier'], ['reference', 'Delivery note']], cost: true,
  },
  count: {
    title: 'Count', path: '/api/v1/stock/counts', done: 'Counted', send: 'Submit count', zero: true,
    fields: [['reference', 'Where (shelf, aisle)']],
    hint: 'Count what is there, not what should be. Count again and submit again if you are not sure: the last count stands.',
  },
  waste: {
    title: 'Waste', path: '/api/v1/stock/waste', done: 'Recorded', send: 'Record waste',
    fields: [['reason', 'Why', REASONS]], required: 'reason', ask: 'Say why, such as "out of date".',
  },
  'transfer-out': {
    title: 'Transfer out', path: '/api/v1/stock/transfers-out', done: 'Sent', send: 'Send',
    fields: [['store', 'To store']], required: 'store', ask: 'Name the store that the goods go to.',
  },
  'transfer-in': {
    title: 'Transfer in', path: '/api/v1/stock/transfers-in', done: 'Taken in', send: 'Take in',
    fields: [['store', 'From store'], ['reference', 'Transfer number']], required: 'reference', cost: true,
    ask: 'Scan or type the transfer number that came with the goods.',
  },
};

/** Shows the list of one kind; home goes back to the tiles. */
export function openPaper(kind, shell) {
  const paper = PAPERS[kind];
  const work = draft(kind);
  let fresh = '';
  const save = () => keep(kind, work);
  const draw = () => {
    save();
    shell.screen(paper.title, [fields(paper, work, { draw, save }), list(work, fresh, editLine)], [
      el('button', { type: 'button', disabled: !work.lines.length, onclick: () => clear() }, 'Clear'),
      el('button', { type: 'button', class: 'primary', disabled: !work.lines.length, onclick: () => submit() }, paper.send),
    ]);
  };

  async function scanned(code) {
    const transfer = kind === 'transfer-in' && TRANSFER_NUMBER.exec(code);
    if (transfer) {
      Object.assign(work.fields, { reference: code, store: transfer[1] });
      return draw();
    }
    const [article] = await get(`/api/v1/products?code=${encodeURIComponent(code)}`);
    const line = article ? known(article) : work.lines.find((one) => one.plu === code) ?? await unlisted(code);
    if (!line) return draw();
    await quantityOf(line);
  }

  const known = (article) => work.lines.find((line) => line.plu === article.plu)
    ?? { plu: article.plu, description: article.description, unit: article.unit, quantity: 0 };

  /** Repeated scans add up; a quantity may be scanned away into the next article. */
  async function quantityOf(line) {
    const isNew = !work.lines.includes(line);
    const found = await askQuantity(line, paper, isNew ? 0 : line.quantity);
    if (found) {
      line.quantity = found.quantity;
      if (found.cost !== undefined) line.unitCost = found.cost;
      if (isNew) work.lines.unshift(line);
      fresh = line.plu;
    }
    draw();
    if (found?.code) await scanned(found.code);
  }

  async function editLine(line) {
    const found = await askQuantity(line, paper, line.quantity, true);
    if (found?.remove) work.lines.splice(work.lines.indexOf(line), 1);
    else if (found) {
      line.quantity = found.quantity;
      if (found.cost !== undefined) line.unitCost = found.cost;
    }
    draw();
    if (found?.code) await scanned(found.code);
  }

  async function clear() {
    if (!await sure(`Clear ${work.lines.length} ${lines(work)}?`, 'They are not recorded, and will not be.', 'Clear')) return;
    work.lines = [];
    work.fields = {};
    draw();
  }

  async function submit() {
    if (paper.required && !work.fields[paper.required]?.trim()) return tell(paper.title, failure(paper.ask));
    const answer = await record(paper.path, { ...given(work.fields), lines: work.lines.map(asked) });
    if (!answer) return draw();
    work.lines = [];
    work.fields = {};
    keep(kind, work);
    await tell(paper.done, ...told(answer));
    return shell.home();
  }

  draw();
  return { scanned };
}

const lines = (work) => (work.lines.length === 1 ? 'line' : 'lines');
const given = (fields) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value?.trim()).map(([name, value]) => [name, value.trim()]));

function asked(line) {
  const told = { plu: line.plu, quantity: decimal(line.quantity), unit: line.unit };
  if (line.unlisted) told.description = line.description;
  if (line.unitCost) told.unitCost = line.unitCost;
  return told;
}

/** What a person wants to see of what was recorded. */
export function told(answer) {
  const count = answer.lines.length;
  const shown = [el('p', {}, `${count} ${count === 1 ? 'line' : 'lines'}, on this device's disk.`)];
  if (answer.kind === 'TRANSFER_OUT')
    shown.push(el('p', {}, `Transfer to ${answer.party}. Send this number with the goods:`),
      el('p', { class: 'number' }, answer.reference), bars(answer.reference));
  if (answer.catalogueCost)
    shown.push(el('p', { class: 'hint' }, `${answer.catalogueCost} of them at the catalogue’s cost: the gateway told no average.`));
  return shown;
}

function fields(paper, work, { draw, save }) {
  const input = ([name, label, choices]) => el('label', { class: 'field' }, el('span', {}, label),
    el('input', { value: work.fields[name] ?? '', maxlength: name === 'reference' || name === 'store' ? 64 : 200, autocapitalize: 'off',
      oninput: (event) => { work.fields[name] = event.target.value; save(); } }),
    choices ? el('div', { class: 'choices' }, choices.map((choice) => el('button', { type: 'button',
      'aria-pressed': String(work.fields[name] === choice), onclick: () => { work.fields[name] = choice; draw(); } }, choice))) : null);
  return el('div', { class: 'card' }, paper.hint ? el('p', { class: 'hint' }, paper.hint) : null, paper.fields.map(input));
}

function list(work, fresh, edit) {
  if (!work.lines.length) return el('p', { class: 'soft' }, 'Nothing yet. Scan the first article.');
  return el('ul', { class: 'lines' }, work.lines.map((line) => el('li', { class: line.plu === fresh ? 'fresh' : '' },
    el('button', { type: 'button', onclick: () => edit(line) }, el('span', {}, line.description),
      el('b', {}, withUnit(decimal(line.quantity), line.unit)), el('small', {}, line.unlisted ? `${line.plu} · not in the catalogue` : line.plu)))));
}

/** Quantity by keys, or by scanning on: many digits are the next article's code, and this one was one more. */
function askQuantity(line, paper, before, editing = false) {
  return show((close) => {
    const start = editing ? before : before + (line.unit === 'C62' ? PIECE : 0);
    const input = el('input', { class: 'big', inputmode: 'decimal', autofocus: true, maxlength: 64, value: start ? decimal(start) : '', 'aria-label': 'Quantity' });
    const cost = paper.cost ? el('input', { inputmode: 'decimal', maxlength: 20, value: line.unitCost ?? '', 'aria-label': 'Cost of one' }) : null;
    const wrong = el('div');
    const step = (by) => () => {
      const value = (thousandths(input.value) ?? 0) + by;
      if (value >= 0) input.value = decimal(value);
    };
    const accept = (event) => {
      event.preventDefault();
      const text = input.value.trim();
      if (new RegExp(`^(\\d{${CODE_DIGITS_MIN},}|.*[A-Za-z].*)$`).test(text)) return close({ quantity: start, code: text });
      const quantity = thousandths(text);
      if (quantity === null || (!quantity && !paper.zero))
        return wrong.replaceChildren(failure(`Type how many ${UNIT_NAMES[line.unit] ?? line.unit}${paper.zero ? ', 0 if there are none' : ', more than 0'}; up to three decimals.`));
      if (cost?.value && !/^\d{1,12}([.,]\d{1,6})?$/.test(cost.value.trim())) return wrong.replaceChildren(failure('Type what one costs, such as 1.25, or leave it empty.'));
      return close({ quantity, cost: cost ? cost.value.trim().replace(',', '.') || null : undefined });
    };
    return [el('h2', {}, line.description), el('p', { class: 'soft' }, `${line.plu} · ${UNIT_NAMES[line.unit] ?? line.unit}${before && !editing ? ` · ${decimal(before)} so far` : ''}`),
      el('form', { class: 'form', onsubmit: accept },
        el('div', { class: 'steps' }, el('button', { type: 'button', 'aria-label': 'One less', onclick: step(-PIECE) }, '−'), input,
          el('button', { type: 'button', 'aria-label': 'One more', onclick: step(PIECE) }, '+')),
        wrong, pad(input), cost ? el('label', { class: 'field' }, el('span', {}, 'Cost of one, if the note says'), cost) : null,
        el('div', { class: 'row-keys' },
          editing ? el('button', { type: 'button', onclick: () => close({ remove: true }) }, 'Remove') : el('button', { type: 'button', onclick: () => close(null) }, 'Back'),
          el('button', { type: 'submit', class: 'primary' }, 'OK')))];
  });
}

/** Goods that the catalogue does not know are there all the same. */
async function unlisted(code) {
  const unit = { value: 'C62' };
  const description = await show((close) => {
    const input = el('input', { maxlength: 200, autofocus: true, 'aria-label': 'What is it?' });
    const wrong = el('div');
    const units = el('div', { class: 'choices' });
    const draw = () => units.replaceChildren(...Object.entries(UNIT_NAMES).map(([name, words]) => el('button', { type: 'button',
      'aria-pressed': String(unit.value === name), onclick: () => { unit.value = name; draw(); } }, words)));
    draw();
    return [el('h2', {}, 'Not in the catalogue'), el('p', { class: 'number' }, code),
      el('form', { class: 'form', onsubmit: (event) => {
        event.preventDefault();
        if (input.value.trim()) close(input.value.trim());
        else wrong.replaceChildren(failure('Say what it is, or go back and scan again.'));
      } }, el('label', { class: 'field' }, el('span', {}, 'What is it?'), input), units, wrong,
      el('div', { class: 'row-keys' }, el('button', { type: 'button', onclick: () => close(null) }, 'Back'),
        el('button', { type: 'submit', class: 'primary' }, 'Take it')))];
  });
  return description ? { plu: code, description, unit: unit.value, quantity: 0, unlisted: true } : null;
}
