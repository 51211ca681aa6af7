import { Cards } from './lib/boardCards.js';
import { dragging, stepOf } from './lib/boardDrag.js';
import { runTimers } from './lib/boardTimer.js';
import { watch } from './lib/live.js';
import { outbox } from './lib/outbox.js';
import { swapPage } from './lib/swap.js';
import { fill } from './lib/words.js';

const MOST_SPREAD_MS = 800, UNDO_AT_MOST = 50;

/** randomUUID is for secure contexts alone, and a hall's own network may have none. */
function newId() {
  const b = crypto.getRandomValues(new Uint8Array(16));
  b[6] = (b[6] & 0x0f) | 0x40;
  b[8] = (b[8] & 0x3f) | 0x80;
  const hex = [...b].map(x => x.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

function start(root) {
  const { code, board, hub, stream } = root.dataset;
  const hall = 'hall' in root.dataset;
  const cards = new Cards(root);
  const mine = new Set(root.dataset.mine.split(' ').filter(Boolean));
  const undo = [];
  const status = root.querySelector('[data-board-status]');
  const say = sentence => { status.textContent = sentence ?? ''; };

  // The page as the server has it, asked for at moments that differ from phone to phone.
  let swapping = null;
  const refresh = () => swapping ??= new Promise(done => setTimeout(done, hall ? 0 : Math.random() * MOST_SPREAD_MS)).then(async () => {
    swapping = null;
    const page = await swapPage();
    root.dataset.stage = page.querySelector('[data-board]')?.dataset.stage ?? root.dataset.stage;
    page.querySelector('[data-board]')?.dataset.mine.split(' ').filter(Boolean).forEach(id => mine.add(id));
    cards.read();
    box.waiting.forEach(show);
    runTimers(document);
  }).catch(() => { swapping = null; });

  const mayMove = id => !hall && root.querySelector('template[data-may-move]') !== null && (root.dataset.stage === 'Cluster' || mine.has(id));

  /** An act is seen on the own screen before it is answered. */
  const show = act => {
    if (act.note && act.board === board) cards.put(act.note, { mine: mine.has(act.note.id), waits: true });
  };
  const settle = (act, answer) => {
    const card = act.note && cards.card(act.note.id);
    card?.classList.remove('note-waits');
    if (!answer.refused) { say(''); return; }
    say(answer.words);
    if (act.method === 'WriteNote') {
      cards.remove(act.note.id);
      const text = document.querySelector('[data-note-form] textarea');
      if (text && !text.value) text.value = act.note.text;
    } else refresh();
  };
  const box = outbox(code, act => live.invoke(act.method, ...act.args), {
    onSettled: settle,
    onWaiting: count => { root.dataset.waiting = count; if (count) say(fill(root.dataset.wordWaits, count)); },
  });
  const act = (method, args, note, inverse) => {
    const entry = { method, args: [code, ...args], note, board };
    if (inverse) { undo.push(inverse); if (undo.length > UNDO_AT_MOST) undo.shift(); offerUndo(); }
    if (note) show(entry);
    box.add(entry);
  };
  const move = (id, place, undoable = true) => {
    const from = cards.notes.get(id);
    act('MoveNote', [id, place.column, place.position, newId()], { ...from, ...place }, undoable && (() => move(id, { column: from.column, position: from.position }, false)));
  };
  const offerUndo = () => document.querySelectorAll('[data-board-undo]').forEach(button => { button.hidden = undo.length === 0; });
  const takeBack = () => { undo.pop()?.(); offerUndo(); };

  document.addEventListener('submit', event => {
    const form = event.target;
    if (!form.matches('[data-note-form]')) return;
    event.preventDefault();
    const text = form.elements.text.value.trim();
    if (!text) { form.elements.text.focus(); return; }
    const column = Number(new FormData(form).get('column') ?? 0), colour = String(new FormData(form).get('colour') ?? 'yellow').toLowerCase();
    const id = newId();
    mine.add(id);
    // Behind all others until the server has said where.
    act('WriteNote', [id, board, column, text, colour], { id, column, position: 'zzzz', colour, text, dots: 0 }, () => {
      act('RemoveNote', [id, true]);
      cards.remove(id);
    });
    form.elements.text.value = '';
    form.elements.text.focus();
  });
  document.addEventListener('click', event => {
    const vote = event.target.closest('[data-vote] button');
    if (event.target.closest('[data-board-undo]')) takeBack();
    if (!vote) return;
    event.preventDefault();
    const give = vote.name === 'give';
    live.invoke('GiveDot', code, vote.value, give, newId()).then(answer => { if (answer.refused) say(answer.words); return refresh(); }, () => say(root.dataset.wordLost));
  });
  document.addEventListener('keydown', event => {
    if (event.target.closest('textarea, input, select')) return;
    if ((event.ctrlKey || event.metaKey) && event.key === 'z' && undo.length) { event.preventDefault(); takeBack(); return; }
    const card = event.target.closest('[data-note]');
    if (!event.altKey || !event.key.startsWith('Arrow') || !card || !mayMove(card.dataset.note)) return;
    event.preventDefault();
    const place = stepOf(cards, cards.notes.get(card.dataset.note), event.key);
    if (place) move(card.dataset.note, place);
  });
  dragging(cards, {
    mayMove,
    hold: async id => {
      try { const answer = await live.invoke('HoldNotes', code, [id]); if (answer.refused) say(answer.words); return !answer.refused; } catch { return true; }
    },
    drop: move,
  });

  const hear = {
    'notes.changed': ({ data }) => {
      for (const id of data.gone ?? []) cards.remove(id);
      for (const note of data.notes ?? []) {
        if (note.board !== board || note.parked) cards.remove(note.id);
        else if (!box.waiting.some(waits => waits.note?.id === note.id)) cards.put(note, { mine: mine.has(note.id), waits: false });
      }
      const written = document.querySelector('[data-written]');
      if (written && data.written) written.textContent = fill(root.dataset.wordHidden, data.written[board] ?? 0);
    },
    'clusters.changed': ({ data }) => (data.clusters ?? []).forEach(cluster => cards.title(cluster)),
    'session.changed': ({ data }) => { if (data.session) refresh(); },
    'seat.taken': ({ data }) => document.querySelectorAll('[data-seats]').forEach(seats => { if (data.seats) seats.textContent = data.seats; }),
    'dots.changed': ({ data }) => document.querySelectorAll('[data-dots-given]').forEach(dots => { if (data.dots !== undefined) dots.textContent = data.dots; }),
  };
  const live = watch({
    url: hub, stream, after: Number(root.dataset.after),
    onEvents: events => events.forEach(event => hear[event.kind]?.(event)),
    onState: now => {
      root.dataset.live = now;
      if (now === 'lost') say(root.dataset.wordLost);
      else { say(''); box.flush(); }
    },
  });
  box.waiting.forEach(show);
}

/** Pages about a session that are only kept true: a part that is being used stays as it is. */
function follow(root) {
  let timer = null;
  const later = () => timer ??= setTimeout(async () => {
    timer = null;
    try { await swapPage(); runTimers(document); } catch { later(); }
  }, 1000);
  watch({ url: root.dataset.hub, stream: root.dataset.stream, after: Number(root.dataset.after), onEvents: later, onState: now => { root.dataset.live = now; } });
}

document.querySelectorAll('[data-board]').forEach(start);
document.querySelectorAll('[data-board-follow]').forEach(follow);
runTimers(document);
const full = document.querySelector('[data-hall-full]');
if (full && document.fullscreenEnabled && document.querySelector('[data-board]')) {
  full.hidden = false;
  full.addEventListener('click', () => document.documentElement.requestFullscreen());
  document.addEventListener('fullscreenchange', () => { full.hidden = !!document.fullscreenElement; });
}
