import { byPlace } from './orderKey.js';
import { fill } from './words.js';

const COLOURS = ['yellow', 'blue', 'green', 'pink'];

/** What a card says of its note: the page is the state that the island starts from. */
export const noteOf = card => ({
  id: card.dataset.note,
  column: Number(card.closest('[data-column]').dataset.column),
  position: card.dataset.position,
  colour: card.dataset.colour,
  text: card.querySelector('.note-text').textContent,
  author: card.querySelector('.note-author')?.textContent || undefined,
  cluster: card.dataset.cluster || undefined,
  dots: Number(card.dataset.dots || 0),
});

/** Shows notes in a board's columns, each in its place; a card that stands is changed, not made anew, so that focus stays. */
export class Cards {
  constructor(root) { this.root = root; this.titles = new Map(); this.read(); }

  read() {
    this.template = this.root.querySelector('template[data-note-template]') ?? this.template;
    this.notes = new Map([...this.root.querySelectorAll('[data-note]')].map(card => [card.dataset.note, noteOf(card)]));
    this.root.querySelectorAll('[data-cluster-title]').forEach(title => this.titles.set(title.dataset.clusterTitle, title.textContent));
  }

  card(id) { return this.root.querySelector(`[data-note="${CSS.escape(id)}"]`); }

  inColumn(column) { return [...this.notes.values()].filter(note => note.column === column).sort(byPlace); }

  put(note, { mine, waits } = {}) {
    const known = this.notes.get(note.id);
    const next = { ...known, ...note };
    // What is left out of an answer is not there any more; dots come by themselves.
    if (!('cluster' in note)) delete next.cluster;
    this.notes.set(note.id, next);
    const list = this.root.querySelector(`[data-column="${next.column}"]`);
    if (!list) return;
    const card = this.card(note.id) ?? this.make(next);
    this.fill(card, next, mine, waits);
    const after = this.inColumn(next.column);
    const follower = after[after.findIndex(other => other.id === note.id) + 1];
    const before = follower ? this.card(follower.id) : null;
    if (card.parentElement !== list || card.nextElementSibling !== before) {
      const focused = card.contains(document.activeElement) ? document.activeElement : null;
      list.insertBefore(card, before);
      focused?.focus();
    }
  }

  remove(id) { this.notes.delete(id); this.card(id)?.remove(); }

  title(cluster) {
    this.titles.set(cluster.id, cluster.title || this.root.dataset.wordStack);
    this.root.querySelectorAll(`[data-cluster-title="${CSS.escape(cluster.id)}"]`).forEach(title => { title.textContent = this.titles.get(cluster.id); });
  }

  make(note) {
    const card = this.template.content.firstElementChild.cloneNode(true);
    card.id = `note-${note.id}`;
    card.dataset.note = note.id;
    card.querySelectorAll('[href]').forEach(link => { link.href = link.getAttribute('href').replace('{id}', note.id); });
    card.querySelectorAll('button[value]').forEach(button => { button.value = note.id; });
    return card;
  }

  fill(card, note, mine, waits) {
    card.dataset.position = note.position;
    card.dataset.colour = note.colour;
    COLOURS.forEach(colour => card.classList.toggle(`note-${colour}`, colour === note.colour));
    card.querySelector('.note-text').textContent = note.text;
    card.querySelectorAll('[data-of]').forEach(of => { of.textContent = fill(this.root.dataset.wordOf, note.text); });
    const author = card.querySelector('.note-author');
    if (author) { author.textContent = note.author ?? ''; author.hidden = !note.author; }
    let title = card.querySelector('.note-cluster');
    if (title) {
      title.hidden = !note.cluster;
      title.dataset.clusterTitle = note.cluster ?? '';
      title.textContent = note.cluster ? this.titles.get(note.cluster) ?? this.root.dataset.wordStack : '';
    }
    card.dataset.cluster = note.cluster ?? '';
    if (mine !== undefined) card.classList.toggle('note-mine', mine);
    if (waits !== undefined) card.classList.toggle('note-waits', waits);
  }
}
