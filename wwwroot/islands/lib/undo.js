import { load, save } from './kept.js';

const PREFIX = 'board-undo:', AT_MOST = 50;

/**
 * What takes one's own acts back, the latest last: for each the acts that undo it. Kept for as long as the tab is, so that what was done
 * on a note's own page can be undone on the board.
 */
export const undoOf = code => {
  const key = PREFIX + code;
  const read = () => load(sessionStorage, key);
  return {
    get any() { return read().length > 0; },
    push(...acts) { save(sessionStorage, key, [...read(), acts].slice(-AT_MOST)); },
    pop() { const all = read(), last = all.pop() ?? []; save(sessionStorage, key, all); return last; },
  };
};
