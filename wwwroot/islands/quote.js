const LONGEST = 200;

/** Selecting words inside a passage offers to write about them. Without it the passage's own link does. */
function start(plan) {
  const offer = document.querySelector('[data-quote-offer]');
  const link = offer?.querySelector('a');
  if (!link) return;

  const passageOf = node => (node?.nodeType === Node.ELEMENT_NODE ? node : node?.parentElement)?.closest('[data-passage]');

  const look = () => {
    const selection = document.getSelection();
    // While the link itself has the focus the selection may be gone, and the link must not go with it.
    if (offer.contains(document.activeElement)) return;
    const words = selection?.toString().replace(/\s+/g, ' ').trim() ?? '';
    const from = passageOf(selection?.anchorNode), to = passageOf(selection?.focusNode);
    const fits = words && words.length <= LONGEST && from && from === to && plan.contains(from);
    offer.hidden = !fits;
    if (!fits) return;
    const url = new URL(plan.dataset.quoteSubmit, location.href);
    url.searchParams.set('anchor', from.dataset.passage);
    url.searchParams.set('quote', words);
    link.href = url.href;
  };

  document.addEventListener('selectionchange', look);
  offer.addEventListener('focusout', () => setTimeout(look));
}

document.querySelectorAll('[data-quote-submit]').forEach(start);
