/**
 * Choosing a stretch in the original by mouse or by keyboard: the original becomes a field that can't be typed into, where Shift and
 * the arrows select as they do everywhere. Both forms are told what is selected.
 */
function start(original) {
  const field = document.createElement('textarea');
  field.className = 'input original';
  field.readOnly = true;
  field.value = original.textContent;
  // Where line ends would be counted otherwise than on the server, the plain form stays.
  if (field.value !== original.textContent) return;
  field.lang = original.lang;
  field.id = original.id;
  field.setAttribute('aria-label', original.dataset.wordLabel);
  original.replaceWith(field);

  const hidden = [...document.querySelectorAll('[data-stretch]')];
  const chosen = [...document.querySelectorAll('[data-chosen]')];
  const sentences = document.querySelector('[data-sentences]');
  const look = () => {
    const { selectionStart: from, selectionEnd: to } = field;
    if (from === to) return;
    for (const input of hidden) input.value = `${from}+${to - from}`;
    for (const sentence of chosen) {
      sentence.hidden = false;
      sentence.querySelector('q').textContent = field.value.slice(from, to);
    }
    sentences?.querySelectorAll('input').forEach(box => { box.checked = false; });
  };
  field.addEventListener('select', look);
  field.addEventListener('keyup', look);
  field.addEventListener('mouseup', look);
  // Picked sentences take the place of what was selected.
  sentences?.addEventListener('change', () => {
    for (const input of hidden) if (input.dataset.stretch === 'part') input.value = '';
    for (const sentence of chosen) if (sentence.dataset.chosen === 'part') sentence.hidden = true;
  });
  document.documentElement.dataset.stretch = 'ready';
}

document.querySelectorAll('[data-original]').forEach(start);
