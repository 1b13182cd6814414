const MOST = 40;

/** A cell as messages and questions quote it: its beginning, however much it holds. */
export const quoted = (cell: string): string => (cell.length > MOST ? `“${[...cell.slice(0, 2 * MOST)].slice(0, MOST).join('')}…”` : `“${cell}”`);
