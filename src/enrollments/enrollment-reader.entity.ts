import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { AccountEntity } from '../users/account.entity.js';
import { EnrollmentEntity } from './enrollment.entity.js';

/** Who is assigned to read a learner. Reading also needs the account role mentor, so statements use `READERS` (readers/readers.sql.ts), not this table. */
@Entity('enrollment_reader')
@Index('enrollment_reader_of_mentor', ['mentorId'])
export class EnrollmentReaderEntity {
  @ForeignKey(() => EnrollmentEntity, { name: 'enrollment_reader_enrollment', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'enrollment_reader_key' })
  enrollmentId!: string;

  @ForeignKey(() => AccountEntity, { name: 'enrollment_reader_mentor', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'enrollment_reader_key' })
  mentorId!: string;

  /** 'assigned', and later whatever else lets a mentor read. */
  @Column('text')
  reason!: string;

  @Column('uuid', { nullable: true })
  grantedBy!: string | null;

  @Column('timestamptz')
  grantedAt!: Date;
}
