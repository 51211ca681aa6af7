import { fill } from './lib/words.js';

const MINUTE = 60_000, HOUR = 60 * MINUTE, DAY = 24 * HOUR;
// A page may come from a cache, minutes old; a difference above this is a wrong clock, or a rehearsal's.
const TRUSTED_DRIFT = 10 * MINUTE;

function start(element) {
  const words = element.dataset, left = element.querySelector('[data-countdown-left]');
  const until = Date.parse(words.until), drift = Date.parse(words.now) - Date.now();
  const offset = Math.abs(drift) > TRUSTED_DRIFT ? drift : 0;

  const sentence = ms => {
    if (ms <= 0) return words.wordOver;
    if (ms >= DAY) return fill(words.wordDays, Math.floor(ms / DAY), Math.floor(ms % DAY / HOUR));
    if (ms >= HOUR) return fill(words.wordHours, Math.floor(ms / HOUR), Math.floor(ms % HOUR / MINUTE));
    return ms >= MINUTE ? fill(words.wordMinutes, Math.floor(ms / MINUTE)) : words.wordSoon;
  };

  const tick = () => {
    const ms = until - (Date.now() + offset);
    const now = sentence(ms);
    if (left.textContent !== now) left.textContent = now;
    // Woken just after the minute turns: the words change once a minute, and the close itself is not missed.
    if (ms > 0) setTimeout(tick, ms % MINUTE + 50);
  };
  tick();
}

document.querySelectorAll('[data-countdown]').forEach(start);
