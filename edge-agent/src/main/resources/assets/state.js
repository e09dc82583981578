// What the page knows: the till's status as last told, the basket, and who is working. One change, one
// drawing; nothing here is a record of anything, the journal is.

export const till = {
  status: null,
  answering: true,
  basket: [],
  priced: null,
  chosen: -1,
  returning: false,
  last: null,
  discounts: [],
  voided: null,
  reason: '', // why goods come back without a receipt
  parked: null, // id of the suspended basket that this is
  tip: null, // minor units for those who serve
  age: null, // that the customer was found to have: years, and how
  get present() { return this.status?.signedOn ?? null; },
  get operator() { return this.present?.operator ?? ''; },
  get digits() { return this.status?.currency.digits ?? 2; },
  get currency() { return this.status?.currency.code ?? ''; },
  get foreignCash() { return this.status?.foreignCash ?? []; }, // that is taken for goods, each with its rate
  get currencies() { return this.status?.currencies ?? []; }, // that the drawer may have, the store's first
  digitsOf(code) { return this.currencies.find((one) => one.code === code)?.digits ?? this.digits; },
};

const listeners = [];
export const whenChanged = (listener) => listeners.push(listener);
export const changed = () => listeners.forEach((listener) => listener());

export const REASONS_BACK = ['Changed mind', 'Faulty', 'Wrong size', 'Wrong article'];
