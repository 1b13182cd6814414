/** Where a table begins: its header, the titles above it, and the rows that hold no study. */
import { searchKey } from '../../../platform/text/normal-text.contract.js';
import { readDate } from '../../../platform/time/date-text.js';
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

/** A header must be among the first rows. */
const MAX_TITLE_ROWS = 25;
/** A title may contain the first and the last date. More dates are rows of a table. */
const MAX_DATES_IN_TITLES = 2;

/** Null if there is neither a header nor a row with a date. */
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
  /^(?:(?:grand|sub|week|weekly|month|monthly|daily|day) ?)?(?:total|totals|sum|summe|gesamt|gesamtsumme|gesamtzeit|gesamtdauer|insgesamt|zwischensumme|wochensumme|monatssumme|somme|totale|totaal|totaux|suma|итого|合計|合计|小計|総計|总计|합계|총계|average|avg|mean|durchschnitt|mittelwert|moyenne|promedio|平均|평균)(?:e|s)?(?:$|[^\p{L}])/u;

/** The whole cell is such a word. A note that only begins with one is study, not a total. */
const ONLY_TOTAL = new RegExp(`${TOTAL.source.replace('(?:$|[^\\p{L}])', '')}\\s*:?$`, 'u');

/** A row of sums or averages: it has no date, and its first cell or its only words say so. */
const isTotal = ({ cells }: TableRow): boolean => {
  const filled = cells.filter((cell) => cell !== '');
  if (filled.some((cell) => isDateCell(cell) || readDate(cell)?.form === 'day-number')) return false;
  const words = filled.filter((cell) => readDuration(cell) === null);
  return TOTAL.test(searchKey(filled[0] ?? '')) || (words.length === 1 && ONLY_TOTAL.test(searchKey(words[0] ?? '')));
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
