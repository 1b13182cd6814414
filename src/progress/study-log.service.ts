import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { ZoneHints } from '../enrollments/zone-hints.js';
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

/** Logging study: the hottest write there is, so one named statement, and the rules where it writes nothing. */
@Injectable()
export class StudyLogService {
  constructor(
    private readonly rules: StudyRules,
    private readonly zones: ZoneHints,
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
    const hint = this.zones.of(enrollmentId);
    const entry = (hint && (await this.add(learner, enrollmentId, study, key, hint))) || (await this.addByTheRules(learner, enrollmentId, study, key));
    if (entry.enrollmentId !== enrollmentId) throw new Problem(keyTaken, 'Make a new UUID for each entry.');
    this.triggers.fire('readiness');
    return asEntry(entry);
  }

  /** The first log of an enrollment in this process, and every one that is refused: the rules say why. */
  private async addByTheRules(learner: Person, enrollmentId: string, study: StudyEntryInput, key: string): Promise<EntryRow> {
    const { timeZone } = await this.rules.check(learner, enrollmentId, study);
    this.zones.learn(enrollmentId, timeZone);
    return (await this.add(learner, enrollmentId, study, key, timeZone)) ?? this.refuseFullDay(enrollmentId, study.date);
  }

  private async add(learner: Person, enrollmentId: string, study: StudyEntryInput, key: string, timeZone: string): Promise<EntryRow | undefined> {
    const { date, minutes, skillId, projectId, planItemId, note } = study;
    const [now, today] = [new Date(this.clock.now().epochMilliseconds), this.clock.today(timeZone)];
    const values = [key, enrollmentId, date, minutes, skillId, projectId, planItemId, note, timeZone, now, learner.id, today];
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
