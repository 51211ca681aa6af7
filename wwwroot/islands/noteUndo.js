import { newId } from './lib/newId.js';
import { undoOf } from './lib/undo.js';

/** A note's own page is forms alone: what undoes them is kept for the board, which has the button. */
const page = document.querySelector('[data-note-page]');
const { code, id, text, colour, column, position, cluster, refused } = page.dataset;
const undo = undoOf(code);
if (refused !== undefined || page.querySelector('[data-refused]')) undo.pop();

const into = note => cluster ? ['StackNotes', cluster, [note], null] : ['UnstackNotes', [note]];
const inverse = {
  edit: () => [['EditNote', id, text, colour]],
  move: () => [['MoveNote', id, Number(column), position, newId()]],
  split: form => [['RemoveNote', form.elements.part.value, true], ['EditNote', id, text, colour]],
  link: form => [['LinkNotes', id, form.elements.other.value, false, newId()]],
  unlink: (form, pressed) => [['LinkNotes', id, pressed.value, true, newId()]],
  remove: () => [['RemoveNote', id, false]],
  stack: form => {
    const [kind, other] = form.elements.with.value.split(':');
    const title = form.elements.with.selectedOptions[0]?.dataset.title;
    return [into(id), ...kind === 'n' ? [['UnstackNotes', [other]]] : [], ...title && form.elements.title.value.trim() ? [['NameCluster', other, title]] : []];
  },
};
document.addEventListener('submit', event => {
  const kept = inverse[event.target.dataset.undo];
  if (kept) undo.push(...kept(event.target, event.submitter));
});
