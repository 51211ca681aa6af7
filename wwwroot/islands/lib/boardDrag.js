import { between } from './orderKey.js';

const FAR_ENOUGH = 8, LONG_ENOUGH_MS = 250;

/** So many places one below the other: all the notes of a stack, or one. */
export function placesOf(block, { column, before, after }) {
  let position = before;
  return block.notes.map(({ id }) => ({ id, column, position: position = between(position, after) }));
}

const gap = (column, blocks, at) => ({ column, before: blocks[at - 1]?.position ?? null, after: blocks[at]?.position ?? null });

/** One step with the keyboard: up, down, or into the column beside. */
export function stepOf(cards, id, key) {
  const columns = cards.root.querySelectorAll('[data-column-list]').length;
  const block = cards.blockOf(id), own = cards.blocks(block.column), at = own.findIndex(other => other.notes.some(note => note.id === id));
  if (key === 'ArrowUp' && at > 0) return gap(block.column, own, at - 1);
  if (key === 'ArrowDown' && at < own.length - 1) return gap(block.column, own, at + 2);
  const column = block.column + (key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0);
  if (column === block.column || column < 0 || column >= columns) return null;
  const there = cards.blocks(column);
  return gap(column, there, there.length);
}

/** What lies under a point: a note to stack with, or a gap in a column. */
function under(cards, ids, x, y, mayStack) {
  const at = document.elementsFromPoint(x, y);
  const card = at.map(e => e.closest?.('[data-note]')).find(e => e && cards.root.contains(e) && !ids.includes(e.dataset.note));
  if (card && mayStack) {
    const box = card.getBoundingClientRect();
    if (y > box.top + box.height / 4 && y < box.bottom - box.height / 4) return { onto: card };
  }
  const list = at.map(e => e.closest?.('.column')?.querySelector('[data-column-list]')).find(Boolean);
  if (!list) return {};
  const column = Number(list.dataset.columnList);
  const blocks = cards.blocks(column).filter(block => !block.notes.every(note => ids.includes(note.id)));
  const index = blocks.findIndex(block => { const box = cards.elementOf(block).getBoundingClientRect(); return y < box.top + box.height / 2; });
  return { place: gap(column, blocks, index < 0 ? blocks.length : index) };
}

/**
 * Drag by mouse or, after a moment's rest, by finger; scrolling stays scrolling. A note let go on another is stacked with it, one pulled
 * out of its stack stands alone, and a stack is taken by its title.
 */
export function dragging(cards, { mayMove, mayStack, hold, move, stack, pull }) {
  let drag = null, afterwards = [];
  const point = onto => {
    if (drag?.onto === onto) return;
    drag?.onto?.classList.remove('note-target');
    onto?.classList.add('note-target');
    if (drag) drag.onto = onto;
  };
  const end = () => {
    if (!drag) return;
    clearTimeout(drag.timer);
    point(undefined);
    drag.element.classList.remove('note-dragged');
    drag.element.style.removeProperty('translate');
    drag = null;
  };
  /** What waited for the hand to be empty, in its order. */
  const release = () => { const all = afterwards; afterwards = []; all.forEach(deed => deed()); };
  const drop = () => { end(); release(); };
  const lift = () => {
    if (!drag || drag.lifted) return;
    drag.lifted = true;
    drag.element.classList.add('note-dragged');
    const mine = drag;
    hold(drag.ids).then(held => { if (!held && drag === mine) drop(); });
  };
  const look = event => {
    drag.element.style.visibility = 'hidden';
    const found = under(cards, drag.ids, event.clientX, event.clientY, !drag.whole && mayStack());
    drag.element.style.removeProperty('visibility');
    return found;
  };
  cards.root.addEventListener('pointerdown', event => {
    const card = event.target.closest('[data-note]'), title = event.target.closest('.stack-title');
    const element = card ?? title?.closest('[data-stack]');
    if (!element || event.button !== 0 || event.target.closest('a, button, summary')) return;
    const block = cards.blockOf((card ?? element.querySelector('[data-note]'))?.dataset.note);
    const ids = card ? [card.dataset.note] : block?.notes.map(note => note.id) ?? [];
    if (!ids.length || !ids.every(mayMove) || (drag && drag.pointer !== event.pointerId)) return;
    drop();
    drag = { element, ids, whole: !card, block, pointer: event.pointerId, x: event.clientX, y: event.clientY, touch: event.pointerType === 'touch' };
    // However far it goes, that it is let go is heard.
    element.setPointerCapture(event.pointerId);
    if (drag.touch) drag.timer = setTimeout(lift, LONG_ENOUGH_MS);
  });
  cards.root.addEventListener('pointermove', event => {
    if (!drag || event.pointerId !== drag.pointer) return;
    const [dx, dy] = [event.clientX - drag.x, event.clientY - drag.y];
    if (!drag.lifted) {
      if (Math.hypot(dx, dy) < FAR_ENOUGH) return;
      if (drag.touch) { drop(); return; }
      lift();
    }
    event.preventDefault();
    drag.element.style.translate = `${dx}px ${dy}px`;
    point(look(event).onto);
  });
  cards.root.addEventListener('pointerup', event => {
    if (!drag || event.pointerId !== drag.pointer) return;
    const done = drag;
    if (!done.lifted) { drop(); return; }
    const { onto, place } = look(event);
    end();
    put(done, onto, place);
    release();
  });
  const put = (done, onto, place) => {
    const [id] = done.ids;
    if (onto) {
      const cluster = cards.notes.get(onto.dataset.note).cluster;
      if (!cluster || cluster !== cards.notes.get(id).cluster) stack(id, onto.dataset.note);
    } else if (place && (done.whole || !done.block.cluster)) move(placesOf(done.block, place));
    else if (place && mayStack()) pull(id, placesOf({ notes: [{ id }] }, place)[0]);
  };
  cards.root.addEventListener('pointercancel', drop);
  cards.root.addEventListener('touchmove', event => { if (drag?.lifted) event.preventDefault(); }, { passive: false });
  /** A note in the hand is not put elsewhere nor made anew: what would do so waits until it is let go. */
  return { whenEmpty: deed => { if (drag) afterwards.push(deed); else deed(); } };
}
