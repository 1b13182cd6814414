import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { EnrollmentEntity } from '../../enrollments/enrollment.entity.js';

/**
 * What a calendar program was last told of an event, as a fingerprint. A title, a date or a tick can change for many reasons; comparing what is
 * shown is the one way to be sure that each of them raises the event's revision, and nothing else does.
 */
@Entity('calendar_event')
export class CalendarEventEntity {
  @ForeignKey(() => EnrollmentEntity, { name: 'calendar_event_enrollment', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'calendar_event_key' })
  enrollmentId!: string;

  /** Of the plan item, the fixed date, or the enrollment for its exam. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'calendar_event_key' })
  sourceId!: string;

  @Column('text')
  fingerprint!: string;

  /** Grows by a second at least with each change. */
  @Column('timestamptz')
  revisedAt!: Date;
}
