import { fill } from './words.js';

const SVG = 'http://www.w3.org/2000/svg', SHORT = 24, ASIDE = 12, NEAR = 40, LANES = 3, APART = 14, END = 4;

/** The beginning of what a note says, for a line. */
export const short = text => { const all = [...text.replace(/\n/g, ' ')]; return all.length <= SHORT ? all.join('') : `${all.slice(0, SHORT).join('')}…`; };
/** Where a line can end: beside the middle of each edge, so far along it as its lane is, and clear of the card that lies over the lines. */
const ends = (box, lane) => {
  const [x, y] = [box.left + box.width / 2 + (lane - 1) * APART, box.top + box.height / 2 + (lane - 1) * APART];
  return [[box.left - END, y], [box.right + END, y], [x, box.top - END], [x, box.bottom + END]];
};

/** From edge to edge; where something may stand between, around it: on the left of a column, beneath a row. Lines of a kind keep apart, each in its lane. */
function pathOf(a, b, lane) {
  const [from, to] = [ends(a, lane), ends(b, lane)];
  const beside = a.right < b.left || b.right < a.left, far = Math.max(a.top, b.top) - Math.min(a.bottom, b.bottom) > NEAR;
  if (!beside && far) {
    const [[x, y], [x2, y2]] = [from[0], to[0]], aside = Math.min(x, x2) - ASIDE - lane * END;
    return { ends: [[x, y], [x2, y2]], d: `M${x} ${y}C${aside} ${y} ${aside} ${y2} ${x2} ${y2}` };
  }
  if (beside && Math.max(a.top, b.top) < Math.min(a.bottom, b.bottom) && Math.max(a.left, b.left) - Math.min(a.right, b.right) > NEAR) {
    const [[x, y], [x2, y2]] = [from[3], to[3]], below = Math.max(y, y2) + ASIDE + 2 * lane * END;
    return { ends: [[x, y], [x2, y2]], d: `M${x} ${y}C${x} ${below} ${x2} ${below} ${x2} ${y2}` };
  }
  const length = ([[x, y], [x2, y2]]) => Math.hypot(x - x2, y - y2);
  const [nearest] = from.flatMap(one => to.map(other => [one, other])).sort((one, other) => length(one) - length(other));
  return { ends: nearest, d: `M${nearest[0]}L${nearest[1]}` };
}

const element = (name, attributes) => {
  const made = document.createElementNS(SVG, name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  return made;
};

/** Shows what is linked: as lines between the notes, and on each in words. */
export function drawLinks(cards) {
  const field = cards.root.querySelector('.columns-of-notes');
  if (!field) return;
  const pairs = [];
  for (const note of cards.notes.values()) {
    const others = (note.links ?? []).map(id => cards.notes.get(id)).filter(Boolean);
    const words = cards.card(note.id).querySelector('.note-links');
    if (words) {
      words.hidden = others.length === 0;
      words.textContent = others.length ? fill(cards.root.dataset.wordLinked, others.map(other => `「${short(other.text)}」`).join('')) : '';
    }
    pairs.push(...others.filter(other => note.id < other.id).map(other => [note, other]));
  }
  cards.redraw = () => draw(cards, field, pairs);
  cards.redraw();
}

function draw(cards, field, pairs) {
  const known = field.querySelector('.links');
  if (!pairs.length) { known?.remove(); return; }
  const sheet = known ?? field.appendChild(element('svg', { class: 'links', 'aria-hidden': 'true' }));
  const origin = field.getBoundingClientRect();
  const boxOf = ({ id }) => { const box = cards.card(id).getBoundingClientRect(); return { left: box.left - origin.left, right: box.right - origin.left, top: box.top - origin.top, bottom: box.bottom - origin.top, width: box.width, height: box.height }; };
  sheet.replaceChildren(...pairs.flatMap(([one, other], i) => {
    const { ends, d } = pathOf(boxOf(one), boxOf(other), i % LANES);
    return [element('path', { d, 'data-link': `${one.id} ${other.id}` }), ...ends.map(([cx, cy]) => element('circle', { cx, cy, r: END }))];
  }));
}
