import { fill } from './words.js';

const SVG = 'http://www.w3.org/2000/svg', SHORT = 24, ASIDE = 10, NEAR = 40;

const short = text => { const all = [...text.replace(/\n/g, ' ')]; return all.length <= SHORT ? all.join('') : `${all.slice(0, SHORT).join('')}…`; };
const middles = box => [[box.left, box.top + box.height / 2], [box.right, box.top + box.height / 2], [box.left + box.width / 2, box.top], [box.left + box.width / 2, box.bottom]];

/** From edge to edge; where something may stand between, around it: on the left of a column, beneath a row. */
function pathOf(a, b) {
  const beside = a.right < b.left || b.right < a.left, far = Math.max(a.top, b.top) - Math.min(a.bottom, b.bottom) > NEAR;
  if (!beside && far) {
    const [[x, y], [x2, y2]] = [middles(a)[0], middles(b)[0]], aside = Math.min(x, x2) - ASIDE;
    return { ends: [[x, y], [x2, y2]], d: `M${x} ${y}C${aside} ${y} ${aside} ${y2} ${x2} ${y2}` };
  }
  if (beside && Math.max(a.top, b.top) < Math.min(a.bottom, b.bottom) && Math.max(a.left, b.left) - Math.min(a.right, b.right) > NEAR) {
    const [[x, y], [x2, y2]] = [middles(a)[3], middles(b)[3]], below = Math.max(y, y2) + 2 * ASIDE;
    return { ends: [[x, y], [x2, y2]], d: `M${x} ${y}C${x} ${below} ${x2} ${below} ${x2} ${y2}` };
  }
  const [ends] = middles(a).flatMap(from => middles(b).map(to => [from, to])).sort((one, other) => Math.hypot(one[0][0] - one[1][0], one[0][1] - one[1][1]) - Math.hypot(other[0][0] - other[1][0], other[0][1] - other[1][1]));
  return { ends, d: `M${ends[0]}L${ends[1]}` };
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
  sheet.replaceChildren(...pairs.flatMap(([one, other]) => {
    const { ends, d } = pathOf(boxOf(one), boxOf(other));
    return [element('path', { d, 'data-link': `${one.id} ${other.id}` }), ...ends.map(([cx, cy]) => element('circle', { cx, cy, r: 4 }))];
  }));
}
