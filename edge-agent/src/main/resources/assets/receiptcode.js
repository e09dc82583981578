// What a receipt's bar code says: store.workstation.yyyymmdd.number, enough to find the receipt again.

const CODE = /^([a-z0-9-]+)\.(.+)\.(\d{4})(\d{2})(\d{2})\.(\d{1,12})$/;

export const codeOf = (receipt) =>
  `${receipt.store}.${receipt.workstation}.${receipt.businessDay.replaceAll('-', '')}.${receipt.number}`;

/** The receipt that a scanned text names, or null if it names none. */
export function receiptOf(text) {
  const match = CODE.exec(text.trim());
  if (!match) return null;
  const [, store, workstation, year, month, day, number] = match;
  return { store, workstation, day: `${year}-${month}-${day}`, receipt: Number(number) };
}
