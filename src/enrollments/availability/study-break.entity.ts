import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { EnrollmentEntity } from '../enrollment.entity.js';
import type { BreakKind } from './availability.contract.js';

/** A span without study that was set ahead of time, or an illness; both ends are included. */
@Entity('study_break')
@Check('study_break_kind_known', `kind in ('holiday', 'illness', 'other')`)
@Check('study_break_source_known', `source in ('hand', 'calendar')`)
@Check('study_break_in_order', 'from_on <= to_on')
@Index('study_break_of_enrollment', ['enrollmentId', 'fromOn'])
export class StudyBreakEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'study_break_key' })
  id!: string;

  @ForeignKey(() => EnrollmentEntity, { name: 'study_break_enrollment', onDelete: 'CASCADE' })
  @Column('uuid')
  enrollmentId!: string;

  @Column('text')
  kind!: BreakKind;

  @Column('date')
  fromOn!: string;

  @Column('date')
  toOn!: string;

  @Column('text')
  note!: string;

  @Column('text')
  source!: 'hand' | 'calendar';

  @Column('timestamptz')
  setAt!: Date;

  @Column('uuid')
  setBy!: string;
}
