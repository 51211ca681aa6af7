/** Marks shown opinions as withdrawn, in the words of the page's own template. */
export function markWithdrawn(list, template, sequences) {
  for (const sequence of sequences ?? []) {
    const card = list.querySelector(`[data-sequence="${CSS.escape(String(sequence))}"] .opinion:not(.opinion-withdrawn)`);
    if (!card || !template) continue;
    card.classList.add('opinion-withdrawn');
    card.querySelectorAll('.opinion-quote').forEach(quote => quote.remove());
    card.querySelector('.opinion-text')?.replaceChildren(template.content.cloneNode(true));
  }
}
