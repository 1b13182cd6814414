import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { EnrollmentEntity } from '../../enrollments/enrollment.entity.js';
import type { FixedDate } from '../plans.contract.js';

/** A workshop or a session of a cohort: it takes time from its day, and no plan moves it. The exam is the enrollment's own. */
@Entity('fixed_date')
@Check('fixed_date_kind_known', `kind in ('workshop', 'cohort-session')`)
@Check('fixed_date_takes_time', `minutes between 1 and 1440`)
@Index('fixed_date_of_enrollment', ['enrollmentId', 'date'])
export class FixedDateEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'fixed_date_key' })
  id!: string;

  @ForeignKey(() => EnrollmentEntity, { name: 'fixed_date_enrollment', onDelete: 'CASCADE' })
  @Column('uuid')
  enrollmentId!: string;

  @Column('text')
  kind!: FixedDate['kind'];

  @Column('text')
  title!: string;

  @Column('date')
  date!: string;

  @Column('int')
  minutes!: number;

  @Column('timestamptz')
  addedAt!: Date;

  @Column('uuid')
  addedBy!: string;
}
