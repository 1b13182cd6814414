import pg from 'pg';

const [INT8, DATE, NUMERIC] = [20, 1082, 1700];

/** A number, unless it would lose digits: then the text as PostgreSQL gave it. */
function numberWhenSafe(text: string): number | string {
  const value = Number(text);
  return Number.isInteger(value) && !Number.isSafeInteger(value) ? text : value;
}

/**
 * How values of PostgreSQL arrive: a `date` stays `YYYY-MM-DD` (pg would make an instant in the server's zone of it), counts and sums are
 * numbers. Set once for the process; importing the data source's options does it.
 */
export function setTypeParsers(): void {
  pg.types.setTypeParser(DATE, (text) => text);
  pg.types.setTypeParser(INT8, numberWhenSafe);
  pg.types.setTypeParser(NUMERIC, numberWhenSafe);
}
