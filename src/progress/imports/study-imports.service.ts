import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { CurriculumService } from '../../curriculum/curriculum.service.js';
import { EnrollmentsService } from '../../enrollments/enrollments.service.js';
import type { Person } from '../../platform/auth/person.js';
import { Problem } from '../../platform/http/problem.js';
import { notFound } from '../../platform/http/problems.contract.js';
import { Triggers } from '../../platform/queue/triggers.js';
import { Clock } from '../../platform/time/clock.js';
import type { DayZone } from '../../platform/time/day-zone.js';
import { Worklist } from '../../platform/worklist/worklist.js';
import { loggableDates } from '../loggable-dates.js';
import { StudyRules } from '../study-rules.service.js';
import { takeChangesInTurn } from '../take-turns.js';
import { faultyImport, type ImportError, type ImportRow, type StudyImport, type StudyImportOutcome } from './study-imports.contract.js';
import { overfull, studyRows, type RowEntry } from './study-rows.js';
import { studyTable, textOf } from './study-table.js';
import { takeBackImport, writeImport } from './write-import.js';

const MOST_ERRORS = 200;
const MOST_SHOWN = 200;
const MOST_IMPORTS = 50;

/** What a table would bring, before anything is written. */
interface Reading {
  zone: DayZone;
  rows: number;
  entries: RowEntry[];
  ignoredColumns: string[];
  errors: ImportError[];
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

  /** All of a table or nothing; what was imported before is left as it is. */
  async import(learner: Person, enrollmentId: string, bytes: Uint8Array, isDryRun: boolean): Promise<StudyImportOutcome> {
    const reading = await this.read(learner, enrollmentId, bytes);
    if (isDryRun) {
      const { fresh, outcome } = await this.weigh(this.database.manager, enrollmentId, reading);
      return { ...outcome, preview: previewOf(reading.entries, new Set(fresh)) };
    }
    refuseFaults(reading.errors);
    const outcome = await this.database.transaction(async (tx) => {
      await takeChangesInTurn(tx, enrollmentId);
      const { fresh, outcome } = await this.weigh(tx, enrollmentId, reading);
      refuseFaults(outcome.errors);
      if (fresh.length === 0) return outcome;
      const [id, now] = [uuidv7(), this.clock.now().toString()];
      const { zone } = reading;
      const { fullDates } = await writeImport(tx, fresh, { enrollmentId, importId: id, timeZone: zone.timeZone, today: this.clock.today(zone), now });
      // Something was logged since the sums were read.
      refuseFaults(fullDates.map((date) => ({ row: fresh.find((entry) => entry.date === date)!.row, column: 'minutes', message: `${date} is full by now` })));
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

  private async read(learner: Person, enrollmentId: string, bytes: Uint8Array): Promise<Reading> {
    const { startedOn, ...zone } = await this.rules.check(learner, enrollmentId, { skillId: null, projectId: null });
    const { levelId, releaseId } = await this.enrollments.ownedBy(learner, enrollmentId);
    const level = await this.curriculum.levelContent(levelId, releaseId);
    const table = studyTable(textOf(bytes));
    const { entries, errors } = studyRows(table.rows, { enrollmentId, level, ...loggableDates(startedOn, this.clock.today(zone)) });
    return { zone, rows: table.rows.length, entries, ignoredColumns: table.ignoredColumns, errors: [...table.errors, ...errors] };
  }

  /** Which entries are new, and whether their days have room. */
  private async weigh(tx: EntityManager, enrollmentId: string, { rows, entries, ignoredColumns, errors }: Reading) {
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
    const all = [...errors, ...overfull(fresh, new Map(days.map(({ date, minutes }) => [date, minutes])))].sort((one, other) => one.row - other.row);
    const minutes = fresh.reduce((sum, entry) => sum + entry.minutes, 0);
    const sums = { rows, added: fresh.length, minutes, days: dates.length, duplicates: entries.length - fresh.length };
    const outcome: StudyImportOutcome = { id: null, ...sums, ignoredColumns, errorCount: all.length, errors: all.slice(0, MOST_ERRORS), preview: [] };
    return { fresh, outcome };
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

function refuseFaults(errors: readonly ImportError[]): void {
  if (errors.length === 0) return;
  const detail = `${errors.length} of the rows cannot be imported, so none was. Mend what \`rowErrors\` says, and import again.`;
  throw new Problem(faultyImport, detail, { errorCount: errors.length, rowErrors: errors.slice(0, MOST_ERRORS) });
}
