/** Lets a clock run down. The server's time and the phone's differ; what counts is how much was left when the page was made. */
export function runTimers(root) {
  for (const timer of root.querySelectorAll('[data-timer]:not([data-running])')) {
    timer.dataset.running = '';
    const ends = performance.now() + Date.parse(timer.dataset.until) - Date.parse(timer.dataset.now);
    const shown = timer.querySelector('[data-timer-left]');
    const tick = () => {
      if (!timer.isConnected) return;
      const left = Math.max(0, ends - performance.now());
      const seconds = Math.ceil(left / 1000);
      shown.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
      timer.classList.toggle('timer-over', seconds === 0);
      if (seconds > 0) setTimeout(tick, left % 1000 + 20);
    };
    tick();
  }
}
