import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Person } from '../platform/auth/person.js';
import { Problem } from '../platform/http/problem.js';
import { notFound } from '../platform/http/problems.contract.js';
import { Triggers } from '../platform/queue/triggers.js';
import { Clock } from '../platform/time/clock.js';
import { Worklist } from '../platform/worklist/worklist.js';
import { dayIsFull, type StudyCorrection, type StudyEntry } from './progress.contract.js';
import { asEntry, entryWithItsDay } from './shown-entry.js';
import { StudyEntryEntity } from './study-entry.entity.js';
import { StudyRules } from './study-rules.service.js';
import { addToDay, moveSums, settleLastDates, takeFromDay, type Summed } from './study-sums.js';

/** Correcting and deleting what was logged, and taking that back. All sums follow, and readiness is computed again. */
@Injectable()
export class StudyCorrectionsService {
  constructor(
    private readonly database: DataSource,
    private readonly rules: StudyRules,
    private readonly worklist: Worklist,
    private readonly triggers: Triggers,
    private readonly clock: Clock,
  ) {}

  async correct(learner: Person, enrollmentId: string, entryId: string, study: StudyCorrection): Promise<StudyEntry> {
    await this.rules.check(learner, enrollmentId, study);
    return this.change(enrollmentId, entryId, async (tx, entry) => {
      if (entry.deletedAt) throw new Problem(notFound, 'This entry was deleted. Take the deletion back first.');
      await this.move(tx, entryId, entry, { ...study, enrollmentId }, { ...study, changedAt: this.after(entry) });
    });
  }

  /** Leaves a tombstone; deleting it again changes nothing. */
  async delete(learner: Person, enrollmentId: string, entryId: string): Promise<StudyEntry> {
    await this.rules.check(learner, enrollmentId, { skillId: null, projectId: null });
    return this.change(enrollmentId, entryId, async (tx, entry) => {
      if (entry.deletedAt) return;
      const changedAt = this.after(entry);
      await this.move(tx, entryId, entry, null, { deletedAt: changedAt, changedAt });
    });
  }

  /** Takes a deletion back, while its day has room; for an entry that stands it changes nothing. */
  async restore(learner: Person, enrollmentId: string, entryId: string): Promise<StudyEntry> {
    await this.rules.check(learner, enrollmentId, { skillId: null, projectId: null });
    return this.change(enrollmentId, entryId, async (tx, entry) => {
      if (!entry.deletedAt) return;
      await this.move(tx, entryId, null, entry, { deletedAt: null, changedAt: this.after(entry) });
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

  /** Takes what the entry was from the sums, adds what it is now, and writes it. */
  private async move(tx: EntityManager, id: string, before: Summed | null, after: Summed | null, written: Partial<StudyEntryEntity>): Promise<void> {
    if (before) await takeFromDay(tx, before);
    if (after && !(await addToDay(tx, after)))
      throw new Problem(dayIsFull, `The day ${after.date} has no room for ${after.minutes} minutes more. Say fewer, or another day.`);
    await moveSums(tx, before, after);
    await tx.update(StudyEntryEntity, { id }, written);
    if (before) await settleLastDates(tx, before);
  }

  /** Later than the change before, even within one millisecond: who waits for readiness to cover it compares the two. */
  private after({ changedAt }: StudyEntryEntity): Date {
    return new Date(Math.max(this.clock.now().epochMilliseconds, changedAt.getTime() + 1));
  }
}
