import { fill } from './words.js';
import { short } from './boardLinks.js';

/**
 * A mode of the board: one note is taken, and the next one that is chosen is linked with it, or parted from it where it was. By a
 * note's button, or by a press anywhere on it; Escape leaves everything as it is.
 */
export function linking(cards, { may, say, link }) {
  const { root } = cards, words = root.dataset, leaves = root.querySelector('[data-board-leave]');
  let from = null;
  const named = id => short(cards.notes.get(id)?.text ?? '');
  const asks = () => from === null ? '' : fill(words.wordLinking, named(from));
  const isLinked = id => cards.notes.get(from)?.links?.includes(id) ?? false;
  const wordFor = id => from === null ? words.wordLink : id === from ? words.wordLinkLeave : isLinked(id) ? words.wordUnlink : words.wordLinkWith;

  /** The buttons say what they do by now; they are made anew with the page, and notes go. */
  const show = () => {
    if (from !== null && !(may() && cards.notes.has(from))) { from = null; say(''); }
    root.toggleAttribute('data-linking', from !== null);
    if (leaves) leaves.hidden = from === null;
    cards.elements.forEach((card, id) => {
      card.classList.toggle('note-linking', id === from);
      const word = card.querySelector('[data-link-word]'), text = wordFor(id);
      if (word && word.textContent !== text) word.textContent = text;
    });
  };
  const leave = () => {
    const was = from;
    from = null;
    say('');
    show();
    cards.card(was)?.querySelector('[name=link]')?.focus({ preventScroll: true });
  };
  const choose = id => {
    if (from === null) { from = id; say(asks()); show(); return; }
    if (id === from) { leave(); return; }
    const [one, stands] = [from, !isLinked(id)];
    from = null;
    link(one, id, stands, fill(stands ? words.wordLinkMade : words.wordLinkGone, named(one), named(id)));
  };

  root.addEventListener('click', event => {
    if (event.target.closest('[data-board-leave]')) { leave(); return; }
    const card = event.target.closest('[data-note]');
    if (from !== null && card && !event.target.closest('a, button')) choose(card.dataset.note);
  });
  document.addEventListener('keydown', event => {
    if (from === null || event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    leave();
  });
  cards.arranged = show;
  return { get on() { return from !== null; }, asks, choose };
}
