import { clear, fillIn, isEmpty, load, save, valuesOf } from './lib/draftStore.js';
import { addItem, items } from './lib/repeat.js';
import { guardSending } from './lib/sending.js';

/** Values of the first group when the page was opened from a passage; they are the reader's latest wish. */
const presetOf = form => form.querySelector('[data-draft-preset]')
  ? valuesOf(form).filter(([name, value]) => /\[0\]/.test(name) && value !== '') : [];

function restore(form, draft) {
  const preset = presetOf(form);
  while (items(form).length < draft.items && items(form).length > 0) addItem(form);
  fillIn(form, draft.values);
  const known = preset.every(([name, value]) => draft.values.some(([was, had]) => was.replace(/\d+/, '0') === name && had === value));
  if (preset.length === 0 || known) return;
  const index = items(form).length;
  addItem(form);
  fillIn(form, preset.map(([name, value]) => [name.replace('[0]', `[${index}]`), value]));
}

function start(form) {
  const key = form.dataset.draft;
  const status = form.querySelector('[data-draft-status]');
  const words = status?.dataset ?? {};
  const say = (sentence, tone = '') => {
    if (!status) return;
    status.dataset.tone = tone;
    status.textContent = sentence ?? '';
  };
  const keep = () => {
    const values = valuesOf(form);
    return isEmpty(values) || save(key, { items: items(form).length, values });
  };

  const draft = load(key);
  // A form that comes back from the server with its errors holds the newest words; only a fresh one is filled.
  if (draft && !form.hasAttribute('data-draft-posted')) {
    restore(form, draft);
    say(words.wordRestored);
  }
  const discard = form.querySelector('[data-draft-discard]');
  if (discard && draft) {
    discard.hidden = false;
    discard.addEventListener('click', () => { clear(key); location.reload(); });
  }

  let timer = null;
  form.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(keep, 300); });
  addEventListener('pagehide', keep);

  const add = form.querySelector('[data-repeat-add]');
  add?.addEventListener('click', event => {
    event.preventDefault();
    addItem(form).querySelector('textarea, select, input:not([type=hidden])')?.focus();
    keep();
    add.hidden = items(form).length >= Number(add.dataset.repeatMax || Infinity);
  });

  guardSending(form, {
    onOffline: () => say(keep() ? words.wordOffline : words.wordOfflineUnkept, 'warning'),
    onSending: submitter => {
      form.querySelectorAll('[type=submit], button:not([type])').forEach(button => button.removeAttribute('aria-disabled'));
      submitter?.setAttribute('aria-disabled', 'true');
      say(submitter ? words.wordSending : '');
    },
  });
  addEventListener('online', () => { if (status?.dataset.tone === 'warning') say(words.wordOnline); });
}

document.querySelectorAll('[data-draft-clear]').forEach(receipt => clear(receipt.dataset.draftClear));
document.querySelectorAll('form[data-draft]').forEach(start);
