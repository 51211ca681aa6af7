import { drawLinks } from './boardLinks.js';
import { byPlace } from './orderKey.js';
import { fill } from './words.js';

const COLOURS = ['yellow', 'blue', 'green', 'pink'];

/** What a card says of its note: the page is the state that the island starts from. */
const noteOf = card => ({
  id: card.dataset.note,
  column: Number(card.dataset.column),
  position: card.dataset.position,
  colour: card.dataset.colour,
  text: card.querySelector('.note-text').textContent,
  author: card.querySelector('.note-author')?.textContent || undefined,
  cluster: card.dataset.cluster || undefined,
  links: card.dataset.links?.split(' ').filter(Boolean),
  supports: Number(card.dataset.supports ?? 0),
  supported: 'supported' in card.dataset,
  words: card.dataset.words,
  answered: card.querySelector('.note-answered')?.hidden === false,
});

const inOrder = (a, b) => a.column - b.column || byPlace(a, b);

/** Questions by how many would ask them, and behind the others once they are answered: as on the server. */
const inTurn = (a, b) => a.column - b.column || Boolean(a.answered) - Boolean(b.answered) || (b.supports ?? 0) - (a.supports ?? 0) || byPlace(a, b);

/** Puts elements into a list in this order, touching only what stands elsewhere. */
function arrangeIn(list, elements) {
  elements.forEach((element, i) => { if (list.children[i] !== element) list.insertBefore(element, list.children[i] ?? null); });
  while (list.children.length > elements.length) list.lastElementChild.remove();
}

/** Shows notes in a board's columns, each in its place and stacks together; a card that stands is changed, not made anew, so that focus stays. */
export class Cards {
  constructor(root) { this.root = root; this.titles = new Map(); this.read(); }

  read() {
    this.moulds = { note: this.root.querySelector('template[data-note-template]'), stack: this.root.querySelector('template[data-stack-template]') };
    const cards = [...this.root.querySelectorAll('[data-note]')];
    this.elements = new Map(cards.map(card => [card.dataset.note, card]));
    this.notes = new Map(cards.map(card => [card.dataset.note, noteOf(card)]));
    this.stacks = new Map([...this.root.querySelectorAll('[data-stack]')].map(stack => [stack.dataset.stack, stack]));
    this.root.querySelectorAll('[data-stack-title]').forEach(title => this.titles.set(title.dataset.stackTitle, title.textContent));
  }

  card(id) { return this.elements.get(id); }

  /** What stands in a column, one below the other: single notes, and stacks where their first note is. */
  blocks(column) { return this.allBlocks().filter(block => block.column === column); }

  allBlocks() {
    const blocks = [], stacks = new Map();
    for (const note of [...this.notes.values()].sort('questions' in this.root.dataset ? inTurn : inOrder)) {
      const stack = note.cluster && stacks.get(note.cluster);
      if (stack) { stack.notes.push(note); continue; }
      const block = { column: note.column, position: note.position, cluster: note.cluster, notes: [note] };
      if (note.cluster) stacks.set(note.cluster, block);
      blocks.push(block);
    }
    return blocks;
  }

  blockOf(id) { return this.allBlocks().find(block => block.notes.some(note => note.id === id)); }

  put(note, { mine, waits } = {}) {
    const known = this.notes.get(note.id);
    const next = { ...known, ...note };
    // What is left out of an answer is not there any more; dots come by themselves.
    if (!('cluster' in note)) delete next.cluster;
    if (!('links' in note)) delete next.links;
    this.notes.set(note.id, next);
    if (!this.elements.has(note.id)) this.elements.set(note.id, this.make('note', note.id));
    this.fill(this.card(note.id), next, mine, waits);
  }

  remove(id) { this.notes.delete(id); this.card(id)?.remove(); this.elements.delete(id); }

  /** Puts everything where it stands by now. */
  arrange() {
    const focused = document.activeElement;
    const blocks = this.allBlocks();
    for (const list of this.root.querySelectorAll('[data-column-list]'))
      arrangeIn(list, blocks.filter(block => block.column === Number(list.dataset.columnList)).map(block => this.elementOf(block)));
    drawLinks(this);
    this.arranged?.();
    if (focused !== document.activeElement && focused?.isConnected) focused.focus({ preventScroll: true });
  }

  elementOf(block) {
    if (!block.cluster) return this.card(block.notes[0].id);
    const stack = this.stacks.get(block.cluster) ?? this.make('stack', block.cluster);
    this.stacks.set(block.cluster, stack);
    const title = stack.querySelector('[data-stack-title]');
    title.textContent = this.titles.get(block.cluster) ?? this.root.dataset.wordStack;
    stack.querySelectorAll('[data-of]').forEach(of => { of.textContent = fill(this.root.dataset.wordOf, title.textContent); });
    arrangeIn(stack.querySelector('[data-stack-notes]'), block.notes.map(note => this.card(note.id)));
    return stack;
  }

  title(cluster) { this.titles.set(cluster.id, cluster.title || this.root.dataset.wordStack); }

  make(kind, id) {
    const made = this.moulds[kind].content.firstElementChild.cloneNode(true);
    made.dataset[kind] = id;
    if (kind === 'note') made.id = `note-${id}`;
    made.querySelectorAll('[data-stack-title]').forEach(title => { title.dataset.stackTitle = id; });
    made.querySelectorAll('[href]').forEach(link => { link.href = link.getAttribute('href').replace('{id}', id); });
    made.querySelectorAll('button[value]').forEach(button => { button.value = id; });
    return made;
  }

  fill(card, note, mine, waits) {
    for (const name of ['column', 'position', 'colour']) card.dataset[name] = note[name];
    card.dataset.cluster = note.cluster ?? '';
    COLOURS.forEach(colour => card.classList.toggle(`note-${colour}`, colour === note.colour));
    card.querySelector('.note-text').textContent = note.text;
    card.querySelectorAll('[data-of]').forEach(of => { of.textContent = fill(this.root.dataset.wordOf, note.text); });
    const author = card.querySelector('.note-author');
    if (author) { author.textContent = note.author ?? ''; author.hidden = !note.author; }
    const answered = card.querySelector('.note-answered');
    if (answered) answered.hidden = !note.answered;
    this.fillQuestion(card, note, mine ?? card.classList.contains('note-mine'));
    const out = card.querySelector('[name=out]');
    if (out) out.hidden = !note.cluster;
    if (mine !== undefined) card.classList.toggle('note-mine', mine);
    if (waits !== undefined) card.classList.toggle('note-waits', waits);
  }

  fillQuestion(card, note, mine) {
    const supporters = card.querySelector('.note-supporters');
    if (!supporters) return;
    supporters.textContent = fill(this.root.dataset.wordSupporters, note.supports ?? 0);
    supporters.hidden = !note.supports;
    card.classList.toggle('note-done', Boolean(note.answered));
    const [vote, own] = [card.querySelector('[data-support]'), card.querySelector('[data-own]')];
    if (!vote) return;
    [vote.hidden, own.hidden] = [mine || note.answered, !mine || note.answered];
    const button = vote.querySelector('button');
    button.name = note.supported ? 'unsupport' : 'support';
    button.value = `${note.id} ${note.words ?? ''}`;
    button.setAttribute('aria-pressed', String(Boolean(note.supported)));
  }
}
