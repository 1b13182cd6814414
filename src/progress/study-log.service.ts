import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Person } from '../platform/auth/person.js';
import { Statements } from '../platform/database/statements.js';
import { Problem } from '../platform/http/problem.js';
import { Triggers } from '../platform/queue/triggers.js';
import { Clock } from '../platform/time/clock.js';
import { addStudy } from './add-study.statement.js';
import { dayIsFull, keyTaken, MINUTES_IN_A_DAY, type StudyEntry, type StudyEntryInput } from './progress.contract.js';
import { StudyDayEntity } from './study-day.entity.js';
import { asEntry, type EntryRow } from './shown-entry.js';
import { StudyRules } from './study-rules.service.js';

/** Logging study: the hottest write there is, so two named statements and nothing else. */
@Injectable()
export class StudyLogService {
  constructor(
    private readonly rules: StudyRules,
    private readonly statements: Statements,
    private readonly database: DataSource,
    private readonly triggers: Triggers,
    private readonly clock: Clock,
  ) {}

  /**
   * Adds one entry to the learner's day.
   * @param key a UUID made on the device, which becomes the entry's id: a repeat answers the entry as it stands now, deleted or not
   */
  async log(learner: Person, enrollmentId: string, study: StudyEntryInput, key: string = uuidv7()): Promise<StudyEntry> {
    const { timeZone } = await this.rules.check(learner, enrollmentId, study);
    const { date, minutes, skillId, projectId, planItemId, note } = study;
    const now = this.clock.now().toString();
    const entry = await this.add([key, enrollmentId, date, minutes, skillId, projectId, planItemId, note, timeZone, now]);
    if (!entry) return this.refuseFullDay(enrollmentId, date);
    if (entry.enrollmentId !== enrollmentId) throw new Problem(keyTaken, 'Make a new UUID for each entry.');
    this.triggers.fire('readiness');
    return asEntry(entry);
  }

  private async add(values: readonly unknown[]): Promise<EntryRow | undefined> {
    const run = () => this.statements.run<EntryRow>(addStudy, values);
    // Lost the race against the same request: the entry is there now, so asking again answers it.
    const [entry] = await run().catch((error: { constraint?: string }) => (error.constraint === 'study_entry_key' ? run() : Promise.reject(error)));
    return entry;
  }

  private async refuseFullDay(enrollmentId: string, date: string): Promise<never> {
    const day = await this.database.manager.findOneBy(StudyDayEntity, { enrollmentId, date });
    const free = MINUTES_IN_A_DAY - (day?.minutes ?? 0);
    throw new Problem(dayIsFull, `Only ${free} of the day's ${MINUTES_IN_A_DAY} minutes are left. Log fewer, or on another day.`, { free });
  }
}
