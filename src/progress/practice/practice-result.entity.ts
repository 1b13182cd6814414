import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { EnrollmentEntity } from '../../enrollments/enrollment.entity.js';

/** What came of one practice exam, as a whole. A deleted one stays as a tombstone, so that a late repeat of its request does not bring it back. */
@Entity('practice_result')
@Index('practice_result_of_enrollment', ['enrollmentId', 'takenOn'])
@Check('practice_result_possible', 'items_asked > 0 and items_right between 0 and items_asked')
export class PracticeResultEntity {
  /** The request's Idempotency-Key, or a UUIDv7 of ours. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'practice_result_key' })
  id!: string;

  @ForeignKey(() => EnrollmentEntity, { name: 'practice_result_enrollment', onDelete: 'CASCADE' })
  @Column('uuid')
  enrollmentId!: string;

  /** The learner's own date. */
  @Column('date')
  takenOn!: string;

  @Column('text')
  source!: string;

  @Column('int')
  itemsRight!: number;

  @Column('int')
  itemsAsked!: number;

  @Column('timestamptz')
  recordedAt!: Date;

  @Column('timestamptz')
  changedAt!: Date;

  @Column('timestamptz', { nullable: true })
  deletedAt!: Date | null;
}
