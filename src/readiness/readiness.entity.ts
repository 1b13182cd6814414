import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { LevelEntity } from '../curriculum/level.entity.js';
import { ReleaseEntity } from '../curriculum/release.entity.js';
import type { EnrollmentState } from '../enrollments/enrollment-life.js';
import { EnrollmentEntity } from '../enrollments/enrollment.entity.js';
import type { Band, Readiness } from './readiness.contract.js';

/** What the worker last computed of an enrollment. Only the worker writes it. */
@Entity('readiness')
@Check('readiness_state_known', `state in ('too-early', 'computed')`)
@Check('readiness_score_fits', `score between 0 and 100`)
@Check('readiness_band_known', `band in ('too-early', 'building', 'near', 'ready')`)
@Check('readiness_probability_fits', 'num_nulls(probability, probability_low, probability_high) in (0, 3) and probability between 0 and 1')
@Check('readiness_shard_fits', 'shard between 0 and 63')
@Index('readiness_due', ['shard', 'nextDueAt', 'enrollmentId'], { where: 'next_due_at is not null' })
export class ReadinessEntity {
  @ForeignKey(() => EnrollmentEntity, { name: 'readiness_enrollment', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'readiness_key' })
  enrollmentId!: string;

  /** What its basis is of, so that a day that only passes asks nobody else. */
  @ForeignKey(() => LevelEntity, { name: 'readiness_level' })
  @Column('uuid')
  levelId!: string;

  @ForeignKey(() => ReleaseEntity, { name: 'readiness_release' })
  @Column('uuid')
  releaseId!: string;

  @Column('text')
  state!: Exclude<Readiness['state'], 'computing'>;

  /** Null while there is too little to go on; low and high with it. */
  @Column('int', { nullable: true })
  score!: number | null;

  @Column('int', { nullable: true })
  low!: number | null;

  @Column('int', { nullable: true })
  high!: number | null;

  @Column('text')
  band!: Band;

  /** Of passing on the exam date; null where there is no chance to speak of. */
  @Column('real', { nullable: true })
  probability!: number | null;

  @Column('real', { nullable: true })
  probabilityLow!: number | null;

  @Column('real', { nullable: true })
  probabilityHigh!: number | null;

  /** Name of the model that said so. */
  @Column('text')
  model!: string;

  @Column('timestamptz')
  computedAt!: Date;

  /** The latest change of an entry that this knows of. */
  @Column('timestamptz')
  coversUntil!: Date;

  /** The learner's date it holds for: what is learnt fades by the day. */
  @Column('date')
  computedFor!: string;

  /** Start of the learner's next day; null while there is no exam to come. */
  @Column('timestamptz', { nullable: true })
  nextDueAt!: Date | null;

  /** Of the enrollment when it was computed, so that the sweep asks nobody else: a change of state, time zone or day start marks readiness. */
  @Column('text')
  enrollmentState!: EnrollmentState;

  @Column('text')
  timeZone!: string;

  @Column('int')
  dayStartMinutes!: number;

  /** Workers share out what is due by it. */
  @Column('smallint')
  shard!: number;
}
