/** Date, times and duration in the cells of a row, before units and date order are known. */
import type { Temporal } from 'temporal-polyfill';
import { daysBetween } from '../../../platform/time/local-date.js';
import { plainCell } from '../../../platform/text/plain-cell.contract.js';
import { readDate, readTimeOfDay, type DateOrder, type DateText } from '../../../platform/time/date-text.js';
import { clockSeconds, readDuration, type ClockForm, type DurationText } from '../../../platform/time/duration-text.contract.js';
import type { LocalDate } from '../../../platform/time/time.contract.js';
import type { DurationUnit } from '../study-imports.contract.js';
import type { TableRow } from './separate-table.js';
import { cellOfRole, type StudyTable } from './study-table.js';

/** A date, a time of day, or both. */
export interface Moment {
  date: DateText | null;
  seconds: number | null;
}

export interface RowTimes {
  row: TableRow;
  /** As they stand in the table. */
  cells: Readonly<Record<'date' | 'start' | 'end' | 'duration', string>>;
  /** Null where the cell is empty or cannot be read. */
  date: DateText | null;
  start: Moment | null;
  end: Moment | null;
  duration: DurationText | null;
}

export function rowTimes(table: StudyTable, row: TableRow): RowTimes {
  const cell = (role: 'date' | 'start' | 'end' | 'duration') => plainCell(cellOfRole(table, row, role));
  const [date, begin, end] = [orEmpty(cell('date')), orEmpty(cell('start')), orEmpty(cell('end'))];
  const [start, typed] = [momentOf(begin), withHours(table, row, cell('duration'))];
  // A dash as the duration means no time.
  const cells = { date, start: begin, end, duration: isDash(typed) && start === null ? '0' : orEmpty(typed) };
  return {
    row,
    cells,
    date: cells.date === '' ? (start?.date ?? null) : readDate(cells.date),
    start,
    end: momentOf(cells.end),
    duration: readDuration(cells.duration),
  };
}

/** The minutes of a row plus the whole hours in another column, if the table has one. */
function withHours({ hoursPlace }: StudyTable, { cells }: TableRow, minutes: string): string {
  const hours = hoursPlace === null ? 0 : Number(cells[hoursPlace] ?? 0);
  return hours === 0 ? minutes : `${hours} h ${minutes || '0'} min`;
}

/** Tables use a dash for "nothing". */
const isDash = (cell: string): boolean => /^-+$/.test(cell);
const orEmpty = (cell: string): string => (isDash(cell) ? '' : cell);

function momentOf(cell: string): Moment | null {
  const seconds = readTimeOfDay(cell);
  if (seconds !== null) return { date: null, seconds };
  const date = readDate(cell);
  return date && { date, seconds: date.seconds };
}

/** How the cells of a table are to be understood. */
export interface Answers {
  unit: DurationUnit;
  clock: ClockForm;
  dateOrder: DateOrder;
  decimalSign: ',' | '.';
  /** The learner's date at a moment. */
  dateAt: (instant: Temporal.Instant) => LocalDate;
}

export const SECONDS_IN: Readonly<Record<DurationUnit, number>> = { milliseconds: 0.001, seconds: 1, minutes: 60, hours: 3_600, days: 86_400 };

export function durationSeconds(duration: DurationText, { unit, clock, decimalSign }: Pick<Answers, 'unit' | 'clock' | 'decimalSign'>): number {
  if (duration.kind === 'seconds') return duration.seconds;
  if (duration.kind === 'clock') return clockSeconds(duration.parts, clock);
  const isGrouped = duration.grouped !== null && duration.sign !== decimalSign;
  return (isGrouped ? (duration.grouped ?? 0) : duration.value) * SECONDS_IN[unit];
}

export function dateOf(date: DateText | null, { dateOrder, dateAt }: Pick<Answers, 'dateOrder' | 'dateAt'>): LocalDate | null {
  if (!date) return null;
  return date.instant ? dateAt(date.instant) : date.dates[dateOrder];
}

/** Seconds from begin to end; an end that is earlier in the day is on the next one. Null where one of them is missing. */
export function spanSeconds({ start, end }: Pick<RowTimes, 'start' | 'end'>, answers: Pick<Answers, 'dateOrder' | 'dateAt'>): number | null {
  if (!start || !end) return null;
  const instants = [start.date?.instant, end.date?.instant] as const;
  if (instants[0] && instants[1]) return instants[0].until(instants[1]).total('seconds');
  if (start.seconds === null || end.seconds === null) return null;
  const dates = [dateOf(start.date, answers), dateOf(end.date, answers)] as const;
  const apart = end.seconds - start.seconds;
  if (dates[0] !== null && dates[1] !== null) return daysBetween(dates[0], dates[1]) * 86_400 + apart;
  return apart < 0 ? apart + 86_400 : apart;
}
