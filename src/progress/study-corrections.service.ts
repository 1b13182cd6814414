import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Person } from '../platform/auth/person.js';
import { Problem } from '../platform/http/problem.js';
import { notFound } from '../platform/http/problems.contract.js';
import { Triggers } from '../platform/queue/triggers.js';
import { Clock } from '../platform/time/clock.js';
import { Worklist } from '../platform/worklist/worklist.js';
import { dayIsFull, MINUTES_IN_A_DAY, type StudyEntry, type StudyEntryInput } from './progress.contract.js';
import { asEntry, entryWithItsDay } from './shown-entry.js';
import { StudyEntryEntity } from './study-entry.entity.js';
import { StudyRules } from './study-rules.service.js';

/** Correcting and deleting what was logged. Sums of days follow, and readiness is computed again. */
@Injectable()
export class StudyCorrectionsService {
  constructor(
    private readonly database: DataSource,
    private readonly rules: StudyRules,
    private readonly worklist: Worklist,
    private readonly triggers: Triggers,
    private readonly clock: Clock,
  ) {}

  async correct(learner: Person, enrollmentId: string, entryId: string, study: StudyEntryInput): Promise<StudyEntry> {
    await this.rules.check(learner, enrollmentId, study);
    return this.change(enrollmentId, entryId, async (tx, entry) => {
      if (entry.deletedAt) throw new Problem(notFound, 'This entry was deleted.');
      const hasMoved = entry.date !== study.date || entry.minutes !== study.minutes;
      if (hasMoved) {
        await this.takeFromDay(tx, entry);
        await this.addToDay(tx, enrollmentId, study.date, study.minutes);
      }
      await tx.update(StudyEntryEntity, { id: entryId }, { ...study, changedAt: this.after(entry) });
    });
  }

  /** Leaves a tombstone; deleting it again changes nothing. */
  async delete(learner: Person, enrollmentId: string, entryId: string): Promise<StudyEntry> {
    await this.rules.check(learner, enrollmentId, { skillId: null, projectId: null });
    return this.change(enrollmentId, entryId, async (tx, entry) => {
      if (entry.deletedAt) return;
      await this.takeFromDay(tx, entry);
      const changedAt = this.after(entry);
      await tx.update(StudyEntryEntity, { id: entryId }, { deletedAt: changedAt, changedAt });
    });
  }

  /** Changes of one enrollment take turns, so that two that move entries between the same days cannot wait for each other. */
  private async change(enrollmentId: string, entryId: string, change: (tx: EntityManager, entry: StudyEntryEntity) => Promise<void>): Promise<StudyEntry> {
    const answer = await this.database.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [enrollmentId]);
      const entry = await tx.findOne(StudyEntryEntity, { where: { id: entryId, enrollmentId }, lock: { mode: 'pessimistic_write' } });
      if (!entry) throw new Problem(notFound, 'There is no such entry in this enrollment.');
      await change(tx, entry);
      await this.worklist.mark(tx, 'readiness', enrollmentId);
      return asEntry((await entryWithItsDay(tx, entryId))!);
    });
    this.triggers.fire('readiness');
    return answer;
  }

  private async takeFromDay(tx: EntityManager, { enrollmentId, date, minutes }: StudyEntryEntity): Promise<void> {
    await tx.query('update study_day set minutes = minutes - $3, entries = entries - 1 where enrollment_id = $1 and date = $2', [enrollmentId, date, minutes]);
    await tx.query('delete from study_day where enrollment_id = $1 and date = $2 and entries = 0', [enrollmentId, date]);
  }

  private async addToDay(tx: EntityManager, enrollmentId: string, date: string, minutes: number): Promise<void> {
    const rows = await tx.query<unknown[]>(
      `insert into study_day as d (enrollment_id, date, minutes, entries) values ($1, $2, $3, 1)
       on conflict (enrollment_id, date) do update set minutes = d.minutes + excluded.minutes, entries = d.entries + 1
         where d.minutes + excluded.minutes <= ${MINUTES_IN_A_DAY}
       returning 1`,
      [enrollmentId, date, minutes],
    );
    if (rows.length === 0) throw new Problem(dayIsFull, `The day ${date} has no room for ${minutes} minutes more. Correct to fewer, or to another day.`);
  }

  /** Later than the change before, even within one millisecond: who waits for readiness to cover it compares the two. */
  private after({ changedAt }: StudyEntryEntity): Date {
    return new Date(Math.max(this.clock.now().epochMilliseconds, changedAt.getTime() + 1));
  }
}
