const MOST_PAGES = 20;

/**
 * Fetches the opinions after a sequence as the server renders them. The server answers the oldest first page after it, newest
 * on top; pages are asked for until `upTo` is there. Answers the items, newest first.
 */
export async function opinionsAfter(address, after, upTo) {
  let items = [];
  for (let page = 0; page < MOST_PAGES && after < upTo; page++) {
    const url = new URL(address, location.href);
    url.searchParams.set('after', after);
    const answer = await fetch(url, { headers: { Accept: 'text/html' }, cache: 'no-store' });
    if (!answer.ok) throw new Error(`${answer.status}`);
    const body = new DOMParser().parseFromString(await answer.text(), 'text/html').body;
    const more = [...body.querySelectorAll('li[data-sequence]')].map(item => document.importNode(item, true));
    if (more.length === 0) break;
    items = [...more, ...items];
    after = Math.max(...more.map(item => Number(item.dataset.sequence)));
  }
  return items;
}

/** Puts items on top, unless one of that sequence is there already. Answers those that were added. */
export function prepend(list, items) {
  const added = items.filter(item => !list.querySelector(`:scope > [data-sequence="${CSS.escape(item.dataset.sequence)}"]`));
  added.forEach(item => item.querySelector('.opinion')?.classList.add('opinion-fresh'));
  list.prepend(...added);
  return added;
}
