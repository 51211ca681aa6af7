// One key for each act that says so. Not while somebody types, and not with a modifier: those are the browser's and the reader's.
document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || event.isComposing) return;
  if (event.target.closest('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]')) return;
  const act = document.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
  if (!act) return;
  event.preventDefault();
  act.click();
});
// Says that keys are heard, to whoever waits for it.
document.documentElement.dataset.keys = 'heard';
