/** A pasted or uploaded table as rows with columns whose roles are known, proposed or chosen. */
import { createHash } from 'node:crypto';
import { MOST_ROWS, type ColumnRole, type ImportColumn, type ImportError, type ImportMapping, type SkippedRow } from '../study-imports.contract.js';
import { findRows, type FoundTable } from './find-rows.js';
import { foldedHeader, type HeaderMeaning } from './header-words.js';
import { proposeColumns, type Proposal } from './propose-columns.js';
import { separateTable, type TableRow } from './separate-table.js';

export interface StudyTable {
  separator: string;
  /** Null for a table without names. */
  headerRow: number | null;
  /** The same for every table with these columns. */
  signature: string;
  columns: ImportColumn[];
  rows: TableRow[];
  skipped: SkippedRow[];
  /** What the name of the duration's column says. */
  durationMeaning: HeaderMeaning | null;
  unclearTime: number | null;
  isInGuideOrder: boolean;
  /** Index of a column with whole hours that belong to the minutes of the duration: 1 and 30 are 90 minutes. */
  hoursPlace: number | null;
}

export type StudyTableRead = { table: StudyTable; errors: ImportError[] } | { table: null; errors: ImportError[] };

export function readStudyTable(text: string, mapping: ImportMapping): StudyTableRead {
  const { separator, rows: all, error } = separateTable(text);
  if (error) return { table: null, errors: [error] };
  const found = findRows(all);
  if (!found) return refuse(1, 'Begin with a row of column names: date, minutes, skill, note. Or with a date in the first column.');
  const names = Array.from({ length: found.width }, (_, i) => found.header?.cells[i] ?? '');
  const columns = names.map((name, i) => ({ name, cells: found.rows.map(({ cells }) => cells[i] ?? '').filter((cell) => cell !== '') }));
  const proposal = proposeColumns(columns, found.header !== null);
  const table = { separator, ...tableOf(found, names, proposal, mapping) };
  const errors = [...rowErrors(found), ...roleErrors(table, mapping)];
  return { table, errors };
}

/** The cell of a row in the column with this role; empty where there is none. */
export function cellOfRole({ columns }: Pick<StudyTable, 'columns'>, { cells }: TableRow, role: ColumnRole): string {
  return cells[columns.findIndex((column) => column.role === role)] ?? '';
}

function tableOf(found: FoundTable, names: readonly string[], proposal: Proposal, { columns: chosen }: ImportMapping): Omit<StudyTable, 'separator'> {
  const columns = proposal.columns.map(({ role, reason }, i): ImportColumn => {
    const cells = found.rows.map(({ cells: all }) => all[i] ?? '').filter((cell) => cell !== '');
    const picked = chosen ? (chosen[i] ?? 'ignored') : role;
    return {
      name: names[i] || `Column ${i + 1}`,
      role: picked,
      reason: chosen && picked !== role ? 'You chose this' : reason,
      samples: [...new Set(cells)].slice(0, 3).map((cell) => cell.slice(0, 60)),
    };
  });
  const at = columns.findIndex(({ role }) => role === 'duration');
  const durationMeaning = proposal.columns[at]?.meaning ?? null;
  const hoursPlace = hoursBeside(found.rows, proposal, at, columns);
  if (hoursPlace !== null) columns[hoursPlace]!.reason = 'Its hours are added to the minutes';
  return {
    headerRow: found.header?.row ?? null,
    signature: signatureOf(found.header ? names : columns.map(() => '')),
    columns,
    rows: found.rows,
    skipped: found.skipped,
    durationMeaning,
    hoursPlace,
    unclearTime: chosen ? null : proposal.unclearTime,
    isInGuideOrder: proposal.isInGuideOrder && (!chosen || columns[1]?.role === 'duration'),
  };
}

/** Finds a column with the hours of each duration whose remaining minutes are in another column. A column with the same time in hours is not one. */
function hoursBeside(rows: readonly TableRow[], { columns }: Proposal, minutes: number, chosen: readonly Pick<ImportColumn, 'role'>[]): number | null {
  if (columns[minutes]?.meaning?.unit !== 'minutes') return null;
  const place = columns.findIndex(({ meaning }, i) => chosen[i]?.role === 'ignored' && meaning?.role === 'duration' && meaning.unit === 'hours');
  if (place < 0) return null;
  const isPair = rows.every(({ cells }) => /^\d{0,2}$/.test(cells[place] ?? '') && /^(?:[0-5]?\d)?$/.test(cells[minutes] ?? ''));
  const isSame = rows.every(({ cells }) => Number(cells[place]) * 60 === Number(cells[minutes]));
  return isPair && !isSame ? place : null;
}

function rowErrors({ header, rows }: FoundTable): ImportError[] {
  if (rows.length === 0) return refuse(header ? header.row : 1, 'There is no row to import').errors;
  if (rows.length <= MOST_ROWS) return [];
  return refuse(rows[MOST_ROWS]!.row, `A table holds ${MOST_ROWS.toLocaleString('en')} rows at most. Import it in parts.`).errors;
}

function roleErrors({ columns, headerRow }: Pick<StudyTable, 'columns' | 'headerRow'>, { columns: chosen }: ImportMapping): ImportError[] {
  const has = (role: ColumnRole) => columns.some((column) => column.role === role);
  const row = headerRow ?? 1;
  const twice = columns.find(({ role }, i) => role !== 'ignored' && columns.findIndex((column) => column.role === role) < i);
  const messages = [
    !has('date') && !has('start') && 'There is no column date: no column says on which day you studied',
    !has('duration') && !(has('start') && has('end')) && 'There is no column minutes: no column says how long you studied',
    twice && `Two columns are the ${twice.role}. Choose one`,
    chosen && chosen.length > columns.length && `The mapping names ${chosen.length} columns; this table has ${columns.length}`,
  ];
  return messages.flatMap((message) => (message ? [{ row, column: null, message }] : []));
}

const refuse = (row: number, message: string): StudyTableRead => ({ table: null, errors: [{ row, column: null, message }] });

const signatureOf = (names: readonly string[]) =>
  createHash('sha256')
    .update(JSON.stringify(names.map((name) => foldedHeader(name))))
    .digest('hex')
    .slice(0, 16);
