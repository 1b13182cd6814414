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

  /** Null for what Daymark does by itself, as the end of a pause. */
  @Column('uuid', { nullable: true })
  changedBy!: string | null;

  /** See change-words.ts. */
  @Column('text')
  what!: string;

  @Column('text')
  became!: string;

  /** In the words of whoever changed it: the reason of a pause. */
  @Column('text', { default: '' })
  note!: string;
}
