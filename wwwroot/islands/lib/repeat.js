/** Repeated groups of fields: names like `Opinions[0].Text`, ids like `opinion-0-text`. */
export const items = form => [...form.querySelectorAll('[data-repeat-item]')];

const renumber = (text, index) => text.replace(/\[\d+\]/, `[${index}]`).replace(/-\d+(-|$)/, `-${index}$1`);

/** Adds one more group after the last: the same fields, empty and with their own names. */
export function addItem(form) {
  const last = items(form).at(-1);
  const index = items(form).length;
  const copy = last.cloneNode(true);
  for (const element of [copy, ...copy.querySelectorAll('*')]) {
    for (const name of ['id', 'name', 'for', 'aria-describedby', 'aria-labelledby', 'data-count']) {
      const value = element.getAttribute(name);
      if (value) element.setAttribute(name, value.split(' ').map(part => renumber(part, index)).join(' '));
    }
    element.removeAttribute('aria-invalid');
  }
  copy.querySelectorAll('.field-error, [data-repeat-preset]').forEach(element => element.remove());
  copy.querySelectorAll('[data-repeat-number]').forEach(number => { number.textContent = index + 1; });
  for (const field of copy.querySelectorAll('input, select, textarea')) {
    if (field.type === 'checkbox' || field.type === 'radio') field.checked = false;
    else if (field.tagName === 'SELECT') field.selectedIndex = 0;
    else field.value = field.defaultValue = '';
  }
  last.after(copy);
  // Counters and the like look at their fields when something is put in.
  copy.querySelectorAll('textarea').forEach(area => area.dispatchEvent(new Event('input', { bubbles: true })));
  return copy;
}
