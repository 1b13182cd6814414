import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { EnrollmentEntity } from './enrollment.entity.js';

/** One exam attempt: a dated row. Its result may come later, and is then never overwritten. One that was recorded by mistake is deleted. */
@Entity('outcome')
@Check('outcome_valid_when_passed', `valid_until is null or result = 'passed'`)
@Check('outcome_result_known', `result in ('passed', 'failed')`)
@Index('outcome_awaited_once', ['enrollmentId'], { unique: true, where: 'result is null' })
@Index('outcome_of_enrollment', ['enrollmentId', 'takenOn'])
export class OutcomeEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'outcome_key' })
  id!: string;

  @ForeignKey(() => EnrollmentEntity, { name: 'outcome_enrollment', onDelete: 'CASCADE' })
  @Column('uuid')
  enrollmentId!: string;

  @Column('date')
  takenOn!: string;

  @Column('text', { nullable: true })
  result!: 'passed' | 'failed' | null;

  @Column('real', { nullable: true })
  scorePercent!: number | null;

  /** The last day of the certificate. */
  @Column('date', { nullable: true })
  validUntil!: string | null;

  @Column('timestamptz')
  recordedAt!: Date;

  @Column('uuid')
  recordedBy!: string;
}
