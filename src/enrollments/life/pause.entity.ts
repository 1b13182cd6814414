import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { EnrollmentEntity } from '../enrollment.entity.js';

/** A stretch in which somebody does not prepare: its days count as a break. It ends by hand, or by itself on a day that was said. */
@Entity('pause')
@Check('pause_in_order', 'until_on > from_on')
@Check('pause_ended_when', '(ended_on is null) = (ended_at is null)')
@Index('pause_of_enrollment', ['enrollmentId', 'fromOn'])
@Index('pause_open_once', ['enrollmentId'], { unique: true, where: 'ended_at is null' })
export class PauseEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pause_key' })
  id!: string;

  @ForeignKey(() => EnrollmentEntity, { name: 'pause_enrollment', onDelete: 'CASCADE' })
  @Column('uuid')
  enrollmentId!: string;

  @Column('date')
  fromOn!: string;

  /** The day on which it goes on by itself; null until it is ended by hand. */
  @Column('date', { nullable: true })
  untilOn!: string | null;

  @Column('text')
  reason!: string;

  @Column('timestamptz')
  pausedAt!: Date;

  @Column('uuid')
  pausedBy!: string;

  /** The first day that is no longer paused. */
  @Column('date', { nullable: true })
  endedOn!: string | null;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  /** Null for one that ended by itself. */
  @Column('uuid', { nullable: true })
  endedBy!: string | null;
}
