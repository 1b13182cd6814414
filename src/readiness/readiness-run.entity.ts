import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Work that is done once a day for all learners together. */
@Entity('readiness_run')
export class ReadinessRunEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'readiness_run_key' })
  name!: string;

  /** From when another worker may take it, unless it is finished. */
  @Column('timestamptz')
  claimableAt!: Date;

  /** The UTC date that it was done for last; null before the first. */
  @Column('date', { nullable: true })
  finishedOn!: string | null;

  /** What it found then, where it looks for something. */
  @Column('jsonb', { nullable: true })
  found!: object | null;
}
