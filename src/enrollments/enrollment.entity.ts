import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { LevelEntity } from '../curriculum/level.entity.js';
import { ReleaseEntity } from '../curriculum/release.entity.js';
import { AccountEntity } from '../users/account.entity.js';
import { STATES_SQL, type EnrollmentState } from './enrollment-life.js';

/** A learner in a level, pinned to one release of its certification. Outcomes are rows of their own, one an attempt. */
@Entity('enrollment')
@Check('enrollment_state_known', `state in (${STATES_SQL})`)
@Check('enrollment_week_has_seven_days', 'cardinality(weekly_minutes) = 7')
@Check('enrollment_day_holds_a_session', 'most_minutes_a_day between shortest_session_minutes and 960')
@Check('enrollment_session_possible', 'shortest_session_minutes between 10 and 120')
@Index('enrollment_once_a_level', ['learnerId', 'levelId'], { unique: true, where: `state <> 'withdrawn'` })
@Index('enrollment_by_release', ['levelId', 'releaseId', 'id'])
@Index('enrollment_due', ['nextDueAt', 'id'], { where: 'next_due_at is not null' })
@Index('enrollment_of_learner', ['learnerId', 'createdAt', 'id'])
export class EnrollmentEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'enrollment_key' })
  id!: string;

  @ForeignKey(() => AccountEntity, { name: 'enrollment_learner', onDelete: 'CASCADE' })
  @Column('uuid')
  learnerId!: string;

  @ForeignKey(() => LevelEntity, { name: 'enrollment_level' })
  @Column('uuid')
  levelId!: string;

  @ForeignKey(() => ReleaseEntity, { name: 'enrollment_release' })
  @Column('uuid')
  releaseId!: string;

  @Column('text')
  state!: EnrollmentState;

  @Column('date')
  startedOn!: string;

  @Column('date')
  examOn!: string;

  /** When somebody chose the exam date, and who; before, it is a proposal. */
  @Column('timestamptz', { nullable: true })
  examSetAt!: Date | null;

  @Column('uuid', { nullable: true })
  examSetBy!: string | null;

  /** Minutes of a usual week, Monday first. */
  @Column('int', { array: true })
  weeklyMinutes!: number[];

  /** No day is filled beyond it; null for no limit but the time there is. */
  @Column('int', { name: 'most_minutes_a_day', nullable: true })
  mostMinutesADay!: number | null;

  /** No new work is planned for less at a time, unless no more is left of it. */
  @Column('int', { default: 20 })
  shortestSessionMinutes!: number;

  /** Grows with every change that a plan must follow: exam date, availability, pace, release. */
  @Column('int', { default: 1 })
  revision!: number;

  /** When the worker turns it over by itself: the pause ends, or the certificate has ended. */
  @Column('timestamptz', { nullable: true })
  nextDueAt!: Date | null;

  @Column('timestamptz')
  createdAt!: Date;
}
