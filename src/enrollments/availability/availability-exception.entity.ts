import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { EnrollmentEntity } from '../enrollment.entity.js';

/** A single date whose minutes differ from the usual week. */
@Entity('availability_exception')
@Check('availability_exception_minutes', 'minutes between 0 and 960')
@Check('availability_exception_source_known', `source in ('hand', 'calendar')`)
export class AvailabilityExceptionEntity {
  @ForeignKey(() => EnrollmentEntity, { name: 'availability_exception_enrollment', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'availability_exception_key' })
  enrollmentId!: string;

  @PrimaryColumn('date', { primaryKeyConstraintName: 'availability_exception_key' })
  date!: string;

  @Column('int')
  minutes!: number;

  @Column('text')
  reason!: string;

  @Column('text')
  source!: 'hand' | 'calendar';

  @Column('timestamptz')
  setAt!: Date;

  @Column('uuid')
  setBy!: string;
}
