import { Column, Entity, PrimaryColumn } from 'typeorm';

/** When work that is done once a day was begun last. */
@Entity('readiness_run')
export class ReadinessRunEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'readiness_run_key' })
  name!: string;

  @Column('timestamptz')
  ranAt!: Date;
}
