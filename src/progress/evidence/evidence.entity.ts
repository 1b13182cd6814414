import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ProjectEntity } from '../../curriculum/project.entity.js';
import { EnrollmentEntity } from '../../enrollments/enrollment.entity.js';
import { KEPT_STATES_SQL, type EvidenceState } from './evidence-life.js';

/** One submission for a project. A deleted one stays as a tombstone; what it held is forgotten a day later. */
@Entity('evidence')
@Check('evidence_state_known', `state in (${KEPT_STATES_SQL})`)
@Index('evidence_number', ['enrollmentId', 'projectId', 'number'], { unique: true })
@Index('evidence_waiting', ['enrollmentId', 'submittedAt'], { where: `state = 'submitted' and deleted_at is null` })
@Index('evidence_to_purge', ['deletedAt'], { where: 'deleted_at is not null and purged_at is null' })
export class EvidenceEntity {
  /** The request's Idempotency-Key, or a UUIDv7 of ours. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'evidence_key' })
  id!: string;

  @ForeignKey(() => EnrollmentEntity, { name: 'evidence_enrollment', onDelete: 'CASCADE' })
  @Column('uuid')
  enrollmentId!: string;

  @ForeignKey(() => ProjectEntity, { name: 'evidence_project' })
  @Column('uuid')
  projectId!: string;

  /** From 1, in the order of submission, within its project. */
  @Column('int')
  number!: number;

  /** As the latest review left it; whether something later took its place is seen, not kept. */
  @Column('text')
  state!: Exclude<EvidenceState, 'resubmitted'>;

  @Column('timestamptz')
  submittedAt!: Date;

  @Column('timestamptz', { nullable: true })
  deletedAt!: Date | null;

  /** When what it held was forgotten; from then on its deletion cannot be taken back. */
  @Column('timestamptz', { nullable: true })
  purgedAt!: Date | null;
}
