import { moveCounts } from './lib/counts.js';
import { opinionsAfter, prepend } from './lib/fragment.js';
import { watch } from './lib/live.js';
import { markWithdrawn } from './lib/withdrawn.js';

const MOST_SHOWN = 12, RETRY_MS = 3_000;

/** A hall display: nobody clicks, so what arrives is shown at once and the oldest make room. */
function start(root) {
  const list = root.querySelector('[data-feed-list]');
  const state = root.querySelector('[data-feed-state]');
  const template = root.querySelector('template[data-withdrawn]');
  const withdrawn = new Set();
  let shown = Number(root.dataset.after), newest = shown, busy = false;

  const show = async () => {
    if (busy || shown >= newest) return;
    busy = true;
    const upTo = newest;
    try {
      prepend(list, await opinionsAfter(root.dataset.fragment, shown, upTo));
      shown = upTo;
      // One of these may have been taken back while it was on its way.
      markWithdrawn(list, template, withdrawn);
      root.querySelector('[data-feed-empty]')?.remove();
      while (list.children.length > MOST_SHOWN) list.lastElementChild.remove();
    } catch {
      await new Promise(done => setTimeout(done, RETRY_MS));
    } finally {
      busy = false;
    }
    show();
  };

  const hear = {
    'opinion.received': ({ sequence, data }) => { newest = sequence; moveCounts(data.section, +1); },
    'submission.withdrawn': ({ data }) => {
      for (const place of data.sections ?? data.opinions.map(() => null)) moveCounts(place, -1);
      data.opinions.forEach(sequence => withdrawn.add(sequence));
      markWithdrawn(list, template, data.opinions);
    },
    'opinion.withheld': ({ data }) => markWithdrawn(list, root.querySelector('template[data-withheld]'), data.opinions),
  };

  watch({
    url: root.dataset.hub,
    stream: root.dataset.stream,
    after: shown,
    onEvents: events => { events.forEach(event => hear[event.kind]?.(event)); show(); },
    onState: now => { root.dataset.live = now; state.textContent = now === 'lost' ? root.dataset.wordLost : ''; },
  });

  const full = root.querySelector('[data-hall-full]');
  if (full && document.fullscreenEnabled) {
    full.hidden = false;
    full.addEventListener('click', () => document.documentElement.requestFullscreen());
    document.addEventListener('fullscreenchange', () => { full.hidden = !!document.fullscreenElement; });
  }
}

document.querySelectorAll('[data-hall]').forEach(start);
