import { effectOf, notesOf } from './lib/boardActs.js';
import { Cards } from './lib/boardCards.js';
import { isUsedUp, showDots } from './lib/boardDots.js';
import { dragging, placesOf, stepOf } from './lib/boardDrag.js';
import { linking } from './lib/boardLinking.js';
import { runTimers } from './lib/boardTimer.js';
import { watch } from './lib/live.js';
import { newId } from './lib/newId.js';
import { outbox } from './lib/outbox.js';
import { swapPage } from './lib/swap.js';
import { undoOf } from './lib/undo.js';
import { fill } from './lib/words.js';
import { sayWriting, showWriting } from './lib/writing.js';

const MOST_SPREAD_MS = 800;
const ONLY_HERE = new Set(['GiveDot', 'SupportQuestion']);

function start(root) {
  const { code, board, hub, stream } = root.dataset;
  const hall = 'hall' in root.dataset;
  const cards = new Cards(root);
  const mine = new Set(root.dataset.mine.split(' ').filter(Boolean));
  const undo = undoOf(code);
  const status = root.querySelector('[data-board-status]');
  const say = sentence => { status.textContent = sentence ?? ''; };

  // The page as the server has it, asked for at moments that differ from phone to phone. What is told while it is on its way may be newer.
  let swapping = null, meanwhile = null, overtaken = false;
  const isWhole = async () => {
    await new Promise(hand.whenEmpty);
    const whole = !overtaken;
    overtaken = false;
    return whole;
  };
  const swap = async () => {
    meanwhile = [];
    overtaken = false;
    try {
      const fresh = (await swapPage(document, isWhole)).querySelector('[data-board]');
      root.dataset.stage = fresh?.dataset.stage ?? root.dataset.stage;
      fresh?.dataset.mine.split(' ').filter(Boolean).forEach(id => mine.add(id));
      cards.read();
      box.waiting.forEach(show);
      cards.arrange();
      showDots(root, box.waiting);
      runTimers(document);
    } catch { /* told again, or asked for again, with the next change */ }
    const told = meanwhile;
    meanwhile = swapping = null;
    takeIn(told);
  };
  const refresh = (spread = hall ? 0 : Math.random() * MOST_SPREAD_MS) => swapping ??= new Promise(done => setTimeout(done, spread)).then(swap);

  const may = deed => !hall && root.querySelector(`template[data-may-${deed}]`) !== null;
  const mayMove = id => !links.on && may('move') && (root.dataset.stage === 'Cluster' || mine.has(id));

  /** An act is seen on the own screen before it is answered. */
  const show = act => {
    const { put, gone } = effectOf(act, cards, board);
    put.forEach(note => cards.put(note, { mine: mine.has(note.id), waits: true }));
    gone.forEach(id => cards.remove(id));
  };
  // While an act of one's own is on its way its note stays as the act left it; what was told of it meanwhile is shown afterwards.
  const told = new Map();
  const isWaiting = id => box.waiting.some(act => notesOf(act).includes(id));
  const takeNote = (id, note) => {
    if (isWaiting(id)) told.set(id, note);
    else if (note) cards.put(note, { mine: mine.has(id), waits: false });
    else cards.remove(id);
  };
  // Why one act came to nothing is still to be read when the next that waited is done.
  let refused = false;
  const settle = (act, answer) => {
    for (const id of notesOf(act).filter(id => !isWaiting(id))) {
      cards.card(id)?.classList.remove('note-waits');
      if (told.has(id)) takeNote(id, told.get(id));
      told.delete(id);
    }
    // Told to nobody but this phone: a page made before the answer lacks it.
    overtaken ||= answer.refused || ONLY_HERE.has(act.method);
    if (answer.words || !refused) say(answer.words ?? act.done ?? links.asks());
    refused ||= Boolean(answer.words);
    if (answer.refused && act.method === 'WriteNote') {
      cards.remove(act.args[1]);
      const text = document.querySelector('[data-note-form] textarea');
      if (text && !text.value) text.value = act.args[4];
    } else if (answer.refused || act.method === 'GiveDot') refresh(0);
    cards.arrange();
  };
  const box = outbox(code, act => live.invoke(act.method, ...act.args), {
    onSettled: (act, answer) => hand.whenEmpty(() => settle(act, answer)),
    onWaiting: count => { root.dataset.waiting = count; if (count) say(fill(root.dataset.wordWaits, count)); },
  });

  const offerUndo = () => document.querySelectorAll('[data-board-undo]').forEach(button => { button.hidden = !undo.any; });
  const act = (method, ...args) => send({ method, args: [code, ...args] });
  const send = sent => {
    refused = false;
    show(sent);
    cards.arrange();
    box.add(sent);
    showDots(root, box.waiting);
  };
  const takeBack = () => { undo.pop().forEach(([method, ...args]) => act(method, ...args)); offerUndo(); };
  const undoable = (...inverse) => { undo.push(...inverse); offerUndo(); };
  /** A note, or a stack with all that is in it. */
  const move = moves => {
    undoable(...moves.map(({ id }) => { const { column, position } = cards.notes.get(id); return ['MoveNote', id, column, position, newId()]; }));
    moves.forEach(({ id, column, position }) => act('MoveNote', id, column, position, newId()));
  };
  /** A button says which question it is of, and which words of it were read. */
  const support = (asked, yes) => { const [id, words] = asked.split(' '); act('SupportQuestion', id, yes, newId(), words); };
  const into = (cluster, ...ids) => cluster ? ['StackNotes', cluster, ids, null] : ['UnstackNotes', ids];
  const backWhereTheyWere = ids => undoable(...ids.map(id => into(cards.notes.get(id).cluster, id)));
  const stack = (id, onto) => {
    const known = cards.notes.get(onto).cluster, ids = known ? [id] : [onto, id];
    backWhereTheyWere(ids);
    act('StackNotes', known ?? newId(), ids, null);
  };
  const unstack = ids => { backWhereTheyWere(ids); act('UnstackNotes', ids); };

  document.addEventListener('submit', event => {
    const form = event.target;
    if (!form.matches('[data-note-form]')) return;
    event.preventDefault();
    const text = form.elements.text.value.trim();
    if (!text) { form.elements.text.focus(); return; }
    const column = Number(new FormData(form).get('column') ?? 0), colour = String(new FormData(form).get('colour') ?? 'yellow').toLowerCase();
    const id = newId();
    mine.add(id);
    undoable(['RemoveNote', id, true]);
    act('WriteNote', id, board, column, text, colour);
    form.elements.text.value = '';
    writing.stop();
    form.elements.text.focus();
  });
  const presses = {
    give: id => act('GiveDot', id, true, newId()),
    take: id => act('GiveDot', id, false, newId()),
    support: asked => support(asked, true),
    unsupport: asked => support(asked, false),
    out: id => unstack([id]),
    link: id => links.choose(id),
    split: id => unstack(cards.allBlocks().find(block => block.cluster === id)?.notes.map(note => note.id) ?? []),
  };
  document.addEventListener('click', event => {
    const button = event.target.closest('button');
    if (button?.matches('[data-board-undo]')) takeBack();
    if (!button || !root.contains(button) || !(button.name in presses)) return;
    event.preventDefault();
    if (isUsedUp(button)) return;
    const note = button.closest('[data-note]') ?? button.closest('[data-stack]')?.querySelector('[data-note]');
    presses[button.name](button.value);
    // The button is gone with the stack; its note is not.
    if (button.hidden || !button.isConnected) note?.querySelector('.note-open')?.focus();
  });
  document.addEventListener('keydown', event => {
    if (event.target.closest('textarea, input, select')) return;
    if ((event.ctrlKey || event.metaKey) && event.key === 'z' && undo.any) { event.preventDefault(); takeBack(); return; }
    const card = event.target.closest('[data-note]') ?? event.target.closest('[data-stack]')?.querySelector('[data-note]');
    if (!event.altKey || !event.key.startsWith('Arrow') || !card || !mayMove(card.dataset.note)) return;
    event.preventDefault();
    const place = stepOf(cards, card.dataset.note, event.key);
    if (place) move(placesOf(cards.blockOf(card.dataset.note), place));
  });
  const links = linking(cards, {
    may: () => may('stack'), say,
    link: (id, other, stands, done) => {
      undoable(['LinkNotes', id, other, !stands, newId()]);
      send({ method: 'LinkNotes', args: [code, id, other, stands, newId()], done });
    },
  });
  const hand = dragging(cards, {
    mayMove, mayStack: () => may('stack'), stack, move,
    hold: async ids => {
      try { const answer = await live.invoke('HoldNotes', code, ids); if (answer.refused) say(answer.words); return !answer.refused; } catch { return true; }
    },
    pull: (id, place) => {
      const { cluster, column, position } = cards.notes.get(id);
      undoable(into(cluster, id), ['MoveNote', id, column, position, newId()]);
      act('UnstackNotes', [id]);
      act('MoveNote', id, place.column, place.position, newId());
    },
  });

  const setAll = (selector, value) => { if (value !== undefined) document.querySelectorAll(selector).forEach(element => { element.textContent = value; }); };
  const isParked = id => root.querySelector(`[data-parked="${CSS.escape(id)}"]`) !== null;
  const hear = {
    'notes.changed': ({ data }) => {
      for (const id of data.gone ?? []) takeNote(id, null);
      for (const note of data.notes ?? []) {
        takeNote(note.id, note.board !== board || note.parked ? null : note);
        if (note.board === board && note.parked !== isParked(note.id)) refresh();
      }
      if (data.written) setAll('[data-written]', fill(root.dataset.wordHidden, data.written[board] ?? 0));
    },
    'clusters.changed': ({ data }) => (data.clusters ?? []).forEach(cluster => cards.title(cluster)),
    'session.changed': ({ data }) => { if (data.session) refresh(); },
    'seat.taken': ({ data }) => setAll('[data-seats]', data.seats),
    'dots.changed': ({ data }) => setAll('[data-dots-given]', data.dots),
  };
  function takeIn(events) {
    events.forEach(event => hear[event.kind]?.(event));
    cards.arrange();
  }
  const live = watch({
    // Two tabs of one browser are two hands: what one of them drags the other can't pull away.
    url: `${hub}?tab=${newId()}`, stream, after: Number(root.dataset.after),
    onEvents: events => { meanwhile?.push(...events); hand.whenEmpty(() => takeIn(events)); },
    onState: now => {
      root.dataset.live = now;
      if (now === 'lost') say(root.dataset.wordLost);
      else { say(links.asks()); box.flush(); }
    },
  });
  const writing = sayWriting(live, code);
  box.waiting.forEach(show);
  cards.arrange();
  showDots(root, box.waiting);
  offerUndo();
  // Words that wrap anew, a screen turned round: the lines go with the notes.
  new ResizeObserver(() => cards.redraw?.()).observe(root);
}

/** Pages about a session that are only kept true: a part that is being used stays as it is. */
function follow(root) {
  let timer = null;
  const later = () => timer ??= setTimeout(async () => {
    timer = null;
    try { await swapPage(); runTimers(document); } catch { later(); }
  }, 1000);
  const live = watch({
    url: root.dataset.hub, stream: root.dataset.stream, after: Number(root.dataset.after), onEvents: later,
    onState: now => { root.dataset.live = now; if (now === 'live') ask?.(); },
  });
  const shown = root.querySelector('[data-writing]');
  const ask = shown && showWriting(live, root.dataset.code, shown);
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
