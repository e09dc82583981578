// What the page knows, and what is being put together and not recorded yet. That is kept in the browser, so
// that a battery that ran out loses no hour of counting; a record is only what the program has answered.

const OPERATOR = 'tidemark.operator';
const DRAFT = 'tidemark.handheld.';

export const handheld = {
  status: null,
  answering: true,
  /** Whoever signed on at the program; where that needs nobody, whom this page was told. */
  get operator() {
    if (this.status?.signOnNeeded || this.status?.signedOn) return this.status.signedOn?.operator ?? '';
    return localStorage.getItem(OPERATOR) || '';
  },
  get operatorName() { return this.status?.signedOn?.name || this.operator; },
  set operator(name) { localStorage.setItem(OPERATOR, name); },
};

const EMPTY = { fields: {}, lines: [] };

/** The lines and fields of one kind of paper that are not recorded yet. */
export function draft(kind) {
  return JSON.parse(localStorage.getItem(DRAFT + kind) || 'null') ?? structuredClone(EMPTY);
}

export function keep(kind, what) {
  if (what.lines.length || Object.values(what.fields).some(Boolean)) localStorage.setItem(DRAFT + kind, JSON.stringify(what));
  else localStorage.removeItem(DRAFT + kind);
}

/** Whether somebody is in the middle of a count: until it is recorded nothing may say what there should be. */
export const isCounting = () => draft('count').lines.length > 0;

const UNITS = { C62: '', KGM: 'kg', MTR: 'm', LTR: 'l' };
export const UNIT_NAMES = { C62: 'pieces', KGM: 'kilograms', MTR: 'metres', LTR: 'litres' };

export const withUnit = (quantity, unit) => (UNITS[unit] === '' ? quantity : `${quantity} ${UNITS[unit] ?? unit}`);

/** Thousandths, as a whole number, of what somebody typed; null if it is no quantity. */
export function thousandths(text) {
  const match = /^(\d{1,12})(?:[.,](\d{1,3}))?$/.exec(text.trim());
  return match ? Number(match[1]) * 1000 + Number((match[2] || '').padEnd(3, '0')) : null;
}

/** As the program takes it: 1500 becomes 1.5. */
export function decimal(thousand) {
  const fraction = String(thousand % 1000).padStart(3, '0').replace(/0+$/, '');
  return Math.floor(thousand / 1000) + (fraction ? `.${fraction}` : '');
}
