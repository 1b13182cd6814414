/** Where a table begins: its header, the titles above it, and the rows that hold no study. */
import { searchKey } from '../../../platform/text/normal-text.contract.js';
import { readDuration } from '../../../platform/time/duration-text.contract.js';
import type { SkippedRow } from '../study-imports.contract.js';
import { meaningOf } from './header-words.js';
import { isDateCell, type TableRow } from './separate-table.js';

export interface FoundTable {
  /** Null for a table without names. */
  header: TableRow | null;
  /** Rows below the header that are not empty; totals and repeated headers left out. */
  rows: TableRow[];
  /** How many columns hold something. */
  width: number;
  skipped: SkippedRow[];
}

/** A header further down is none. */
const MAX_TITLE_ROWS = 25;
/** A title may say from when to when; more dates are rows of a table. */
const MAX_DATES_IN_TITLES = 2;

/** Null where neither a header nor a row with a date is there. */
export function findRows(all: readonly TableRow[]): FoundTable | null {
  const filled = all.filter(({ cells }) => cells.some((cell) => cell !== ''));
  const start = startOf(filled);
  if (!start) return null;
  const { header, first } = start;
  const titles = filled.slice(0, header ? filled.indexOf(header) : first).map((row) => skip(row, 'title'));
  const [rows, skipped]: [TableRow[], SkippedRow[]] = [[], titles];
  for (const row of filled.slice(first)) {
    if (header && isSame(row, header)) skipped.push(skip(row, 'header'));
    else if (isTotal(row)) skipped.push(skip(row, 'total'));
    else rows.push(row);
  }
  const last = rows.at(-1);
  if (last && isUnnamedTotal(last, rows)) skipped.push(skip(rows.pop()!, 'total'));
  return { header, rows, width: widthOf(header ? [header, ...rows] : rows), skipped };
}

/** The header and the place of the first row below it. A known header counts before a row of unknown names above the first date. */
function startOf(filled: readonly TableRow[]): { header: TableRow | null; first: number } | null {
  const head = filled.slice(0, MAX_TITLE_ROWS);
  const known = Math.max(...head.map(knownNames));
  const firstDate = filled.findIndex(({ cells }) => cells.some(isDateCell));
  if (known > 0) {
    const at = head.findIndex((row) => knownNames(row) === known);
    const above = filled.slice(0, at).filter(({ cells }) => cells.some(isDateCell)).length;
    if (above <= MAX_DATES_IN_TITLES) return { header: filled[at] ?? null, first: at + 1 };
  }
  if (firstDate < 0) return null;
  const above = filled[firstDate - 1];
  const isHeader = above !== undefined && above.cells.filter((cell) => cell !== '').length > 1 && above.cells.every((cell) => readDuration(cell) === null);
  return { header: isHeader ? above : null, first: firstDate };
}

/** How many columns have a known name, where one of them says when or how long; else 0. */
function knownNames({ cells }: TableRow): number {
  if (cells.filter((cell) => cell !== '').length < 2 || cells.some(isDateCell)) return 0;
  const roles = cells.map(meaningOf).filter((meaning) => meaning?.isExact);
  const distinct = new Set(roles.map((meaning) => meaning?.role));
  const tells = distinct.has('date') || distinct.has('duration') || (distinct.size > 1 && (distinct.has('start') || distinct.has('end')));
  return tells ? distinct.size : 0;
}

const TOTAL =
  /^(?:grand |sub)?(?:total|totals|sum|summe|gesamt|gesamtsumme|insgesamt|zwischensumme|somme|totale|totaal|totaux|suma|итого|合計|总计)(?:e|s)?(?:$|[^\p{L}])/u;

/** A row that says so, and has no date. */
const isTotal = ({ cells }: TableRow): boolean => {
  const first = cells.find((cell) => cell !== '') ?? '';
  return TOTAL.test(searchKey(first)) && !cells.some(isDateCell);
};

/** A last row with nothing but numbers, where all others have a date. */
const isUnnamedTotal = ({ cells }: TableRow, rows: readonly TableRow[]): boolean =>
  rows.length > 2 && cells.every((cell) => cell === '' || readDuration(cell) !== null) && rows.slice(0, -1).every((row) => row.cells.some(isDateCell));

const isSame = (one: TableRow, other: TableRow) => one.cells.filter((cell) => cell !== '').join('\n') === other.cells.filter((cell) => cell !== '').join('\n');
const skip = ({ row, cells }: TableRow, why: SkippedRow['why']): SkippedRow => ({ row, text: textOf(cells), why });
const textOf = (cells: readonly string[]) =>
  cells
    .filter((cell) => cell !== '')
    .join(' ')
    .slice(0, 80);

function widthOf(rows: readonly TableRow[]): number {
  const filled = rows.map(({ cells }) => cells.findLastIndex((cell) => cell !== '') + 1);
  return Math.max(0, ...filled);
}
