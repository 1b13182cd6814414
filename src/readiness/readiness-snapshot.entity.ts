import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { EnrollmentEntity } from '../enrollments/enrollment.entity.js';

/** The last score of a date: the points of the history. */
@Entity('readiness_snapshot')
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
}
