// Japanese headings break at phrases. CSS does it where the browser can; where it can't, a small parser is fetched, once the page stands.
if (document.documentElement.lang === 'ja' && !CSS.supports('word-break', 'auto-phrase')) {
  const load = () => import(new URL('./phrases.js', import.meta.url).href);
  'requestIdleCallback' in window ? requestIdleCallback(load) : setTimeout(load, 200);
}
