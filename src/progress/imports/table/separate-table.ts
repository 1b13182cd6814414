/** Splits text into rows and cells, with any common separator. */
import { CsvError, parse } from 'csv-parse/sync';
import { cellOf } from '../../../platform/csv/csv-text.js';
import { separatorOf, withoutSepLine } from '../../../platform/csv/separator.js';
import { plainCell } from '../../../platform/text/plain-cell.contract.js';
import { readDate } from '../../../platform/time/date-text.js';
import { MOST_ROWS, type ImportError } from '../study-imports.contract.js';

export interface TableRow {
  /** As a spreadsheet counts. */
  row: number;
  cells: readonly string[];
}

export interface SeparatedTable {
  separator: string;
  rows: TableRow[];
  error: ImportError | null;
}

/** More than any study log has. The time that is needed grows with the columns. */
const MOST_COLUMNS = 200;

/** A table that was merged from several programs may mix line ends. */
const LINE_ENDS = ['\r\n', '\n', '\r'];

export function separateTable(text: string): SeparatedTable {
  const { body, separator: named } = withoutSepLine(text);
  const separator = named ?? separatorOf(body, isDateCell);
  try {
    const records = parse(body, { delimiter: separator, relax_column_count: true, relax_quotes: true, record_delimiter: LINE_ENDS, to: 2 * MOST_ROWS });
    const rows = records.map((cells, i) => ({ row: i + 1, cells: cells.map((cell) => cellOf(cell.trim()).trim()) }));
    const wide = rows.find(({ cells }) => cells.findLastIndex((cell) => cell !== '') >= MOST_COLUMNS);
    if (wide) return { separator, rows: [], error: { row: wide.row, column: null, message: `At most ${MOST_COLUMNS} columns` } };
    return { separator, rows, error: null };
  } catch (fault) {
    if (!(fault instanceof CsvError)) throw fault;
    const row = Number(fault.records ?? 0) + 1;
    return { separator, rows: [], error: { row, column: null, message: 'A quotation mark is opened and never closed' } };
  }
}

/** Whether a cell is a date by its look; bare numbers are dates only where a header says so. */
export function isDateCell(cell: string): boolean {
  const date = cell.length <= 60 ? readDate(plainCell(cell)) : null;
  return date !== null && date.form !== 'day-number' && date.form !== 'epoch' && /\D/.test(cell.trim());
}
