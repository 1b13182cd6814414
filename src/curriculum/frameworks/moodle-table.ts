import { CsvError, parse, type Options } from 'csv-parse/sync';
import { withoutSepLine } from '../../platform/csv/separator.js';
import type { Fault } from '../fault.contract.js';
import { counted } from './counted.js';
import { MOST_ITEMS } from './framework.js';
import { line } from './item-text.js';

/** What Moodle's import and export of competency frameworks (tool_lpimportcsv) calls its columns, in their order. */
const COLUMNS = {
  parent: 'Parent ID number',
  id: 'ID number',
  shortName: 'Short name',
  description: 'Description',
  descriptionFormat: 'Description format',
  scaleValues: 'Scale values',
  scaleConfiguration: 'Scale configuration',
  ruleType: 'Rule type (optional)',
  ruleOutcome: 'Rule outcome (optional)',
  ruleConfig: 'Rule config (optional)',
  crossReferences: 'Cross-referenced competency ID numbers',
  exportedId: 'Exported ID (optional)',
  isFramework: 'Is framework',
  taxonomy: 'Taxonomy',
} as const;
type Column = keyof typeof COLUMNS;
const ALL = Object.keys(COLUMNS) as Column[];
/** Without these there is no framework to read; the others may be missing. */
const NEEDED: readonly Column[] = ['parent', 'id', 'shortName', 'isFramework'];

export interface MoodleRow extends Readonly<Record<Column, string>> {
  /** As a spreadsheet counts: the header is row 1. */
  row: number;
}
/** `extra` are columns with something in them that Moodle does not know; `short` rows have fewer fields than the header. */
export type MoodleTable = { rows: MoodleRow[]; extra: string[]; short: number; hasBackslashes: boolean; faults?: never } | { rows?: never; faults: Fault[] };

/** Whether a text begins with a header of Moodle's; the rest of it is not looked at. */
export function isMoodleTable(text: string): boolean {
  const [header] = records(text, { to: 1 }).records ?? [];
  return header !== undefined && columnsOf(header) !== null;
}

export function moodleTable(text: string): MoodleTable {
  const { records: all, faults, hasBackslashes } = { records: [], hasBackslashes: false, ...records(text, { to: MOST_ITEMS + 3 }) };
  if (faults) return { faults };
  const [header = [], ...body] = all;
  const columns = columnsOf(header);
  if (!columns) return { faults: [{ path: '', message: 'The file does not begin with the header of a competency framework of Moodle' }] };
  if (body.length > MOST_ITEMS + 1) return { faults: [{ path: '', message: `Has more than ${MOST_ITEMS.toLocaleString('en')} competencies` }] };

  const numbered = body.map((cells, i) => ({ cells, row: i + 2 })).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  // A spreadsheet leaves empty cells at the end of a row out; more cells than the header has mean a separator inside a text.
  const ragged = numbered.filter(({ cells }) => cells.slice(header.length).some((cell) => cell.trim() !== ''));
  if (ragged.length > 0)
    return {
      faults: ragged.map(({ cells, row }) => ({ path: `Row ${row}`, message: `Has ${counted(cells.length, 'field')} where the header has ${header.length}` })),
    };
  const extra = header.filter((_, i) => ![...columns.values()].includes(i) && numbered.some(({ cells }) => cells[i]?.trim()));
  const short = numbered.filter(({ cells }) => cells.length < header.length).length;
  return { rows: numbered.map(({ cells, row }) => rowOf(cells, row, columns)), extra, short, hasBackslashes };
}

function rowOf(cells: readonly string[], row: number, columns: ReadonlyMap<Column, number>): MoodleRow {
  const fields = Object.fromEntries(ALL.map((column) => [column, cells[columns.get(column) ?? -1] ?? ''])) as Record<Column, string>;
  return { ...fields, parent: line(fields.parent), id: line(fields.id), row };
}

/**
 * Which column stands where: by the names of the header, in any order. Moodle writes those in the language of whoever exports, so a header of
 * as many columns as Moodle's is read by position, as Moodle itself reads it.
 */
function columnsOf(header: readonly string[]): ReadonlyMap<Column, number> | null {
  const names = header.map((name) => name.trim().replace(/\s+/g, ' ').toLowerCase());
  const columns = new Map(ALL.map((column): [Column, number] => [column, names.indexOf(COLUMNS[column].toLowerCase())]).filter(([, at]) => at >= 0));
  if (NEEDED.every((column) => columns.has(column))) return columns;
  return header.length === ALL.length ? new Map(ALL.map((column, i) => [column, i])) : null;
}

type Records = { records: string[][]; hasBackslashes: boolean; faults?: never } | { records?: never; faults: Fault[] };

function records(text: string, options: Options): Records {
  const { body, separator } = withoutSepLine(text);
  const how = { bom: true, delimiter: separator ?? delimiterOf(body), record_delimiter: ['\r\n', '\n', '\r'], relax_column_count: true, ...options };
  try {
    return { records: parse(body, how), hasBackslashes: false };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // PHP leaves a quote behind a backslash as it is.
    const written = body.replaceAll('\\"', '""');
    if (written !== body && error.code === 'CSV_INVALID_CLOSING_QUOTE')
      return { ...records(written, { delimiter: how.delimiter, ...options }), hasBackslashes: true } as Records;
    return { faults: [{ path: '', message: `Line ${String(error.lines)}: ${WHY.get(error.code) ?? 'Cannot be read as a table'}` }] };
  }
}

const WHY: ReadonlyMap<string, string> = new Map([
  ['CSV_QUOTE_NOT_CLOSED', 'A quote is opened and never closed'],
  ['CSV_INVALID_CLOSING_QUOTE', 'A quote inside a quoted text must be written twice'],
  ['INVALID_OPENING_QUOTE', 'A text that holds a quote must be quoted as a whole'],
]);

/** A comma from Moodle; a semicolon or a tab once a spreadsheet has saved the file. */
function delimiterOf(text: string): string {
  const header = text.slice(0, Math.min(...['\n', '\r'].map((end) => text.indexOf(end)).filter((at) => at >= 0), 10_000));
  const count = (delimiter: string) => header.split(delimiter).length;
  return [',', ';', '\t'].reduce((best, each) => (count(each) > count(best) ? each : best));
}
