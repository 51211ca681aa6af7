import { fill } from './lib/words.js';

const segmenter = 'Segmenter' in Intl ? new Intl.Segmenter('ja', { granularity: 'grapheme' }) : null;
const NEAR = 0.9;

/** Length as a reader counts: 𠮷, が and 👨‍👩‍👧 are one each, as the server counts them. A line break is one. */
export const count = text => segmenter ? [...segmenter.segment(text)].length : [...text].length;

function show(area) {
  const output = document.getElementById(area.dataset.count);
  if (!output) return;
  const limit = Number(area.dataset.countLimit), now = count(area.value);
  const over = now > limit;
  output.classList.toggle('count-over', over);
  output.textContent = fill(over ? output.dataset.wordOver : output.dataset.wordLeft,
    Math.abs(limit - now).toLocaleString(document.documentElement.lang));
  // Read aloud only when it starts to matter, else every key would be.
  output.setAttribute('aria-live', now > limit * NEAR ? 'polite' : 'off');
}

// One listener on the document: fields that are added later count too.
document.addEventListener('input', event => {
  if (event.target.matches?.('textarea[data-count]')) show(event.target);
});
document.querySelectorAll('textarea[data-count]').forEach(show);
