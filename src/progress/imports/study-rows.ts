/** Rows of a table as entries of the study log, or what is wrong with each. */
import { v5 as uuidv5 } from 'uuid';
import { charactersOf, manyLines, nameKey } from '../../platform/text/normal-text.contract.js';
import type { LocalDate } from '../../platform/time/time.contract.js';
import { MINUTES_IN_A_DAY, Recall, StudyKind, USUAL_KIND } from '../progress.contract.js';
import type { ColumnRole, ImportDoubt, ImportError, SkippedRow } from './study-imports.contract.js';
import { quoted } from './table/quoted.js';
import { dateOf, durationSeconds, spanSeconds, type Answers, type RowTimes } from './table/row-times.js';
import { cellOfRole, type StudyTable } from './table/study-table.js';
import type { FindSubject } from './table/subject-names.js';
import { wordIn } from './table/word-in.js';

/** An entry as a row says it. */
export interface RowEntry {
  /** Derived from the content of the row: the same row of the same enrollment always has the same id. */
  id: string;
  row: number;
  date: LocalDate;
  minutes: number;
  skillId: string | null;
  projectId: string | null;
  kind: StudyKind;
  recall: Recall | null;
  note: string;
}

export interface Known {
  enrollmentId: string;
  /** The dates that are open, both included. */
  from: LocalDate;
  to: LocalDate;
  find: FindSubject;
}

export interface ForeignName {
  name: string;
  rows: number;
  minutes: number;
  subjectId: string | null;
  isAnswered: boolean;
}

export interface StudyRows {
  entries: RowEntry[];
  errors: ImportError[];
  doubts: ImportDoubt[];
  /** Rows without time. */
  skipped: SkippedRow[];
  /** Names that are not a skill or project of the level, with what they mean. */
  foreign: Map<string, ForeignName>;
}

const MOST_NOTE = 2_000;

/**
 * Entries with ids that stay the same on every import: UUID v5 of the enrollment, the content of the row and the number of equal rows before it.
 * So two equal sessions on one day are two entries, and the next import finds both again.
 */
export function studyRows(table: StudyTable, times: readonly RowTimes[], answers: Answers, known: Known): StudyRows {
  const read: StudyRows = { entries: [], errors: [], doubts: [], skipped: [], foreign: new Map() };
  const seen = new Map<string, number>();
  const early: RowTimes[] = [];
  for (const each of times) {
    const reader = new RowReader(table, each, answers, known, read);
    const said = reader.read();
    if (said === 'early') early.push(each);
    if (said === 'early' || said === null) continue;
    const text = JSON.stringify(Object.values(said));
    const ordinal = seen.get(text) ?? 0;
    seen.set(text, ordinal + 1);
    read.entries.push({ ...said, row: each.row.row, id: uuidv5(`${ordinal} ${text}`, known.enrollmentId) });
  }
  read.doubts.push(...earlyDoubts(early, known), ...dayNumberDoubts(times, answers));
  return read;
}

/** Rows that don't fit into their day, in the order of the table. @param logged minutes already logged, by date */
export function overfull(entries: readonly RowEntry[], logged: ReadonlyMap<LocalDate, number>): ImportError[] {
  const sums = new Map(logged);
  return entries.flatMap(({ row, date, minutes }) => {
    const sum = (sums.get(date) ?? 0) + minutes;
    if (sum <= MINUTES_IN_A_DAY) return (sums.set(date, sum), []);
    return [{ row, column: 'minutes', message: `${date} would hold ${sum} minutes; a day holds ${MINUTES_IN_A_DAY}` }];
  });
}

/** A day with more study than this is asked about. */
export const LONG_DAY_MINUTES = 720;

/** Days that would have more than 12 h of study. @param logged minutes already logged, by date */
export function longDays(entries: readonly RowEntry[], logged: ReadonlyMap<LocalDate, number>): ImportDoubt[] {
  const days = new Map<LocalDate, { minutes: number; row: number }>();
  for (const { date, minutes, row } of entries) {
    const before = days.get(date) ?? { minutes: logged.get(date) ?? 0, row };
    days.set(date, { ...before, minutes: before.minutes + minutes });
  }
  return [...days].flatMap(([date, { minutes, row }]) =>
    minutes > LONG_DAY_MINUTES && minutes <= MINUTES_IN_A_DAY ? [{ row, message: `${hoursText(minutes)} on one day, ${date}` }] : [],
  );
}

export const hoursText = (minutes: number): string => {
  const [hours, rest] = [Math.floor(minutes / 60), Math.round(minutes % 60)];
  return hours === 0 ? `${rest} min` : `${hours} h${rest === 0 ? '' : ` ${rest} min`}`;
};

function earlyDoubts(rows: readonly RowTimes[], { from }: Known): ImportDoubt[] {
  const [first] = rows;
  if (!first) return [];
  const count = rows.length === 1 ? '1 row is' : `${rows.length} rows are`;
  return [{ row: first.row.row, message: `${count} before ${from}, a year before you started, and will be skipped` }];
}

function dayNumberDoubts(times: readonly RowTimes[], answers: Answers): ImportDoubt[] {
  const number = times.find(({ date }) => date?.form === 'day-number' || date?.form === 'epoch');
  if (!number) return [];
  const { row, cells, date } = number;
  return [{ row: row.row, message: `“${cells.date || cells.start}” is read as ${dateOf(date, answers)}, and so are all dates in this column` }];
}

type Said = Omit<RowEntry, 'id' | 'row'>;

/** Reads one row; what is wrong with it goes into the lists of the table. */
class RowReader {
  private isWrong = false;

  constructor(
    private readonly table: StudyTable,
    private readonly times: RowTimes,
    private readonly answers: Answers,
    private readonly known: Known,
    private readonly into: StudyRows,
  ) {}

  /** Null for a row that is wrong, or holds no time. */
  read(): Said | 'early' | null {
    const date = this.date();
    const seconds = this.seconds();
    if (seconds !== undefined && seconds < 30 && !this.isWrong) return this.skip();
    if (date !== undefined && date < this.known.from) return 'early';
    const minutes = seconds === undefined ? undefined : this.minutes(seconds);
    const subject = this.subject(minutes ?? 0);
    const kind = this.word('kind', StudyKind.options) ?? USUAL_KIND;
    const recall = this.word('recall', Recall.options) ?? null;
    const note = manyLines(this.cell('note'));
    if (charactersOf(note) > MOST_NOTE) this.wrong('note', 'At most 2,000 characters');
    if (this.isWrong || date === undefined || minutes === undefined) return null;
    return { date, minutes, ...subject, kind, recall, note };
  }

  private date(): LocalDate | undefined {
    const { cells, date } = this.times;
    const cell = cells.date || cells.start;
    if (cell === '') return this.wrong('date', 'Is missing');
    const found = dateOf(date, this.answers);
    if (found === null) return this.wrong('date', `${quoted(cell)} is not a date such as 2026-03-01`);
    return found > this.known.to ? this.wrong('date', `Choose a date from ${this.known.from} to ${this.known.to}`) : found;
  }

  /** The duration, or else the time from start to end. If both are given, the duration must not be longer. */
  private seconds(): number | undefined {
    const { cells, duration } = this.times;
    const span = spanSeconds(this.times, this.answers);
    if (cells.duration === '') {
      if (span === null) return this.wrong('minutes', 'Is missing');
      return span < 0 ? this.wrong('minutes', `It ends before it starts: ${cells.start} to ${cells.end}`) : span;
    }
    if (!duration)
      return this.wrong(
        'minutes',
        cells.duration.startsWith('-') ? `${quoted(cells.duration)} is negative` : `${quoted(cells.duration)} is neither whole minutes nor a time such as 1:30`,
      );
    const seconds = durationSeconds(duration, this.answers);
    if (span !== null && seconds > span + Math.max(120, span * 0.02))
      this.into.doubts.push({
        row: this.times.row.row,
        message: `${hoursText(seconds / 60)} of study, but ${cells.start} to ${cells.end} is ${hoursText(span / 60)}`,
      });
    return seconds;
  }

  private minutes(seconds: number): number | undefined {
    const minutes = Math.round(seconds / 60);
    return minutes > MINUTES_IN_A_DAY ? this.wrong('minutes', `${hoursText(minutes)} is too long: a day holds 1,440 minutes`) : minutes;
  }

  /** The skill or project that the row names; general study where it names none, or one that is not known yet. */
  private subject(minutes: number): Pick<RowEntry, 'skillId' | 'projectId'> {
    const found = (['skill', 'project'] as const).flatMap((role) => {
      const name = this.cell(role);
      if (name === '') return [];
      const { subject, isForeign, isAnswered } = this.known.find(name, role);
      if (isForeign) this.noteForeign({ name, rows: 1, minutes, subjectId: subject?.id ?? null, isAnswered });
      return subject ? [subject] : [];
    });
    const [one, other] = found;
    if (one && other && one.id !== other.id) this.wrong('project', 'A skill or a project, not both');
    return { skillId: one && !one.isProject ? one.id : null, projectId: one?.isProject ? one.id : null };
  }

  private noteForeign(name: ForeignName): void {
    const { foreign } = this.into;
    const before = foreign.get(nameKey(name.name));
    if (before) Object.assign(before, { rows: before.rows + 1, minutes: before.minutes + name.minutes });
    else foreign.set(nameKey(name.name), name);
  }

  private word<Word extends string>(role: 'kind' | 'recall', words: readonly Word[]): Word | undefined {
    const cell = this.cell(role);
    if (cell === '') return undefined;
    return wordIn(words, cell) ?? this.wrong(role, `${quoted(cell)} is none of ${words.join(', ')}`);
  }

  private skip(): null {
    const { row, cells } = this.times.row;
    const text = cells.filter((cell) => cell !== '').join(' ');
    this.into.skipped.push({ row, text: text.slice(0, 80), why: 'no-time' });
    return null;
  }

  private cell(role: ColumnRole): string {
    return cellOfRole(this.table, this.times.row, role);
  }

  private wrong(column: string, message: string): undefined {
    this.isWrong = true;
    this.into.errors.push({ row: this.times.row.row, column, message });
    return undefined;
  }
}
