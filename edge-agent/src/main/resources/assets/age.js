// Goods that are not for everybody: whoever sells looks at the customer, and that they did is kept. No date of birth is.

import { el, show } from './dom.js';
import { till } from './state.js';

/** The latest day on which somebody of this age was born. */
const bornBy = (years) => `${Number(till.status.time.slice(0, 4)) - years}${till.status.time.slice(4, 10)}`;

/** True if nobody need look, or somebody did. */
export async function askAge() {
  const years = till.returning ? 0 : till.priced.minimumAge;
  if (years <= (till.age?.years ?? 0)) return true;
  const how = await show((close) => [el('h2', {}, `Sold from ${years} years on`),
    el('p', {}, `The customer must be born on ${bornBy(years)} or before. Only that you looked is kept.`),
    el('div', { class: 'row-keys' },
      el('button', { type: 'button', onclick: () => close(null) }, 'Not sold: back'),
      el('button', { type: 'button', onclick: () => close('APPEARANCE') }, 'Beyond doubt'),
      el('button', { type: 'button', class: 'primary', autofocus: true, onclick: () => close('DOCUMENT') }, 'Document seen'))]);
  if (how) till.age = { years, how };
  return Boolean(how);
}
