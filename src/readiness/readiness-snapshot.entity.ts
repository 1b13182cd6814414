import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** The model of points that name none. */
export const EARLIEST_MODEL = 'evidence-2';

/**
 * The last score of a date, where it differs from the one before: the points of the history. They are written with the row of readiness and
 * go with it, by a trigger: a foreign key would look at the enrollment for each of a million points a day, and lock it.
 */
@Entity('readiness_snapshot')
@Check('readiness_snapshot_probability_fits', 'probability between 0 and 1')
@Check('readiness_snapshot_range_fits', 'num_nulls(probability_low, probability_high) = 2 or probability between probability_low and probability_high')
export class ReadinessSnapshotEntity {
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

  /** The model that computed it. Null in points from before it was kept, all of which are of EARLIEST_MODEL. */
  @Column('text', { nullable: true })
  model!: string | null;

  /** The release its parts are of. */
  @Column('uuid', { nullable: true })
  releaseId!: string | null;

  /** Points in tenths: what each skill gave before anything was forgotten, in the order of the release, and last what was forgotten. */
  @Column('smallint', { array: true, nullable: true })
  parts!: number[] | null;
}
