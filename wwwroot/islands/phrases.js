import { Parser } from 'budoux/module/parser.js';
import { model } from 'budoux/module/data/models/ja.js';

const parser = new Parser(model);

/** Puts a place to break between the phrases of a text node. */
function breakAtPhrases(node) {
  const phrases = parser.parse(node.data);
  if (phrases.length < 2) return;
  const parts = phrases.flatMap((phrase, i) => (i ? [document.createElement('wbr'), phrase] : [phrase]));
  node.replaceWith(...parts);
}

for (const heading of document.querySelectorAll('h1, h2, h3, .button, .site-name')) {
  const texts = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (texts.nextNode()) nodes.push(texts.currentNode);
  nodes.filter((node) => node.data.trim() && !node.parentElement.closest('[lang]:not([lang="ja"]), svg')).forEach(breakAtPhrases);
  heading.classList.add('phrased');
}
