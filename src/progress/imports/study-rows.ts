/** Rows of a table as entries of the study log, or what is wrong with each. */
import { v5 as uuidv5 } from 'uuid';
import type { LevelContent } from '../../curriculum/level-content.js';
import { LocalDate } from '../../platform/time/time.contract.js';
import { MINUTES_IN_A_DAY, Recall, StudyKind, USUAL_KIND } from '../progress.contract.js';
import type { ImportError } from './study-imports.contract.js';
import type { Column, TableRow } from './study-table.js';

/** An entry as a row says it. */
export interface RowEntry {
  /** Made from what the row says: the same row of the same enrollment always has the same. */
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
  level: Pick<LevelContent, 'skills' | 'projects'>;
}

const MOST_NOTE = 2_000;

/**
 * Entries with ids that are theirs whenever they are imported: UUID v5 of the enrollment and what the row says, and of how many rows before
 * it say the very same, so that two equal sessions of a day are two, and both again the next time.
 */
export function studyRows(rows: readonly TableRow[], known: Known): { entries: RowEntry[]; errors: ImportError[] } {
  const [entries, errors]: [RowEntry[], ImportError[]] = [[], []];
  const seen = new Map<string, number>();
  const [skills, projects] = [byName(known.level.skills), byName(known.level.projects)];
  for (const { row, cells } of rows) {
    const wrong = (column: Column, message: string) => (errors.push({ row, column, message }), undefined);
    const before = errors.length;
    const date = dateOf(cells.date, known, (message) => wrong('date', message));
    const minutes = minutesOf(cells.minutes, (message) => wrong('minutes', message));
    const skillId = cells.skill === '' ? null : (skills.get(key(cells.skill)) ?? wrong('skill', `There is no skill “${cells.skill}” in this level`));
    const projectId =
      cells.project === '' ? null : (projects.get(key(cells.project)) ?? wrong('project', `There is no project “${cells.project}” in this level`));
    if (skillId && projectId) wrong('project', 'A skill or a project, not both');
    const kind = cells.kind === '' ? USUAL_KIND : wordOf(StudyKind, cells.kind, (message) => wrong('kind', message));
    const recall = cells.recall === '' ? null : wordOf(Recall, cells.recall, (message) => wrong('recall', message));
    if (cells.note.length > MOST_NOTE) wrong('note', 'At most 2,000 characters');
    if (errors.length > before || date === undefined || minutes === undefined) continue;
    const said = { date, minutes, skillId: skillId ?? null, projectId: projectId ?? null, kind: kind ?? USUAL_KIND, recall: recall ?? null, note: cells.note };
    const text = JSON.stringify(Object.values(said));
    const ordinal = seen.get(text) ?? 0;
    seen.set(text, ordinal + 1);
    entries.push({ ...said, row, id: uuidv5(`${ordinal} ${text}`, known.enrollmentId) });
  }
  return { entries, errors };
}

/** Rows for which their day has no room, in the order of the table. @param logged minutes that stand, by date */
export function overfull(entries: readonly RowEntry[], logged: ReadonlyMap<LocalDate, number>): ImportError[] {
  const sums = new Map(logged);
  return entries.flatMap(({ row, date, minutes }) => {
    const sum = (sums.get(date) ?? 0) + minutes;
    if (sum <= MINUTES_IN_A_DAY) return (sums.set(date, sum), []);
    return [{ row, column: 'minutes', message: `${date} would hold ${sum} minutes; a day holds ${MINUTES_IN_A_DAY}` }];
  });
}

type Wrong = (message: string) => undefined;

function dateOf(cell: string, { from, to }: Known, wrong: Wrong): LocalDate | undefined {
  if (cell === '') return wrong('Is missing');
  if (!LocalDate.safeParse(cell).success) return wrong(`“${cell}” is not a date as 2026-03-01`);
  return cell < from || cell > to ? wrong(`Choose a date from ${from} to ${to}`) : cell;
}

/** Whole minutes, or hours and minutes as 1:30. */
function minutesOf(cell: string, wrong: Wrong): number | undefined {
  if (cell === '') return wrong('Is missing');
  const [, hours, rest] = /^(\d{1,2}):([0-5]\d)$/.exec(cell) ?? [];
  const minutes = hours === undefined ? (/^\d{1,6}$/.test(cell) ? Number(cell) : undefined) : Number(hours) * 60 + Number(rest);
  if (minutes === undefined) return wrong(`“${cell}” is neither whole minutes nor a time as 1:30`);
  if (minutes < 1) return wrong('At least 1 minute');
  return minutes > MINUTES_IN_A_DAY ? wrong('A day holds 1,440 minutes') : minutes;
}

function wordOf<Word extends string>(
  { options, safeParse }: { options: Word[]; safeParse(value: unknown): { data?: Word | undefined } },
  cell: string,
  wrong: Wrong,
) {
  return safeParse(cell.toLowerCase().replaceAll(/[\s_]+/g, '-')).data ?? wrong(`“${cell}” is none of ${options.join(', ')}`);
}

const key = (name: string) => name.trim().toLowerCase();

/** Ids by title, slug and id. */
function byName(parts: readonly { id: string; slug: string; title: string }[]): Map<string, string> {
  return new Map(parts.flatMap(({ id, slug, title }) => [title, slug, id].map((name): [string, string] => [key(name), id])));
}
