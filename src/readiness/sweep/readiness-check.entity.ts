import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One night's comparison of what is stored with what all that is known says. */
@Entity('readiness_check')
export class ReadinessCheckEntity {
  /** A UTC date. */
  @PrimaryColumn('date', { primaryKeyConstraintName: 'readiness_check_key' })
  checkedOn!: string;

  /** From when another worker may take it, unless it is finished. */
  @Column('timestamptz')
  claimableAt!: Date;

  @Column('timestamptz', { nullable: true })
  finishedAt!: Date | null;

  @Column('int', { default: 0 })
  sampled!: number;

  /** Those of the sample that were worked out anew. */
  @Column('int', { default: 0 })
  differing!: number;
}
