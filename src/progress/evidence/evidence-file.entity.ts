import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { EnrollmentEntity } from '../../enrollments/enrollment.entity.js';

/** A file of a learner; its bytes are in the store of files. When a row goes, a trigger tells the worklist (migration 1800000001800). */
@Entity('evidence_file')
@Index('evidence_file_stored_as', ['storedAs'], { unique: true })
@Index('evidence_file_of_enrollment', ['enrollmentId'])
@Index('evidence_file_unused', ['uploadedAt'], { where: 'used_at is null' })
export class EvidenceFileEntity {
  /** The request's Idempotency-Key, or a UUIDv7 of ours. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'evidence_file_key' })
  id!: string;

  @ForeignKey(() => EnrollmentEntity, { name: 'evidence_file_enrollment', onDelete: 'CASCADE' })
  @Column('uuid')
  enrollmentId!: string;

  /** Names the bytes in the store; made anew by each attempt, so that bytes that are to go are never those of a repeat. */
  @Column('uuid')
  storedAs!: string;

  @Column('text')
  name!: string;

  @Column('text')
  type!: string;

  /** As they are kept: of an image that was written anew, not as they came. */
  @Column('int')
  bytes!: number;

  @Column('timestamptz')
  uploadedAt!: Date;

  /** When evidence first showed it; a file that none shows goes after a day. */
  @Column('timestamptz', { nullable: true })
  usedAt!: Date | null;
}
