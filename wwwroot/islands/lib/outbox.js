import { load, save } from './kept.js';

const PREFIX = 'board-outbox:', AT_WORK_MS = 300;

/**
 * Acts on their way to the server, in order, kept over a reload. One that was sent and not answered is sent again under its own key, so
 * it is done once. `send(act)` answers `{ refused, words }`, or throws when nobody is there.
 */
export function outbox(code, send, { onSettled, onWaiting }) {
  const key = PREFIX + code;
  const acts = load(localStorage, key);
  let busy = false;

  const flush = async () => {
    if (busy) return;
    busy = true;
    try {
      while (acts.length) {
        const answer = await send(acts[0]);
        if (answer.refused === 'still-at-work') { await new Promise(later => setTimeout(later, AT_WORK_MS)); continue; }
        const act = acts.shift();
        save(localStorage, key, acts);
        onSettled(act, answer);
      }
    } catch { /* the next connection tries again */ }
    busy = false;
    onWaiting(acts.length);
  };

  return {
    get waiting() { return acts; },
    add(act) { acts.push(act); save(localStorage, key, acts); flush(); },
    flush,
  };
}
