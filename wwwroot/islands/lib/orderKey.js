const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** A key that sorts between two, as the server makes them. Null at either end stands for the column's. */
export function between(before, after) {
  if (before !== null && after !== null && before >= after) after = null;
  let key = '';
  for (let i = 0; ; i++) {
    const low = before !== null && i < before.length ? DIGITS.indexOf(before[i]) : 0;
    const high = after === null ? DIGITS.length : i < after.length ? DIGITS.indexOf(after[i]) : 0;
    if (low === high) { key += DIGITS[low]; continue; }
    if (high - low > 1) return key + DIGITS[Math.floor((low + high) / 2)];
    key += DIGITS[low];
    after = null;
  }
}

/** Of two with the same key the smaller id comes first, here as on the server. */
export const byPlace = (a, b) => a.position < b.position ? -1 : a.position > b.position ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
