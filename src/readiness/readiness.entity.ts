import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { EnrollmentEntity } from '../enrollments/enrollment.entity.js';
import type { Band, Readiness } from './readiness.contract.js';

/** What a score is made of, as it is answered. */
export type ReadinessDetail = Pick<Readiness, 'skills' | 'nextActions' | 'wanting'>;

/** What the worker last computed of an enrollment. Only the worker writes it. */
@Entity('readiness')
@Check('readiness_state_known', `state in ('too-early', 'computed')`)
@Check('readiness_score_fits', `score between 0 and 100`)
@Check('readiness_band_known', `band in ('too-early', 'building', 'near', 'ready')`)
@Index('readiness_due', ['nextDueAt', 'enrollmentId'])
export class ReadinessEntity {
  @ForeignKey(() => EnrollmentEntity, { name: 'readiness_enrollment', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'readiness_key' })
  enrollmentId!: string;

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

  @Column('jsonb')
  detail!: ReadinessDetail;

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
}
