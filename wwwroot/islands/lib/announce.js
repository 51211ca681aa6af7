const QUIET_MS = 10_000;

/** Says things in a live region, at most once per ten seconds: the last sentence wins, the others are never read out. */
export function announcer(region) {
  let pending = null, timer = null, last = -Infinity;
  const say = () => {
    timer = null;
    last = performance.now();
    region.textContent = pending;
  };
  return sentence => {
    pending = sentence;
    timer ??= setTimeout(say, Math.max(0, last + QUIET_MS - performance.now()));
  };
}
