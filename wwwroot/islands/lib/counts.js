const format = new Intl.NumberFormat(document.documentElement.lang || 'ja');

function add(element, by) {
  const now = Math.max(0, Number(element.dataset.count ?? 0) + by);
  element.dataset.count = now;
  element.textContent = format.format(now);
}

/** Moves the figures on the page by one opinion of a section (null: of the whole plan). */
export function moveCounts(section, by) {
  // A heading counts what is said on it and on all that stands under it.
  const own = section ? document.querySelectorAll(`[data-counts-sections~="${CSS.escape(section)}"]`) : [];
  for (const element of [...own, ...document.querySelectorAll('[data-total-count]')]) add(element, by);
}
