// Whether anybody touches this device.

let touched = Date.now();
for (const event of ['pointerdown', 'keydown', 'pointermove']) addEventListener(event, () => { touched = Date.now(); }, { passive: true });

/** True once for each time that nobody has for so long. */
export function isIdle(seconds) {
  if (Date.now() - touched < seconds * 1000) return false;
  touched = Date.now();
  return true;
}
