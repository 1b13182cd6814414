import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v5 as uuidv5, v7 as uuidv7 } from 'uuid';
import { CurriculumService } from '../../curriculum/curriculum.service.js';
import { EnrollmentsService } from '../../enrollments/enrollments.service.js';
import type { Person } from '../../platform/auth/person.js';
import { Problem } from '../../platform/http/problem.js';
import { notFound } from '../../platform/http/problems.contract.js';
import { Triggers } from '../../platform/queue/triggers.js';
import { Clock } from '../../platform/time/clock.js';
import { dateAt, type DayZone } from '../../platform/time/day-zone.js';
import { Worklist } from '../../platform/worklist/worklist.js';
import { loggableDates } from '../loggable-dates.js';
import { StudyRules } from '../study-rules.service.js';
import { takeChangesInTurn } from '../take-turns.js';
import { readImport, type ImportReading } from './read-import.js';
import {
  faultyImport,
  unansweredImport,
  type ImportDoubt,
  type ImportError,
  type ImportMapping,
  type ImportRow,
  type StudyImport,
  type StudyImportOutcome,
} from './study-imports.contract.js';
import { longDays, overfull, type RowEntry } from './study-rows.js';
import { takeBackImport, writeImport } from './write-import.js';

const MOST_ERRORS = 200;
const MOST_SHOWN = 200;
const MOST_IMPORTS = 50;
const MOST_DOUBTS = 50;

/** What an import would add, before anything is written. */
interface Reading extends ImportReading {
  zone: DayZone;
}

export interface ImportWish {
  mapping: ImportMapping;
  isDryRun: boolean;
}

/** Past study from a table: pasted, or from a file. */
@Injectable()
export class StudyImportsService {
  constructor(
    private readonly database: DataSource,
    private readonly enrollments: EnrollmentsService,
    private readonly curriculum: CurriculumService,
    private readonly rules: StudyRules,
    private readonly worklist: Worklist,
    private readonly triggers: Triggers,
    private readonly clock: Clock,
  ) {}

  /** Imports the whole table or nothing. Rows that were imported before are left as they are. */
  async import(learner: Person, enrollmentId: string, bytes: Uint8Array, { mapping, isDryRun }: ImportWish): Promise<StudyImportOutcome> {
    const reading = await this.read(learner, enrollmentId, bytes, mapping);
    if (isDryRun) {
      const { fresh, outcome } = await this.weigh(this.database.manager, enrollmentId, reading);
      return { ...outcome, preview: previewOf(reading.entries, new Set(fresh)) };
    }
    const outcome = await this.database.transaction(async (tx) => {
      await takeChangesInTurn(tx, enrollmentId);
      const { fresh, outcome } = await this.weigh(tx, enrollmentId, reading);
      refuseFaults(outcome.errors);
      refuseOpen(outcome, mapping);
      if (fresh.length === 0) return outcome;
      const [id, now] = [uuidv7(), this.clock.now().toString()];
      const { zone } = reading;
      const { fullDates } = await writeImport(tx, fresh, { enrollmentId, importId: id, timeZone: zone.timeZone, today: this.clock.today(zone), now });
      // Something was logged since the sums were read.
      refuseFaults(
        fullDates.map((date) => ({
          row: fresh.find((entry) => entry.date === date)!.row,
          column: 'minutes',
          message: `There is not enough time left on ${date}`,
        })),
      );
      await this.worklist.mark(tx, 'readiness', enrollmentId);
      return { ...outcome, id };
    });
    this.triggers.fire('readiness');
    return outcome;
  }

  async list(person: Person, enrollmentId: string): Promise<{ items: StudyImport[] }> {
    await this.enrollments.readableBy(person, enrollmentId);
    return { items: await this.imports(this.database.manager, enrollmentId, null) };
  }

  /** Undoing it again changes nothing. */
  async undo(learner: Person, enrollmentId: string, importId: string): Promise<StudyImport> {
    await this.rules.check(learner, enrollmentId, { skillId: null, projectId: null });
    const answer = await this.database.transaction(async (tx) => {
      await takeChangesInTurn(tx, enrollmentId);
      const [before] = await this.imports(tx, enrollmentId, importId);
      if (!before) throw new Problem(notFound, 'There is no such import in this enrollment.');
      if (before.undoneAt) return before;
      await takeBackImport(tx, enrollmentId, importId, this.clock.now().toString());
      await this.worklist.mark(tx, 'readiness', enrollmentId);
      const [after] = await this.imports(tx, enrollmentId, importId);
      return after!;
    });
    this.triggers.fire('readiness');
    return answer;
  }

  private async read(learner: Person, enrollmentId: string, bytes: Uint8Array, mapping: ImportMapping): Promise<Reading> {
    const { startedOn, ...zone } = await this.rules.check(learner, enrollmentId, { skillId: null, projectId: null });
    const { levelId, releaseId } = await this.enrollments.ownedBy(learner, enrollmentId);
    const level = await this.curriculum.levelContent(levelId, releaseId);
    const dates = loggableDates(startedOn, this.clock.today(zone));
    return { zone, ...readImport(bytes, mapping, { enrollmentId, level, ...dates, dateAt: (instant) => dateAt(instant, zone).toString() }) };
  }

  /** Which entries are new, and whether their days have room. */
  private async weigh(tx: EntityManager, enrollmentId: string, { zone: _, entries, errors, doubts: doubtful, skipped, ...shape }: Reading) {
    const standing = await tx.query<{ id: string }[]>(
      `select e.id from study_entry e left join study_import i on i.id = e.import_id
       where e.id = any($2::uuid[]) and (e.enrollment_id <> $1 or e.deleted_at is null or i.undone_at is null)`,
      [enrollmentId, entries.map(({ id }) => id)],
    );
    const known = new Set(standing.map(({ id }) => id));
    const fresh = entries.filter(({ id }) => !known.has(id));
    const dates = [...new Set(fresh.map(({ date }) => date))];
    const days = await tx.query<{ date: string; minutes: number }[]>(
      'select date, minutes from study_day where enrollment_id = $1 and date = any($2::date[])',
      [enrollmentId, dates],
    );
    const logged = new Map(days.map(({ date, minutes }) => [date, minutes]));
    const all = [...errors, ...overfull(fresh, logged)].sort((one, other) => one.row - other.row);
    const doubts = [...doubtful, ...longDays(fresh, logged), ...(await this.otherwiseImported(tx, enrollmentId, fresh, entries))];
    const outcome: StudyImportOutcome = {
      ...shape,
      id: null,
      added: fresh.length,
      minutes: fresh.reduce((sum, entry) => sum + entry.minutes, 0),
      days: dates.length,
      duplicates: entries.length - fresh.length,
      errorCount: all.length,
      errors: all.slice(0, MOST_ERRORS),
      preview: [],
      doubts: doubts.slice(0, MOST_DOUBTS),
      doubtsKey: doubts.length === 0 ? null : keyOf(doubts),
      skipped: skipped.slice(0, MOST_DOUBTS),
      skippedCount: skipped.length,
    };
    return { fresh, outcome };
  }

  /** Rows that were imported before with the same day, time and note, but for another skill: the same table with another mapping. */
  private async otherwiseImported(tx: EntityManager, enrollmentId: string, fresh: readonly RowEntry[], all: readonly RowEntry[]): Promise<ImportDoubt[]> {
    if (fresh.length === 0) return [];
    const [alike] = await tx.query<{ rows: number; first: number }[]>(
      `select count(distinct r.row)::int as rows, min(r.row)::int as first
       from jsonb_to_recordset($2::jsonb) as r (row int, date date, minutes int, note text, "skillId" uuid, "projectId" uuid)
       join study_entry e on e.enrollment_id = $1 and e.date = r.date and e.minutes = r.minutes and e.note = r.note
         and (e.skill_id, e.project_id) is distinct from (r."skillId", r."projectId")
         and e.source = 'import' and e.deleted_at is null and not e.id = any($3::uuid[])`,
      [enrollmentId, JSON.stringify(fresh), all.map(({ id }) => id)],
    );
    if (!alike || alike.rows === 0) return [];
    const count = alike.rows === 1 ? '1 row was' : `${alike.rows} rows were`;
    return [{ row: alike.first, message: `${count} imported before for another skill, and would count twice. Undo that import first` }];
  }

  private async imports(tx: EntityManager, enrollmentId: string, importId: string | null): Promise<StudyImport[]> {
    const rows = await tx.query<(Omit<StudyImport, 'importedAt' | 'undoneAt'> & { importedAt: Date; undoneAt: Date | null })[]>(
      `select i.id, i.imported_at as "importedAt", i.undone_at as "undoneAt", count(e.id)::int as entries, coalesce(sum(e.minutes), 0)::int as minutes
       from study_import i left join study_entry e on e.import_id = i.id and e.deleted_at is null
       where i.enrollment_id = $1 and ($2::uuid is null or i.id = $2) group by i.id order by i.imported_at desc, i.id limit ${MOST_IMPORTS}`,
      [enrollmentId, importId],
    );
    return rows.map(({ importedAt, undoneAt, ...row }) => ({ ...row, importedAt: importedAt.toISOString(), undoneAt: undoneAt?.toISOString() ?? null }));
  }
}

const previewOf = (entries: readonly RowEntry[], fresh: ReadonlySet<RowEntry>): ImportRow[] =>
  entries.slice(0, MOST_SHOWN).map((entry) => {
    const { id: _, ...row } = entry;
    return { ...row, isNew: fresh.has(entry) };
  });

/** Confirms these doubts and no others. */
const keyOf = (doubts: readonly ImportDoubt[]): string => uuidv5(JSON.stringify(doubts), uuidv5.URL);

function refuseFaults(errors: readonly ImportError[]): void {
  if (errors.length === 0) return;
  const detail = `${errors.length} of the rows cannot be imported, so none was. Fix what \`rowErrors\` says, and import again.`;
  throw new Problem(faultyImport, detail, { errorCount: errors.length, rowErrors: errors.slice(0, MOST_ERRORS) });
}

function refuseOpen({ questions, doubts, doubtsKey }: StudyImportOutcome, { confirmed }: ImportMapping): void {
  const open = questions.filter(({ answer }) => answer === null);
  if (open.length === 0 && (doubtsKey === null || doubtsKey === confirmed)) return;
  const detail =
    open.length > 0
      ? 'Nothing was imported. Answer the questions with `mapping`: a dry run says what is proposed.'
      : 'Nothing was imported. Confirm the doubts: send their `doubtsKey` as `confirmed` in `mapping`.';
  throw new Problem(unansweredImport, detail, { questions: open, doubts, doubtsKey });
}
