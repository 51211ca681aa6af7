/** What an act does to the board before it is answered: notes as they will stand, and ids that will be gone. */
export function effectOf({ method, args }, cards, board) {
  const known = ids => ids.map(id => cards.notes.get(id)).filter(Boolean);
  const [, first, second, third, fourth, fifth] = args;
  switch (method) {
    // Behind all others until the server has said where.
    case 'WriteNote': return { put: second === board ? [{ id: first, column: third, position: 'zzzz', colour: fifth, text: fourth }] : [], gone: [] };
    case 'EditNote': return { put: known([first]).map(note => ({ ...note, text: second, colour: third })), gone: [] };
    case 'MoveNote': return { put: known([first]).map(note => ({ ...note, column: second, position: third })), gone: [] };
    case 'RemoveNote': return { put: [], gone: second ? [first] : [] };
    case 'StackNotes': return { put: known(second).map(note => ({ ...note, cluster: first })), gone: [] };
    case 'UnstackNotes': return { put: known(first).map(note => ({ ...note, cluster: undefined })), gone: [] };
    case 'LinkNotes': return { put: known([first, second]).map(note => ({ ...note, links: linked(note.links, note.id === first ? second : first, third) })), gone: [] };
    case 'SupportQuestion': return { put: known([first]).map(note => supported(note, second)), gone: [] };
    default: return { put: [], gone: [] };
  }
}

/** Counted once, however often it is said: the page may know already what was sent. */
const supported = (note, yes) => ({ ...note, supported: yes, supports: (note.supports ?? 0) + (Boolean(note.supported) === yes ? 0 : yes ? 1 : -1) });

const linked = (links = [], end, stands) => [...links.filter(id => id !== end), ...stands ? [end] : []];

/** The notes that an act is about. */
export const notesOf = ({ method, args }) =>
  method === 'StackNotes' ? args[2] : method === 'UnstackNotes' ? args[1] : method === 'NameCluster' ? [] : method === 'LinkNotes' ? [args[1], args[2]] : [args[1]];
