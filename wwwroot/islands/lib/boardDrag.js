import { between } from './orderKey.js';

const FAR_ENOUGH = 8, LONG_ENOUGH_MS = 250;

/** Where a card would stand if it were let go at a point: its column, and the key between its new neighbours. */
function placeAt(cards, id, x, y) {
  const list = document.elementsFromPoint(x, y).map(e => e.closest?.('.column')?.querySelector('[data-column]')).find(Boolean);
  if (!list) return null;
  const column = Number(list.dataset.column);
  const others = cards.inColumn(column).filter(note => note.id !== id);
  const index = others.findIndex(note => { const box = cards.card(note.id).getBoundingClientRect(); return y < box.top + box.height / 2; });
  const at = index < 0 ? others.length : index;
  return { column, position: between(others[at - 1]?.position ?? null, others[at]?.position ?? null) };
}

/** One step with the keyboard: up, down, or into the column beside. */
export function stepOf(cards, note, key) {
  const columns = cards.root.querySelectorAll('[data-column]').length;
  const own = cards.inColumn(note.column), at = own.findIndex(other => other.id === note.id);
  const keys = list => list.map(other => other?.position ?? null);
  if (key === 'ArrowUp' && at > 0) return { column: note.column, position: between(...keys([own[at - 2], own[at - 1]])) };
  if (key === 'ArrowDown' && at < own.length - 1) return { column: note.column, position: between(...keys([own[at + 1], own[at + 2]])) };
  const column = note.column + (key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0);
  if (column === note.column || column < 0 || column >= columns) return null;
  return { column, position: between(cards.inColumn(column).at(-1)?.position ?? null, null) };
}

/** Drag by mouse or, after a moment's rest, by finger; scrolling stays scrolling. */
export function dragging(cards, { mayMove, hold, drop }) {
  let drag = null;
  const end = () => {
    if (!drag) return;
    clearTimeout(drag.timer);
    drag.card.classList.remove('note-dragged');
    drag.card.style.removeProperty('translate');
    drag = null;
  };
  const lift = () => {
    if (!drag || drag.lifted) return;
    drag.lifted = true;
    drag.card.classList.add('note-dragged');
    drag.card.setPointerCapture(drag.pointer);
    const { id } = drag;
    hold(id).then(held => { if (!held && drag?.id === id) end(); });
  };
  cards.root.addEventListener('pointerdown', event => {
    const card = event.target.closest('[data-note]');
    if (!card || event.button !== 0 || event.target.closest('a, button, summary') || !mayMove(card.dataset.note)) return;
    drag = { card, id: card.dataset.note, pointer: event.pointerId, x: event.clientX, y: event.clientY, touch: event.pointerType === 'touch' };
    if (drag.touch) drag.timer = setTimeout(lift, LONG_ENOUGH_MS);
  });
  cards.root.addEventListener('pointermove', event => {
    if (!drag || event.pointerId !== drag.pointer) return;
    const [dx, dy] = [event.clientX - drag.x, event.clientY - drag.y];
    if (!drag.lifted) {
      if (Math.hypot(dx, dy) < FAR_ENOUGH) return;
      if (drag.touch) { end(); return; }
      lift();
    }
    event.preventDefault();
    drag.card.style.translate = `${dx}px ${dy}px`;
  });
  cards.root.addEventListener('pointerup', event => {
    const done = drag;
    if (!done?.lifted) { end(); return; }
    done.card.style.visibility = 'hidden';
    const place = placeAt(cards, done.id, event.clientX, event.clientY);
    done.card.style.removeProperty('visibility');
    end();
    if (place) drop(done.id, place);
  });
  cards.root.addEventListener('pointercancel', end);
  cards.root.addEventListener('touchmove', event => { if (drag?.lifted) event.preventDefault(); }, { passive: false });
}
