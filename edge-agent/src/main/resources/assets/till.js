// The till page: wires keys to what they do, keeps the status fresh, and draws.

import { askAgain, get, unanswered } from './api.js';
import * as basket from './basket.js';
import { byId, el, giveWay, isShowing, isTyping, prompt, types } from './dom.js';
import { cashMenu } from './cash.js';
import { dayMenu, openDay, receipts } from './day.js';
import { discountMenu, giveUp, removeLine } from './discounts.js';
import { returnWithReceipt } from './goodsback.js';
import { shown } from './money.js';
import { otherMoney } from './othermoney.js';
import { attempt, payWith, ready, split } from './pay.js';
import { parkedMenu, takeUp } from './parked.js';
import { lockWhenIdle, operatorMenu, signOn, unlock } from './people.js';
import { showReceipt, tenderName } from './receipt.js';
import { receiptOf } from './receiptcode.js';
import { changed, till, whenChanged } from './state.js';

const STATUS_EVERY_MILLIS = 1000;
let nudged = false;

const plural = (count, word) => `${count} ${word}`;

function drawLink() {
  const { status } = till;
  const link = byId('link');
  const unsent = status ? plural(status.unsent, 'unsent') : '';
  const [kind, text] = !till.answering ? ['gone', 'the till program does not answer']
    : !status ? ['waiting', 'looking for the till program…']
      : status.online ? ['online', status.unsent ? `online, ${unsent}` : 'online, everything sent']
        : status.quarantined ? ['offline', `forked, ${unsent}`]
          : ['offline', status.unsent ? `offline, ${unsent}` : 'offline, everything sent'];
  link.className = `link ${kind}`;
  link.title = status?.connection ?? '';
  if (byId('link-text').textContent !== text) byId('link-text').textContent = text;
}

function drawHeader() {
  const { status } = till;
  if (status) {
    const epoch = status.epoch > 1 ? ` (epoch ${status.epoch})` : '';
    byId('workstation').textContent = `${status.workstation}${epoch}`;
    byId('store').textContent = ` · ${status.storeName}`;
    byId('business-day').textContent = status.dayOpen ? status.businessDay : 'not open';
    document.title = `${till.present?.training ? 'TRAINING · ' : ''}${status.workstation} · Tidemark`;
  }
  const here = till.present;
  byId('operator').textContent = here ? `${here.name || here.operator}${here.locked ? ' (locked)' : ''}` : 'Sign on';
  byId('training').hidden = !here?.training;
  document.body.classList.toggle('in-training', Boolean(here?.training));
  byId('notice').hidden = !status?.notice;
  byId('notice').textContent = status?.notice ?? '';
}

function drawTotal() {
  const total = till.priced?.total;
  const back = total && BigInt(total.minor) < 0n;
  byId('total').textContent = total ? shown({ ...total, minor: back ? -BigInt(total.minor) : total.minor }, till.digits) : '–';
  byId('total-label').textContent = `${till.present?.training ? 'Training: ' : ''}${back ? 'To pay back' : 'Total'}`;
  byId('total-note').textContent = till.priced
    ? `${plural(till.priced.lines.length, till.priced.lines.length === 1 ? 'line' : 'lines')}, VAT ${shown(till.priced.tax, till.digits)} included${off()}` : '';
}

/** What the discounts take off, in the same line. */
function off() {
  const minor = till.priced.discounts.reduce((sum, discount) => sum + BigInt(discount.amount.minor), 0n);
  return minor === 0n ? '' : `, discounts ${shown({ minor: -minor, currency: till.currency }, till.digits)}`;
}

function drawKeys() {
  const here = Boolean(till.present && !till.present.locked);
  const selling = Boolean(here && till.status?.dayOpen && till.status.recording && till.answering);
  const chosen = till.chosen >= 0 && till.basket.length > 0;
  byId('mode').hidden = !till.returning;
  byId('key-return').setAttribute('aria-pressed', String(till.returning));
  for (const id of ['key-cash', 'key-card', 'key-split', 'key-other']) byId(id).disabled = !ready() || !till.answering;
  for (const id of ['key-quantity', 'key-price', 'key-remove']) byId(id).disabled = !chosen;
  for (const id of ['key-open-item', 'key-return', 'key-cash-menu', 'key-goods-back', 'key-goods']) byId(id).disabled = !selling;
  byId('key-parked').disabled = !selling || till.present.training;
  for (const id of ['key-clear', 'key-discount']) byId(id).disabled = !till.basket.length || !here;
  for (const id of ['key-receipts', 'key-day', 'key-open-day']) byId(id).disabled = !here;
  byId('scan').disabled = !selling;
}

function drawLast() {
  const box = byId('last');
  box.hidden = !till.last;
  if (!till.last || box.dataset.id === till.last.id) return;
  box.dataset.id = till.last.id;
  box.replaceChildren(el('strong', {}, `Receipt ${till.last.number}: ${shown(till.last.total, till.digits)}`),
    el('div', {}, till.last.tenders.map((tender) => tenderName(tender.type)).join(', ') || 'nothing to pay',
      BigInt(till.last.change.minor) !== 0n ? `, change ${shown(till.last.change, till.digits)}` : ''),
    el('button', { type: 'button', onclick: () => showReceipt(till.last, 'The last receipt') }, 'Show and print'));
}

function drawClosed() {
  const box = byId('till-closed');
  const nobody = Boolean(till.status && !till.present);
  box.hidden = !till.status || (till.status.dayOpen && !nobody);
  byId('till-closed-why').textContent = nobody ? 'Nobody is signed on at this till.' : 'This till\'s day is not open.';
  byId('key-open-day').hidden = nobody;
  byId('key-sign-on').hidden = !nobody;
  byId('basket-empty').hidden = till.basket.length > 0 || !box.hidden;
}

whenChanged(() => {
  if (recalled) basket.keep();
  drawLink();
  drawHeader();
  drawTotal();
  drawKeys();
  basket.drawBasket();
  drawClosed();
  drawLast();
});

async function refresh() {
  try {
    till.status = await get('/api/v1/status');
    till.answering = true;
    await recallOnce();
    await settleUnanswered();
    await guard();
    nudge();
  } catch {
    till.answering = false; // drawn in the header, where it stays until something answers
  }
  drawLink();
  drawHeader();
  drawKeys();
  drawClosed();
  if (document.activeElement === document.body) focusScan();
}

let recalled = false;

async function recallOnce() {
  if (recalled) return;
  recalled = true;
  await basket.recall();
}

/** What was asked before the page was loaded anew, and never answered, is asked again. */
async function settleUnanswered() {
  const pending = unanswered();
  if (!pending || isShowing()) return;
  const { answer } = await attempt(askAgain);
  if (answer && /\/baskets\/(suspended|void)$/.test(pending.path)) basket.clear();
  if (answer && pending.path.endsWith('/resume')) await basket.replace(answer.basket);
  if (!answer?.receipt) return;
  if (!answer.receipt.training) till.last = answer.receipt;
  basket.clear();
  showReceipt(answer.receipt);
}

let unlocking = false;

/** A locked till shows nothing but how to unlock it; one that nobody touches locks itself. */
async function guard() {
  if (unlocking) return;
  await lockWhenIdle();
  if (!till.present?.locked) return;
  unlocking = true;
  while (till.present?.locked) await unlock();
  unlocking = false;
  changed();
}

/** The first thing to do on a fresh page: say who you are, then open the day. */
async function nudge() {
  if (nudged || isShowing()) return;
  nudged = true;
  if (!till.present) await signOn();
  if (till.present && !till.present.locked && !till.status.dayOpen) await openDay();
  focusScan();
}

export function focusScan() {
  if (!isShowing() && !byId('scan').disabled && matchMedia('(pointer: fine)').matches) byId('scan').focus();
}

async function openItem() {
  const fields = { description: '', department: '', taxCategory: till.status.taxCategories[0]?.code };
  const input = (name, label) => el('label', { class: 'field' }, el('span', {}, label),
    el('input', { maxlength: 100, oninput: (event) => { fields[name] = event.target.value.trim(); } }));
  const value = await prompt({
    title: 'Sell without a code', label: `Price of one, in ${till.currency}, ${till.status.taxExcluded ? 'without VAT' : 'VAT included'}`,
    check: (text) => (!/^\d{1,12}([.,]\d{1,6})?$/.test(text) ? 'Type the price of one.' : !fields.description ? 'Say what it is.' : ''),
    fields: () => [input('description', 'What it is'), input('department', 'Department (optional)'),
      el('label', { class: 'field' }, el('span', {}, 'VAT'), el('select', { onchange: (event) => { fields.taxCategory = event.target.value; } },
        till.status.taxCategories.map((category) => el('option', { value: category.code }, `${category.name} (${category.ratePpm / 10000} %)`))))],
    done: 'Add',
  });
  if (value === null) return;
  await basket.addOpenItem({ ...fields, department: fields.department || undefined, quantity: '1', unitPrice: value.replace(',', '.') });
}

/** Goods that come or go without a customer have a page of their own, the same as a handheld's. */
const goods = () => location.assign('/goods');

byId('scan-form').addEventListener('submit', async (event) => {
  event.preventDefault();
  const picked = basket.chosenSuggestion();
  const typed = picked ? { code: picked.dataset.plu, quantity: picked.dataset.quantity } : basket.readScan(byId('scan').value);
  basket.stopSearch();
  if (!typed.code) return;
  byId('scan').value = '';
  const receipt = receiptOf(typed.code);
  if (receipt) return void returnWithReceipt(receipt);
  if (await basket.add(typed.code, typed.quantity, takeUp) || byId('scan-error').hidden || byId('scan').value) return;
  byId('scan').value = typed.code;
  byId('scan').select();
});
byId('scan').addEventListener('input', () => basket.search(byId('scan').value));
byId('scan').addEventListener('blur', () => basket.stopSearch());
byId('scan').addEventListener('keydown', (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  if (!basket.walkSuggestions(step) && till.basket.length) basket.choose(till.chosen + step);
});

const keys = {
  'key-quantity': ['F2', basket.askQuantity], 'key-price': ['F4', basket.askPrice], 'key-remove': ['Delete', removeLine],
  'key-open-item': ['F7', openItem], 'key-cash': ['F8', () => payWith('CASH')], 'key-card': ['F9', () => payWith('CARD')],
  'key-split': [null, () => split()], 'key-other': [null, otherMoney], 'key-clear': [null, () => giveUp()], 'key-discount': ['F3', discountMenu], 'key-return': ['F6', basket.toggleReturn], 'key-goods-back': [null, returnWithReceipt], 'key-parked': ['F10', parkedMenu], 'key-goods': [null, goods],
  'key-receipts': [null, () => receipts()], 'key-cash-menu': [null, cashMenu], 'key-day': [null, dayMenu], 'key-open-day': [null, openDay], operator: [null, operatorMenu], 'key-sign-on': [null, signOn],
};
for (const [id, [, run]] of Object.entries(keys)) {
  byId(id).addEventListener('click', async () => {
    if (!id.endsWith('sign-on') && id !== 'operator' && !till.present) await signOn();
    if (id !== 'operator' && !till.present) return;
    await run();
    await refresh();
    focusScan();
  });
}
document.addEventListener('keydown', (event) => {
  if (types(event) && giveWay()) byId('scan').focus();
  if (isShowing()) return;
  if (types(event) && !isTyping() && !byId('scan').disabled) byId('scan').focus();
  const typing = event.key === 'Delete' && byId('scan').value;
  const found = Object.entries(keys).find(([, [key]]) => key === event.key);
  if (!found || typing) return;
  event.preventDefault();
  if (!byId(found[0]).disabled) byId(found[0]).click();
});
/** A dialog gives the focus back without the caret: what is typed then would go nowhere. */
function caretBack() {
  focusScan();
  const scan = byId('scan');
  if (document.activeElement === scan) scan.setSelectionRange(scan.value.length, scan.value.length);
}

byId('dialog').addEventListener('close', () => { changed(); refresh(); setTimeout(caretBack); });
document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && refresh());

changed();
refresh();
setInterval(() => document.visibilityState === 'visible' && refresh(), STATUS_EVERY_MILLIS);
