import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { EnrollmentEntity } from './enrollment.entity.js';

/** The history of an enrollment: what became different, when, and by whom. */
@Entity('enrollment_change')
export class EnrollmentChangeEntity {
  @ForeignKey(() => EnrollmentEntity, { name: 'enrollment_change_enrollment', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'enrollment_change_key' })
  enrollmentId!: string;

  /** UUIDv7, so that a history is in order. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'enrollment_change_key' })
  id!: string;

  @Column('timestamptz')
  changedAt!: Date;

  @Column('uuid')
  changedBy!: string;

  /** 'state', 'exam-date', 'availability', 'mentor'. */
  @Column('text')
  what!: string;

  @Column('text')
  became!: string;
}
