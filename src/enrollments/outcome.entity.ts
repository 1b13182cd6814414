import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { EnrollmentEntity } from './enrollment.entity.js';

/** One exam attempt: a dated row, never overwritten. */
@Entity('outcome')
@Check('outcome_result_known', `result in ('passed', 'failed')`)
@Index('outcome_of_enrollment', ['enrollmentId', 'takenOn'])
export class OutcomeEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'outcome_key' })
  id!: string;

  @ForeignKey(() => EnrollmentEntity, { name: 'outcome_enrollment', onDelete: 'CASCADE' })
  @Column('uuid')
  enrollmentId!: string;

  @Column('date')
  takenOn!: string;

  @Column('text')
  result!: 'passed' | 'failed';

  @Column('real', { nullable: true })
  scorePercent!: number | null;

  @Column('timestamptz')
  recordedAt!: Date;

  @Column('uuid')
  recordedBy!: string;
}
