/** A list kept in the browser, or in nothing where the browser keeps nothing. */
export const load = (store, key) => { try { return JSON.parse(store.getItem(key)) ?? []; } catch { return []; } };
export const save = (store, key, list) => { try { list.length ? store.setItem(key, JSON.stringify(list)) : store.removeItem(key); } catch { /* kept in memory alone */ } };
