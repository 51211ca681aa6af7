const WORDS = 'dots-used-up';

export const isUsedUp = button => button.getAttribute('aria-disabled') === 'true';

/** Dots as they will stand when all that waits is answered: with none left, no button gives one, and each says why. */
export function showDots(root, waiting) {
  const left = root.querySelector('[data-dots-left]');
  if (!left) return;
  const given = waiting.filter(act => act.method === 'GiveDot').reduce((dots, { args: [, , give] }) => dots + (give ? 1 : -1), 0);
  const none = Number(left.dataset.dotsLeft) <= given;
  root.querySelector(`#${WORDS}`).hidden = !none;
  const mould = root.querySelector('template[data-note-template]').content;
  for (const button of [...root.querySelectorAll('[name=give]'), ...mould.querySelectorAll('[name=give]')]) {
    for (const [name, value] of [['aria-disabled', 'true'], ['aria-describedby', WORDS]])
      if (none) button.setAttribute(name, value); else button.removeAttribute(name);
  }
}
