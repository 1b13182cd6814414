import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ReleaseEntity } from '../../curriculum/release.entity.js';
import { EnrollmentEntity } from '../enrollment.entity.js';

/** That an enrollment went over to another release, and whether its learner has seen what that changed. */
@Entity('enrollment_move')
@Index('enrollment_move_unseen', ['enrollmentId', 'id'], { where: 'seen_at is null' })
export class EnrollmentMoveEntity {
  /** UUIDv7, so that moves are in order. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'enrollment_move_key' })
  id!: string;

  @ForeignKey(() => EnrollmentEntity, { name: 'enrollment_move_enrollment', onDelete: 'CASCADE' })
  @Column('uuid')
  enrollmentId!: string;

  @ForeignKey(() => ReleaseEntity, { name: 'enrollment_move_from' })
  @Column('uuid')
  fromReleaseId!: string;

  @ForeignKey(() => ReleaseEntity, { name: 'enrollment_move_to' })
  @Column('uuid')
  toReleaseId!: string;

  @Column('timestamptz')
  movedAt!: Date;

  @Column('timestamptz', { nullable: true })
  seenAt!: Date | null;
}
