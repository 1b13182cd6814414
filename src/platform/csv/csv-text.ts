/** Tables as text that spreadsheets open (RFC 4180), written so that no cell is taken for a formula. */

export type Cell = string | number | boolean | null;

/** What a spreadsheet may run: = + - @, and a tab or carriage return that leads to one of them. An apostrophe more does not hurt who reads it back. */
const RUNS = /^'*[=+\-@\t\r]/;
const NEEDS_QUOTES = /[",;\n\r\t]|^\s|\s$/;

/**
 * A table with its header, CRLF at each line's end and a byte order mark before the first, by which Excel knows UTF-8.
 * Texts beginning with = + - @, tab or carriage return get an apostrophe before them (OWASP, CSV injection); numbers are left alone.
 */
export function csvText(header: readonly string[], rows: Iterable<readonly Cell[]>): string {
  const lines = [header, ...rows].map((cells) => cells.map(cellText).join(','));
  return `\uFEFF${lines.map((line) => `${line}\r\n`).join('')}`;
}

export function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  const safe = RUNS.test(cell) ? `'${cell}` : cell;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A cell as it was before `cellText`; any other stays as it is. */
export const cellOf = (text: string): string => (text.startsWith("'") && RUNS.test(text) ? text.slice(1) : text);
