const PREFIX = 'draft:', KEEP_MS = 30 * 24 * 60 * 60 * 1000;
// Never kept: secrets, files, and what the server put in for itself (form token, idempotency key).
const SKIPPED = new Set(['password', 'file', 'submit', 'button', 'reset', 'image']);

/** The fields a person fills in. A hidden field counts only where it says so: a quote taken from the plan. */
export const fields = form => [...form.elements].filter(field =>
  field.name && !SKIPPED.has(field.type) && !field.hasAttribute('data-draft-skip')
  && (field.type !== 'hidden' || field.hasAttribute('data-draft-keep')));

const isTick = field => field.type === 'checkbox' || field.type === 'radio';

export const valuesOf = form => fields(form).map(field =>
  isTick(field) ? [field.name, field.value, field.checked] : [field.name, field.value]);

export const isEmpty = values => values.every(([, value, checked]) => checked === undefined ? value === '' : !checked);

/** Puts values back, the nth of a name into the nth field of that name. */
export function fillIn(form, values) {
  const left = fields(form);
  for (const [name, value, checked] of values) {
    const at = left.findIndex(field => field.name === name && (checked === undefined || field.value === value));
    if (at < 0) continue;
    const [field] = left.splice(at, 1);
    if (checked === undefined) field.value = value; else field.checked = checked;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
}

export function save(key, draft) {
  // A full or forbidden store must not stop anyone from writing.
  try { localStorage.setItem(PREFIX + key, JSON.stringify({ ...draft, at: Date.now() })); return true; } catch { return false; }
}

export function load(key) {
  try {
    const draft = JSON.parse(localStorage.getItem(PREFIX + key));
    return draft && Date.now() - draft.at < KEEP_MS ? draft : null;
  } catch { return null; }
}

export function clear(key) {
  try { localStorage.removeItem(PREFIX + key); } catch { /* nothing was kept */ }
}
