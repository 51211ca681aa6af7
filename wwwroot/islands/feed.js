import { announcer } from './lib/announce.js';
import { moveCounts } from './lib/counts.js';
import { opinionsAfter, prepend } from './lib/fragment.js';
import { watch } from './lib/live.js';
import { markWithdrawn } from './lib/withdrawn.js';
import { fill } from './lib/words.js';

/** Opinions as they arrive. Nothing that is being read moves until the reader asks for it. */
function start(root) {
  const list = root.querySelector('[data-feed-list]');
  const offer = root.querySelector('[data-feed-new]');
  const button = offer.querySelector('button');
  const state = root.querySelector('[data-feed-state]');
  const announce = announcer(root.querySelector('[data-feed-announce]'));
  const template = root.querySelector('template[data-withdrawn]');
  const sections = root.dataset.sections?.split(' ');
  const { stream, fragment, wordOne, wordMany, wordLost, wordFailed } = root.dataset;
  let shown = Number(root.dataset.after), newest = shown;
  // A set, for an opinion that is withdrawn before it was looked at is no longer new.
  const waiting = new Set();

  const showOffer = () => {
    offer.hidden = waiting.size === 0;
    button.textContent = fill(waiting.size === 1 ? wordOne : wordMany, waiting.size);
    if (waiting.size) announce(button.textContent);
  };

  const hear = {
    'opinion.received': ({ sequence, data }) => {
      moveCounts(data.section, +1);
      newest = sequence;
      if (!sections || sections.includes(data.section)) waiting.add(sequence);
    },
    'submission.withdrawn': ({ data }) => {
      for (const place of data.sections ?? data.opinions.map(() => null)) moveCounts(place, -1);
      data.opinions.forEach(sequence => waiting.delete(sequence));
      markWithdrawn(list, template, data.opinions);
    },
    'opinion.left': ({ data }) => {
      for (const place of data.sections) moveCounts(place, -1);
      data.opinions.forEach(sequence => waiting.delete(sequence));
      markWithdrawn(list, root.querySelector('template[data-withheld]'), data.opinions);
    },
    'opinion.returned': ({ data }) => { for (const place of data.sections) moveCounts(place, +1); },
    'opinion.withheld': ({ data }) => markWithdrawn(list, root.querySelector('template[data-withheld]'), data.opinions),
  };

  button.addEventListener('click', async () => {
    const upTo = newest, wanted = [...waiting];
    button.setAttribute('aria-disabled', 'true');
    try {
      const added = prepend(list, await opinionsAfter(fragment, shown, upTo));
      shown = Math.max(shown, upTo);
      wanted.forEach(sequence => waiting.delete(sequence));
      root.querySelector('[data-feed-empty]')?.remove();
      showOffer();
      // The button is gone; reading goes on with the first of the new ones.
      added[0]?.querySelector('.opinion-number')?.focus();
    } catch {
      state.textContent = wordFailed;
    } finally {
      button.removeAttribute('aria-disabled');
    }
  });

  watch({
    url: root.dataset.hub,
    stream,
    after: shown,
    onEvents: events => { events.forEach(event => hear[event.kind]?.(event)); showOffer(); },
    onState: now => { root.dataset.live = now; state.textContent = now === 'lost' ? wordLost : ''; },
  });
}

document.querySelectorAll('[data-feed]').forEach(start);
