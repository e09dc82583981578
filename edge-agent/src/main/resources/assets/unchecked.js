// Goods that come back while nobody can look at their receipt: each is scanned, with the line it has on the paper.

import { get } from './api.js';
import { el, failure, show } from './dom.js';
import { priceText } from './money.js';
import { unitName } from './receipt.js';
import { till } from './state.js';

const QUANTITY = /^\d{1,12}([.,]\d{1,3})?$/;
const PRICE = /^\d{1,12}([.,]\d{1,6})?$/;
const LINE = /^[1-9]\d{0,4}$/;

const decimal = (text) => text.trim().replace(',', '.');

/** Fields of one article; a scan fills the first, the others have what is most often right. */
function article() {
  const input = (attributes) => el('input', { maxlength: 200, autocomplete: 'off', autocapitalize: 'off', spellcheck: 'false', ...attributes });
  return {
    code: input({ autofocus: true }), line: input({ inputmode: 'numeric', value: '1' }),
    quantity: input({ inputmode: 'decimal', value: '1' }), price: input({ inputmode: 'decimal' }),
  };
}

const field = (label, input) => el('label', { class: 'field' }, el('span', {}, label), input);

function wrongWith({ code, line, quantity, price }, lines) {
  if (!code.value.trim()) return 'Scan the article, or type its PLU.';
  if (!LINE.test(line.value.trim())) return 'Type which line of the receipt it is, counted from the top.';
  if (lines.some((one) => one.original.line === Number(line.value))) return `Line ${line.value} is in the list already: type another.`;
  if (!QUANTITY.test(quantity.value.trim()) || Number(decimal(quantity.value)) === 0) return 'Type how many come back.';
  if (price.value.trim() && !PRICE.test(price.value.trim())) return 'Type what one cost, such as 2.50, or leave it empty.';
  return '';
}

async function lineOf(fields, wanted) {
  const [product] = await get(`/api/v1/products?code=${encodeURIComponent(fields.code.value.trim())}`);
  if (!product) return null;
  return {
    product, plu: product.plu, quantity: `-${decimal(fields.quantity.value)}`, unit: product.unit,
    ...(fields.price.value.trim() ? { unitPrice: decimal(fields.price.value), priceReason: 'as on the receipt' } : {}),
    original: { store: wanted.store ?? till.status.store, workstation: wanted.workstation, day: wanted.day, receipt: wanted.receipt, line: Number(fields.line.value) },
  };
}

/** The lines to take back, or null. */
export function askUncheckedLines(wanted) {
  return show((close) => {
    const lines = [];
    const fields = article();
    const list = el('div', { 'aria-live': 'polite' });
    const wrong = el('div');
    const done = el('button', { type: 'button', class: 'primary', disabled: true, onclick: () => close(lines.map(({ product: _, ...line }) => line)) }, 'Go on');
    const draw = () => {
      list.replaceChildren(...lines.map((line) => el('div', { class: 'owing' },
        el('span', {}, `${line.original.line}. ${line.product.description}`),
        el('span', {}, `${line.quantity.slice(1)} ${unitName(line.unit)} × ${priceText(line.unitPrice ?? line.product.price, till.digits)}`))));
      done.disabled = !lines.length;
      Object.assign(fields.code, { value: '' });
      Object.assign(fields.quantity, { value: '1' });
      Object.assign(fields.price, { value: '' });
      Object.assign(fields.line, { value: String(Math.max(0, ...lines.map((line) => line.original.line)) + 1) });
      fields.code.focus();
    };
    const add = async (event) => {
      event.preventDefault();
      const bad = wrongWith(fields, lines);
      const line = bad ? null : await lineOf(fields, wanted).catch((problem) => problem);
      wrong.replaceChildren(...(bad ? [failure(bad)] : line instanceof Error ? [failure(line.message)]
        : line ? [] : [failure(`No article has the PLU or GTIN "${fields.code.value}".`)]));
      if (!line || line instanceof Error) return fields.code.select();
      lines.push(line);
      return draw();
    };
    return [el('h2', {}, `Unchecked: receipt ${wanted.receipt} of ${wanted.workstation}`),
      el('form', { class: 'form', onsubmit: add }, list,
        field('Scan the article, or type its PLU', fields.code),
        el('div', { class: 'pair' }, field('Line on the receipt', fields.line), field('How many', fields.quantity)),
        field('What one cost on the receipt (empty: today\'s price)', fields.price), wrong,
        el('div', { class: 'row-keys' }, el('button', { type: 'button', onclick: () => close(null) }, 'Back'),
          el('button', { type: 'submit' }, 'Add'), done))];
  });
}
