import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { LevelEntity } from '../curriculum/level.entity.js';
import { ReleaseEntity } from '../curriculum/release.entity.js';
import { AccountEntity } from '../users/account.entity.js';
import { STATES_SQL, type EnrollmentState } from './enrollment-life.js';

/** A learner in a level, pinned to one release of its certification. Outcomes are rows of their own, one an attempt. */
@Entity('enrollment')
@Check('enrollment_state_known', `state in (${STATES_SQL})`)
@Check('enrollment_week_has_seven_days', 'cardinality(weekly_minutes) = 7')
@Index('enrollment_once_a_level', ['learnerId', 'levelId'], { unique: true, where: `state <> 'withdrawn'` })
@Index('enrollment_by_release', ['levelId', 'releaseId', 'id'])
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

  /** Minutes of a usual week, Monday first. */
  @Column('int', { array: true })
  weeklyMinutes!: number[];

  /** Grows with every change that a plan must follow: exam date, availability, release. */
  @Column('int', { default: 1 })
  revision!: number;

  @Column('timestamptz')
  createdAt!: Date;
}
