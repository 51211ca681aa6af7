// Groups are also dragged: to another place, or under another heading. The buttons beside them do the same.
const outline = document.querySelector('[data-outline]');
let dragged = null;

for (const item of outline?.querySelectorAll('[data-group]') ?? []) item.draggable = true;

outline?.addEventListener('dragstart', event => {
  dragged = event.target.closest('[data-group]');
  if (!dragged) return;
  event.dataTransfer.effectAllowed = 'move';
  event.dataTransfer.setData('text/plain', dragged.dataset.group);
  dragged.dataset.dragged = '';
});

outline?.addEventListener('dragover', event => {
  const list = listOf(event.target);
  if (!dragged || !list) return;
  event.preventDefault();
  mark(list, before(list, event.clientY));
});

outline?.addEventListener('drop', event => {
  const list = listOf(event.target);
  if (!dragged || !list) return;
  event.preventDefault();
  const next = before(list, event.clientY);
  const form = list.closest('form');
  const place = document.createElement('input');
  place.type = 'hidden';
  place.name = 'place';
  // What stands there now, and the heading it was dropped under.
  place.value = `${dragged.dataset.group} ${next?.dataset.group.split('-')[0] ?? 0} drag ${list.dataset.under}`;
  form.append(place);
  form.requestSubmit();
});

outline?.addEventListener('dragend', () => {
  if (dragged) delete dragged.dataset.dragged;
  dragged = null;
  mark(null, null);
});

/** The list under the pointer, or of the heading under it. */
function listOf(at) {
  return at.closest('[data-under]') ?? at.closest('[data-heading]')?.querySelector('[data-under]') ?? null;
}

/** The item that what is dropped here would stand before; null at the end. */
function before(list, y) {
  return [...list.querySelectorAll('[data-group]')].find(item => {
    const box = item.getBoundingClientRect();
    return item !== dragged && y < box.top + box.height / 2;
  }) ?? null;
}

function mark(list, next) {
  for (const marked of outline.querySelectorAll('[data-drop]')) delete marked.dataset.drop;
  if (!list) return;
  (next ?? list).dataset.drop = next ? 'before' : 'last';
}
// Says that one may drag, to whoever waits for it.
document.documentElement.dataset.outline = 'ready';
