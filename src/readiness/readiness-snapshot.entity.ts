import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { EnrollmentEntity } from '../enrollments/enrollment.entity.js';

/** The last score of a date, where it differs from the one before: the points of the history. */
@Entity('readiness_snapshot')
@Check('readiness_snapshot_probability_fits', 'probability between 0 and 1')
@Check('readiness_snapshot_range_fits', 'num_nulls(probability_low, probability_high) = 2 or probability between probability_low and probability_high')
export class ReadinessSnapshotEntity {
  @ForeignKey(() => EnrollmentEntity, { name: 'readiness_snapshot_enrollment', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'readiness_snapshot_key' })
  enrollmentId!: string;

  @PrimaryColumn('date', { primaryKeyConstraintName: 'readiness_snapshot_key' })
  date!: string;

  @Column('int', { nullable: true })
  score!: number | null;

  @Column('int', { nullable: true })
  low!: number | null;

  @Column('int', { nullable: true })
  high!: number | null;

  @Column('real', { nullable: true })
  probability!: number | null;

  /** Null where there is no chance, and in points from before ranges were kept: such a chance is not shown. */
  @Column('real', { nullable: true })
  probabilityLow!: number | null;

  @Column('real', { nullable: true })
  probabilityHigh!: number | null;

  /** The release its parts are of. */
  @Column('uuid', { nullable: true })
  releaseId!: string | null;

  /** Points in tenths: what each skill gave before anything was forgotten, in the order of the release, and last what was forgotten. */
  @Column('smallint', { array: true, nullable: true })
  parts!: number[] | null;
}
