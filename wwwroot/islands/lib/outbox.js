const PREFIX = 'board-outbox:';

const load = key => { try { return JSON.parse(localStorage.getItem(key)) ?? []; } catch { return []; } };
const save = (key, acts) => { try { acts.length ? localStorage.setItem(key, JSON.stringify(acts)) : localStorage.removeItem(key); } catch { /* kept in memory alone */ } };

/**
 * Acts on their way to the server, in order, kept over a reload. One that was sent and not answered is sent again under its own key, so
 * it is done once. `send(act)` answers `{ refused, words }`, or throws when nobody is there.
 */
export function outbox(code, send, { onSettled, onWaiting }) {
  const key = PREFIX + code;
  const acts = load(key);
  let busy = false;

  const flush = async () => {
    if (busy) return;
    busy = true;
    try {
      while (acts.length) {
        const answer = await send(acts[0]);
        const act = acts.shift();
        save(key, acts);
        onSettled(act, answer);
      }
    } catch { /* the next connection tries again */ }
    busy = false;
    onWaiting(acts.length);
  };

  return {
    get waiting() { return acts; },
    add(act) { acts.push(act); save(key, acts); flush(); },
    flush,
  };
}
