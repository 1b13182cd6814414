import { csvText, type Cell } from '../platform/csv/csv-text.js';

/** A row as the database has it. */
export type Row = Record<string, unknown>;

/** Names of parts of the curriculum by id, for readers without Daymark. */
export type Titles = ReadonlyMap<string, string>;

/** `taken_on` as `takenOn`. */
export const camel = (name: string): string => name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** The row with names as the API has them. */
export const named = (row: Row): Row => Object.fromEntries(Object.entries(row).map(([column, value]) => [camel(column), value]));

/** A table with every column, also where there is no row; what is no plain value stands as JSON. */
export const tableText = (columns: readonly string[], rows: readonly Row[]): string =>
  csvText(
    columns.map(camel),
    rows.map((row) => columns.map((column) => cellOf(row[column]))),
  );

function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return JSON.stringify(value);
}

const COLUMNS = ['date', 'minutes', 'skill', 'note', 'project', 'kind', 'recall'] as const;

/** Study entries as the import of a study log takes them; deleted ones stay out. */
export const studyLogText = (entries: readonly Row[], titles: Titles): string =>
  csvText(
    COLUMNS,
    entries
      .filter((entry) => entry['deleted_at'] === null)
      .map((entry) => [
        ...[cellOf(entry['date']), cellOf(entry['minutes']), titleOf(entry['skill_id'], titles), cellOf(entry['note'])],
        ...[titleOf(entry['project_id'], titles), cellOf(entry['kind']), cellOf(entry['recall'])],
      ]),
  );

const titleOf = (id: unknown, titles: Titles): Cell => (typeof id === 'string' ? (titles.get(id) ?? null) : null);
