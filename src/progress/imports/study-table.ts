/** A pasted or uploaded table as rows with named cells: whatever separates them, in whatever order the columns stand. */
import { CsvError, parse } from 'csv-parse/sync';
import { cellOf } from '../../platform/csv/csv-text.js';
import { MOST_ROWS, type ImportError } from './study-imports.contract.js';

/** What a header may call each column, in lower case. The first four, in this order, are those of a table without a header. */
const NAMES = {
  date: ['date', 'day', 'studied on'],
  minutes: ['minutes', 'min', 'mins', 'duration', 'time'],
  skill: ['skill', 'topic'],
  note: ['note', 'notes', 'comment', 'comments'],
  project: ['project'],
  kind: ['kind', 'type', 'activity'],
  recall: ['recall', 'how it went', 'rating'],
} as const;
export type Column = keyof typeof NAMES;
const COLUMNS = Object.keys(NAMES) as Column[];
const UNNAMED = COLUMNS.slice(0, 4);

export interface TableRow {
  /** As a spreadsheet counts. */
  row: number;
  cells: Record<Column, string>;
}

export interface StudyTable {
  rows: TableRow[];
  ignoredColumns: string[];
  errors: ImportError[];
}

export function studyTable(text: string): StudyTable {
  const { records, error } = recordsOf(text);
  if (error) return faulty(error.row, error.message);
  const header = headerOf(records[0] ?? []);
  if (!header) return faulty(1, 'Begin with a row of column names: date, minutes, skill, note. Or with a date in the first column.');
  const missing = (['date', 'minutes'] as const).filter((column) => !header.columns.includes(column));
  if (missing.length > 0) return faulty(1, `There is no column ${missing.join(' and none ')}`);
  const rows = records
    .map((cells, i) => ({ cells, row: i + 1 }))
    .slice(header.rows)
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    .map(({ cells, row }) => ({ row, cells: named(cells, header.columns) }));
  if (rows.length > MOST_ROWS) return faulty(MOST_ROWS + header.rows + 1, `A table holds ${MOST_ROWS.toLocaleString('en')} rows at most. Import it in parts.`);
  if (rows.length === 0) return faulty(1, 'There is no row to import');
  return { rows, ignoredColumns: header.ignored, errors: [] };
}

/** Bytes as text: UTF-8 with or without its mark, UTF-16 as Excel's 'Unicode text', else the usual code page of Windows. */
export function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

const faulty = (row: number, message: string): StudyTable => ({ rows: [], ignoredColumns: [], errors: [{ row, column: null, message }] });

function recordsOf(text: string): { records: string[][]; error?: { row: number; message: string } } {
  try {
    const delimiter = delimiterOf(text);
    return { records: parse(text, { bom: true, delimiter, relax_column_count: true, relax_quotes: true, to: MOST_ROWS * 2 }) };
  } catch (fault) {
    if (!(fault instanceof CsvError)) throw fault;
    return { records: [], error: { row: Number(fault.records ?? 0) + 1, message: 'A quotation mark is opened and never closed' } };
  }
}

/** Of comma, semicolon and tab the one that the first line has most of. */
function delimiterOf(text: string): string {
  const line = /[^\r\n]+/.exec(text)?.[0].replaceAll(/"[^"]*"/g, '') ?? '';
  const count = (sign: string) => line.split(sign).length;
  return [',', ';', '\t'].reduce((most, sign) => (count(sign) > count(most) ? sign : most));
}

interface Header {
  /** By place; null for one that means nothing here. */
  columns: (Column | null)[];
  ignored: string[];
  /** Rows it takes. */
  rows: 0 | 1;
}

function headerOf(cells: readonly string[]): Header | null {
  const words = cells.map((cell) => cell.trim().toLowerCase());
  const columns = words.map((word) => COLUMNS.find((column) => (NAMES[column] as readonly string[]).includes(word)) ?? null);
  if (columns.includes('date') || columns.includes('minutes')) {
    // A name that comes twice counts where it comes first.
    const first = columns.map((column, i) => (columns.indexOf(column) === i ? column : null));
    return { columns: first, ignored: cells.filter((cell, i) => cell.trim() !== '' && first[i] === null), rows: 1 };
  }
  return /^\d{4}-\d{2}-\d{2}$/.test(words[0] ?? '') ? { columns: UNNAMED, ignored: [], rows: 0 } : null;
}

function named(cells: readonly string[], columns: readonly (Column | null)[]): Record<Column, string> {
  const cell = (column: Column) => cellOf(cells[columns.indexOf(column)]?.trim() ?? '').trim();
  return Object.fromEntries(COLUMNS.map((column) => [column, cell(column)])) as Record<Column, string>;
}
