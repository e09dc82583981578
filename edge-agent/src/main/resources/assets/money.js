// Amounts are whole minor units of a currency, here as BigInt; the server does all the arithmetic of
// prices, the page only adds up tenders and shows amounts.

const DIGITS_MAX = 15;

export function shown(money, digits) {
  const minor = BigInt(money.minor);
  const negative = minor < 0n;
  const text = (negative ? -minor : minor).toString().padStart(digits + 1, '0');
  const whole = text.slice(0, text.length - digits).replace(/\B(?=(\d{3})+$)/g, '\u2009');
  const fraction = digits ? '.' + text.slice(-digits) : '';
  return `${negative ? '\u2212' : ''}${whole}${fraction} ${money.currency}`;
}

/** Minor units of what somebody typed, or null if it is not an amount of this currency. */
export function minorOf(text, digits) {
  const match = /^(-?)(\d+)(?:[.,](\d+))?$/.exec(text.trim().replaceAll(/[\s\u2009]/g, ''));
  if (!match || match[2].length > DIGITS_MAX) return null;
  const fraction = match[3] || '';
  if (fraction.length > digits) return null;
  const minor = BigInt(match[2] + fraction.padEnd(digits, '0'));
  return match[1] ? -minor : minor;
}

/** What there are coins for, nearest to what is still to be paid; a half goes as the till's scheme says for a sale. */
export function coins(minor, scheme) {
  if (!scheme) return minor;
  const coin = BigInt(scheme.amount.minor);
  const size = minor < 0n ? -minor : minor;
  const below = size - size % coin;
  const twice = 2n * (size - below);
  const rounded = twice > coin || (twice === coin && scheme.halfUp) ? below + coin : below;
  return minor < 0n ? -rounded : rounded;
}

/** What foreign money counts as: at the rate, half a minor unit up, as the till program will say. */
export function counted(minor, foreign, digits) {
  const [whole, fraction = ''] = foreign.rate.split('.');
  const scale = 10n ** BigInt(fraction.length + foreign.digits);
  const exact = minor * BigInt(whole + fraction) * 10n ** BigInt(digits);
  return (2n * exact + scale) / (2n * scale);
}

export function plain(minor, digits) {
  const text = minor.toString().padStart(digits + 1, '0');
  return digits ? `${text.slice(0, -digits)}.${text.slice(-digits)}` : text;
}

/** A unit price with at least the currency's decimal places: 3 becomes 3.00, 0.0425 stays. */
export function priceText(price, digits) {
  const [whole, fraction = ''] = price.split('.');
  const padded = fraction.padEnd(digits, '0');
  return padded ? `${whole}.${padded}` : whole;
}

/** With a minus sign that is as wide as a figure. */
export const signed = (decimal) => decimal.replace('-', '\u2212');

/** What a customer is likely to hand over: the amount itself, then the next round ones. */
export function likelyTenders(minor, digits) {
  const unit = 10n ** BigInt(digits);
  const found = new Set([minor]);
  for (const note of [1n, 5n, 10n, 20n, 50n, 100n, 1000n, 5000n, 10000n]) {
    const step = note * unit;
    if (step * 50n < minor) continue;
    found.add(((minor + step - 1n) / step) * step);
  }
  return [...found].sort((a, b) => (a < b ? -1 : 1)).slice(0, 4);
}
