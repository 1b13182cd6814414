import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { ZoneHints } from '../enrollments/zone-hints.js';
import type { Person } from '../platform/auth/person.js';
import { Statements } from '../platform/database/statements.js';
import { Problem } from '../platform/http/problem.js';
import { Triggers } from '../platform/queue/triggers.js';
import { Clock } from '../platform/time/clock.js';
import type { DayZone } from '../platform/time/day-zone.js';
import { addStudy, type DaySums } from './add-study.statement.js';
import { dayIsFull, keyTaken, MINUTES_IN_A_DAY, type StudyEntry, type StudyEntryInput } from './progress.contract.js';
import { StudyDayEntity } from './study-day.entity.js';
import { asEntry, entryWithItsDay } from './shown-entry.js';
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
    this.triggers.fire('readiness');
    return entry;
  }

  /** The first log of an enrollment in this process, a repeat, and every one that is refused: the rules say why. */
  private async addByTheRules(learner: Person, enrollmentId: string, study: StudyEntryInput, key: string): Promise<StudyEntry> {
    const zone = await this.rules.check(learner, enrollmentId, study);
    this.zones.learn(enrollmentId, zone);
    return (
      (await this.add(learner, enrollmentId, study, key, zone)) ??
      (await this.asItStands(enrollmentId, key)) ??
      (await this.refuseFullDay(enrollmentId, study.date))
    );
  }

  private async add(learner: Person, enrollmentId: string, study: StudyEntryInput, key: string, zone: DayZone): Promise<StudyEntry | undefined> {
    const { date, minutes, skillId, projectId, planItemId, kind, recall, source, note } = study;
    const now = new Date(this.clock.now().epochMilliseconds).toISOString();
    const today = this.clock.today(zone);
    const values = [
      key,
      enrollmentId,
      date,
      minutes,
      skillId,
      projectId,
      planItemId,
      note,
      zone.timeZone,
      now,
      learner.id,
      today,
      kind,
      recall,
      source,
      zone.dayStartMinutes,
    ];
    const isRepeat = ({ constraint }: { constraint?: string }) => constraint === 'study_entry_key';
    const [day] = await this.statements
      .run<DaySums>(addStudy, values)
      .catch((error: { constraint?: string }) => (isRepeat(error) ? [] : Promise.reject(error)));
    return day && { ...study, id: key, loggedLater: date < today, loggedAt: now, changedAt: now, deletedAt: null, day };
  }

  private async asItStands(enrollmentId: string, key: string): Promise<StudyEntry | undefined> {
    const entry = await entryWithItsDay(this.database.manager, key);
    if (entry && entry.enrollmentId !== enrollmentId) throw new Problem(keyTaken, 'Make a new UUID for each entry.');
    return entry && asEntry(entry);
  }

  private async refuseFullDay(enrollmentId: string, date: string): Promise<never> {
    const day = await this.database.manager.findOneBy(StudyDayEntity, { enrollmentId, date });
    const free = MINUTES_IN_A_DAY - (day?.minutes ?? 0);
    throw new Problem(dayIsFull, `Only ${free} of the day's ${MINUTES_IN_A_DAY} minutes are left. Log fewer, or on another day.`, { free });
  }
}
