/** Written into the page by the server. The dev server leaves it as it is in index.html. */
const WRITTEN = typeof document === 'undefined' ? undefined : document.documentElement.dataset.base;

/** Where on its host Daymark is served: '' at the root, else a path such as '/daymark'. */
export const BASE = WRITTEN?.startsWith('/') ? WRITTEN.replace(/\/$/, '') : '';

/** One of our own paths as the browser must ask for it. Links and routes of the router need it only as `href`. */
export const inBase = (path: string): string => `${BASE}${path}`;

/**
 * The name of something that the browser keeps for the whole host: an item of storage, a database, a lock, a channel. At the root it is the
 * name itself. Below a path it names the path too, so that Daymarks under different paths of one host don't read or delete each other's data.
 */
export const named = (name: string): string => ownName(name, BASE);

export const ownName = (name: string, base: string): string => (base === '' ? name : `${base}:${name}`);

/** The same as a whole address, to be copied. */
export const addressOf = (path: string): string => `${location.origin}${inBase(path)}`;
