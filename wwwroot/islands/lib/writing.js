import { fill } from './words.js';

const AGAIN_MS = 8000, ASK_MS = 10_000;

/** Says that somebody writes: once, again while they go on, and when they stop. No word of it is sent. */
export function sayWriting(live, code) {
  let saidAt = -Infinity;
  const say = now => { saidAt = now ? performance.now() : -Infinity; live.invoke('Writing', code, now).catch(() => { /* nobody is there to hear it */ }); };
  document.addEventListener('input', event => {
    if (!event.target.matches('[data-note-form] textarea')) return;
    const writes = event.target.value.trim() !== '';
    if (writes ? performance.now() - saidAt > AGAIN_MS : saidAt > 0) say(writes);
  });
  return { stop: () => { if (saidAt > 0) say(false); } };
}

/** Shows who runs the session how many still write. */
export function showWriting(live, code, shown) {
  const ask = () => live.invoke('FollowWriting', code).catch(() => { /* asked again */ });
  live.on('writing', count => { shown.textContent = fill(shown.dataset.word, count); shown.dataset.writing = count; });
  setInterval(ask, ASK_MS);
  return ask;
}
