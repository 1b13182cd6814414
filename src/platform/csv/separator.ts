/** Which sign separates the cells of a table that any program may have written. */
import { parse } from 'csv-parse/sync';

const SEPARATORS = [',', ';', '\t', '|'] as const;
const SAMPLE_ROWS = 60;
const SAMPLE_LENGTH = 200_000;

/** The text without the line "sep=;" that spreadsheets write first, and the sign that it names; spreadsheets do not count that line. */
export function withoutSepLine(text: string): { body: string; separator: string | null } {
  const [line, separator] = /^\ufeff?"?sep=([^\r\n])"?[,;\t| ]*(?:\r\n|\n|\r|$)/i.exec(text) ?? [];
  return line === undefined || separator === undefined ? { body: text.replace(/^\ufeff/, ''), separator: null } : { body: text.slice(line.length), separator };
}

/**
 * The sign that splits most rows alike, quotes respected.
 * @param isTelling whether a cell by itself shows that the split is right, as a date does
 */
export function separatorOf(body: string, isTelling: (cell: string) => boolean = () => false): string {
  const sample = body.slice(0, SAMPLE_LENGTH);
  const scored = SEPARATORS.map((separator) => ({ separator, ...scoreOf(rowsOf(sample, separator), isTelling) }));
  return scored.reduce((best, each) => (each.score > best.score || (each.score === best.score && each.width > best.width) ? each : best)).separator;
}

function scoreOf(rows: readonly string[][], isTelling: (cell: string) => boolean): { score: number; width: number } {
  const filled = rows.filter((cells) => cells.some((cell) => cell.trim() !== ''));
  const widths = new Map<number, number>();
  for (const { length } of filled) widths.set(length, (widths.get(length) ?? 0) + 1);
  const [width, count] = [...widths].reduce((best, each) => (each[1] > best[1] || (each[1] === best[1] && each[0] > best[0]) ? each : best), [1, 0]);
  if (width < 2) return { score: 0, width: 1 };
  const telling = filled.filter((cells) => cells.some(isTelling)).length;
  return { score: (2 * telling + count) / filled.length, width };
}

function rowsOf(sample: string, separator: string): string[][] {
  try {
    return parse(sample, { delimiter: separator, relax_column_count: true, relax_quotes: true, to: SAMPLE_ROWS });
  } catch {
    // A quote that is never closed, or that the sample cuts.
    return sample
      .split(/\r\n|\n|\r/)
      .slice(0, SAMPLE_ROWS)
      .map((line) => line.split(separator));
  }
}
