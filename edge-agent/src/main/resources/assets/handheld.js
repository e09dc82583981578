// The handheld's page: one screen at a time, a field that every scan lands in, and how it stands with the
// gateway always in sight. A scanner is a keyboard that ends with Enter.

import { askAgain, get, unanswered } from './api.js';
import { byId, el, failure, isShowing, isTyping, types } from './dom.js';
import { openPaper, PAPERS } from './handheld-goods.js';
import { endDay, openLookUp, openShelf, openToday } from './handheld-look.js';
import { askOperator, lockWhenIdle, settled, tell } from './handheld-send.js';
import { draft, handheld } from './handheld-state.js';

const STATUS_EVERY_MILLIS = 1000;
let current = null;

const shell = {
  /** Shows a screen: what scrolls, and the keys at the thumb. */
  screen(title, content, keys) {
    byId('title').textContent = title;
    const scan = current?.scanned === null ? [] : [scanField()];
    byId('screen').replaceChildren(...scan, el('div', { class: 'fill' }, content), ...(keys.length ? [el('div', { class: 'thumb' }, keys)] : []));
    focusScan();
  },
  home,
  async attempt(run) {
    try {
      await run();
    } catch (problem) {
      await tell('Not available', failure(problem.message));
    }
  },
};

function scanField() {
  const input = el('input', { id: 'scan', 'aria-label': 'Scan or type a code', placeholder: 'Scan or type', maxlength: 200, autocomplete: 'off',
    autocapitalize: 'off', spellcheck: 'false', enterkeyhint: 'go' });
  return el('form', { class: 'scan', onsubmit: (event) => {
    event.preventDefault();
    const text = input.value.trim();
    input.value = '';
    if (text) shell.attempt(() => scanned(text));
  } }, input, el('button', { type: 'submit', class: 'primary' }, 'OK'));
}

const focusScan = () => { if (!isShowing()) byId('scan')?.focus({ preventScroll: true }); };

/** Where no screen wants it, a scan looks the article up. */
function scanned(text) {
  if (!current?.scanned) open(() => openLookUp(shell));
  return current.scanned(text);
}

function open(opener) {
  byId('back').hidden = false;
  current = {};
  shell.attempt(async () => {
    const opened = opener();
    current = opened instanceof Promise ? { scanned: null } : opened;
    await opened;
  });
}

/** At a till this is its page for goods; its day is closed where money is counted. */
const isTill = () => handheld.status?.kind === 'TILL';
const toTill = () => location.assign('/');
const dayOpen = () => (handheld.status?.dayOpen ? `${handheld.status.businessDay} is open` : 'no day is open');

function home() {
  current = null;
  byId('back').hidden = !isTill();
  const tile = (name, kind, words) => {
    const waiting = draft(kind).lines.length;
    return el('button', { type: 'button', onclick: () => open(() => openPaper(kind, shell)) }, name,
      el('small', {}, waiting ? `${waiting} not recorded yet` : words));
  };
  shell.screen(handheld.status?.workstation ?? 'Handheld', el('div', { class: 'tiles' },
    el('button', { type: 'button', onclick: () => open(() => openLookUp(shell)) }, 'Look up', el('small', {}, 'price, unit')),
    el('button', { type: 'button', onclick: () => open(() => openShelf(shell)) }, 'Shelf price', el('small', {}, 'right or wrong')),
    tile(PAPERS.delivery.title, 'delivery', 'from a supplier'), tile('Count', 'count', 'blind'),
    tile('Waste', 'waste', 'with the reason'), tile('Transfer out', 'transfer-out', 'to a store'),
    tile('Transfer in', 'transfer-in', 'from a store'),
    el('button', { type: 'button', onclick: () => open(() => openToday(shell)) }, 'Today', el('small', {}, 'what was recorded')),
    isTill() ? el('button', { type: 'button', class: 'wide', onclick: toTill }, 'Sell', el('small', {}, 'back to the till'))
      : el('button', { type: 'button', class: 'wide', onclick: () => shell.attempt(() => endDay(shell)) }, 'End of day',
        el('small', { id: 'day-open' }, dayOpen()))), []);
}

function drawLink() {
  const { status } = handheld;
  const unsent = status?.unsent ? `${status.unsent} not sent yet` : 'everything sent';
  const [kind, text] = !handheld.answering ? ['gone', 'the program on this device does not answer']
    : !status ? ['waiting', 'looking for the program on this device…']
      : status.online ? ['online', `online, ${unsent}`]
        : ['offline', `${status.quarantined ? 'forked' : 'offline'}, ${unsent}`];
  byId('link').className = `link ${kind}`;
  byId('link').title = status?.connection ?? '';
  if (byId('link-text').textContent !== text) byId('link-text').textContent = text;
  byId('operator').textContent = `${handheld.status?.signedOn?.locked ? '🔒 ' : ''}${handheld.operatorName || 'Sign on'}`;
  byId('notice').hidden = !status?.notice;
  byId('notice').textContent = status?.notice ?? '';
}

/** In place: drawn anew, the tiles would take with them what is being typed above them. */
function drawDay() {
  const told = byId('day-open');
  if (told && told.textContent !== dayOpen()) told.textContent = dayOpen();
}

async function refresh() {
  const known = handheld.status;
  try {
    handheld.status = await get('/api/v1/status');
    handheld.answering = true;
  } catch {
    handheld.answering = false; // drawn in the bar, where it stays until something answers
  }
  drawLink();
  drawDay();
  if (!known && handheld.status && !current && !isShowing()) home(); // whose device it is
  const pending = handheld.answering && !isShowing() ? unanswered() : null;
  if (pending && isTill() && !pending.path.startsWith('/api/v1/stock/')) toTill();
  else if (pending) await settled(askAgain);
  if (handheld.answering && !isShowing()) await lockWhenIdle();
}

byId('back').onclick = () => (current ? home() : toTill());
byId('operator').onclick = async () => { await askOperator(); drawLink(); focusScan(); };
document.addEventListener('keydown', (event) => {
  if (!isTyping() && types(event)) focusScan();
});

home();
const tick = async () => { await refresh(); setTimeout(tick, STATUS_EVERY_MILLIS); };
tick();
