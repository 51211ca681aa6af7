async function ask() {
  const answer = await fetch(location.href, { headers: { Accept: 'text/html' }, cache: 'no-store' });
  if (!answer.ok) throw new Error(`${answer.status}`);
  return new DOMParser().parseFromString(await answer.text(), 'text/html');
}

/**
 * Asks for the page again and puts its marked parts in place of ours: words and forms stay the server's. What is being written, and
 * what has the focus, stays. Nothing is put in place before `ready` answers; where it says no, what came is out of date, and is asked for again.
 */
export async function swapPage(root = document, ready = async () => true) {
  let page;
  do page = await ask(); while (!await ready());
  for (const part of root.querySelectorAll('[data-swap]')) {
    const next = page.querySelector(`[data-swap="${CSS.escape(part.dataset.swap)}"]`);
    if (!next) { part.replaceChildren(); continue; }
    if (part.hasAttribute('data-keep-focus') && part.contains(document.activeElement)) continue;
    const typed = [...part.querySelectorAll('textarea, input:not([type=hidden])')].map(field => [field.name, field.value, field.checked]);
    const active = part.contains(document.activeElement) ? document.activeElement : null;
    const [name, value, start] = [active?.name, active?.value, active?.selectionStart];
    part.replaceWith(document.importNode(next, true));
    const fresh = root.querySelector(`[data-swap="${CSS.escape(part.dataset.swap)}"]`);
    for (const [field, value, checked] of typed) {
      const same = [...fresh.querySelectorAll(`[name="${CSS.escape(field)}"]`)];
      if (same[0]?.type === 'radio' || same[0]?.type === 'checkbox') same.filter(f => f.value === value).forEach(f => { f.checked = checked; });
      else if (same[0]) same[0].value = value;
    }
    if (name) {
      const same = [...fresh.querySelectorAll(`[name="${CSS.escape(name)}"]`)];
      // Of many buttons of a name, the one for the same note; when that is gone, its neighbour there.
      const again = same.find(field => field.value === value) ?? fresh.querySelector(`button[value="${CSS.escape(value)}"]`) ?? same[0];
      again?.focus({ preventScroll: true });
      if (start !== null && start !== undefined) again?.setSelectionRange?.(start, start);
    } else if (active?.matches('a[href]')) {
      fresh.querySelector(`a[href="${CSS.escape(active.getAttribute('href'))}"]`)?.focus({ preventScroll: true });
    }
  }
  return page;
}
