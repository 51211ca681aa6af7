import { addItem, items } from './lib/repeat.js';

/** Keying in paper without the mouse: another point without a round trip, and one key to save from wherever the cursor is. */
function start(form) {
  const add = form.querySelector('[data-repeat-add]');
  const save = form.querySelector('[data-keyin-save]');
  add.addEventListener('click', event => {
    event.preventDefault();
    addItem(form).querySelector('select, textarea').focus();
    add.hidden = items(form).length >= Number(add.dataset.repeatMax);
  });
  form.addEventListener('keydown', event => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing || event.repeat) return;
    event.preventDefault();
    save.click();
  });
  // Twice is once for the server; the second click need not wait for it.
  form.addEventListener('submit', event => {
    if (form.dataset.sending) event.preventDefault();
    form.dataset.sending = 'true';
  });
  addEventListener('pageshow', () => { delete form.dataset.sending; });
  form.dataset.keyin = 'ready';
}

document.querySelectorAll('[data-keyin]').forEach(start);
