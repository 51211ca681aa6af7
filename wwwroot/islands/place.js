const SETTLED = 300;

/** Shows in the contents which section is being read, and keeps it in the address, so that the page is found again where it was left. */
function start(contents) {
  const links = new Map([...contents.querySelectorAll('a[href^="#"]')].map(link => [link.hash.slice(1), link]));
  const sections = [...links.keys()].map(id => document.getElementById(id)).filter(Boolean);
  const reading = new Set();
  // Where somebody was sent, until they are there: a slow page is still on its way to it.
  let awaited = document.getElementById(location.hash.slice(1));
  let current, timer;

  // A heading that is listed deeper stands inside those above it, and comes later.
  const deepest = () => sections.filter(section => reading.has(section)).at(-1);
  const inSight = element => {
    const place = element?.getBoundingClientRect();
    return place && place.bottom > 0 && place.top < innerHeight;
  };

  const mark = section => {
    links.get(current?.id)?.removeAttribute('aria-current');
    current = section;
    const link = links.get(section?.id);
    if (!link) return;
    link.setAttribute('aria-current', 'location');
    // Only the contents move, never the page.
    const [frame, place] = [contents.getBoundingClientRect(), link.getBoundingClientRect()];
    if (contents.scrollHeight > contents.clientHeight && (place.top < frame.top || place.bottom > frame.bottom))
      contents.scrollTop += place.top - frame.top - frame.height / 3;
  };

  const keep = () => {
    const sent = document.getElementById(location.hash.slice(1));
    const seen = inSight(sent);
    if (seen) awaited = null;
    // A passage somebody was sent to stays in the address for as long as it is in sight.
    if (!current || (sent?.matches('[data-passage]') && (seen || sent === awaited))) return;
    history.replaceState(history.state, '', `#${current.id}`);
  };

  const observer = new IntersectionObserver(entries => {
    for (const { target, isIntersecting } of entries) isIntersecting ? reading.add(target) : reading.delete(target);
    const section = deepest();
    if (section === current) return;
    mark(section);
    // Browsers refuse to note every place of a quick scroll.
    clearTimeout(timer);
    timer = setTimeout(keep, SETTLED);
  }, { rootMargin: '-8% 0px -91% 0px' });
  sections.forEach(section => observer.observe(section));
}

document.querySelectorAll('[data-place]').forEach(start);
