/** Masking: how the text would be shown with what is ticked, and one button for all that is offered. */
function start(form) {
  const preview = form.querySelector('[data-preview]');
  const shown = preview.querySelector('[lang]');
  const text = preview.dataset.text;
  const boxes = () => [...form.querySelectorAll('input[name=hidden]')];

  /** "3+5,10+2" as places in the text. */
  const places = written => written.split(',').filter(Boolean).map(one => one.split('+').map(Number)).map(([from, length]) => [from, from + length]);

  const look = () => {
    const ticked = boxes().filter(box => box.checked).flatMap(box => places(box.value)).sort((a, b) => a[0] - b[0]);
    preview.hidden = ticked.length === 0;
    let [at, words] = [0, ''];
    for (const [from, to] of ticked) {
      if (from > at || words === '') words += text.slice(at, from) + preview.dataset.preview;
      at = Math.max(at, to);
    }
    shown.textContent = words + text.slice(at);
  };
  form.addEventListener('change', look);
  look();

  const offers = form.querySelector('[data-offers]');
  if (offers && boxes().length > 1) {
    const all = document.createElement('button');
    all.type = 'button';
    all.className = 'button button-quiet button-small';
    all.textContent = offers.dataset.all;
    all.addEventListener('click', () => {
      for (const box of offers.querySelectorAll('input')) box.checked = true;
      look();
    });
    offers.append(all);
  }
  document.documentElement.dataset.masks = 'ready';
}

document.querySelectorAll('form:has([data-preview])').forEach(start);
