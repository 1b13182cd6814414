import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ProjectEntity } from '../curriculum/project.entity.js';
import { SkillEntity } from '../curriculum/skill.entity.js';
import { EnrollmentEntity } from '../enrollments/enrollment.entity.js';
import { RECALLS, STUDY_KINDS, STUDY_SOURCES, type Recall, type StudyKind, type StudySource } from './progress.contract.js';

const oneOf = (words: readonly string[]) => `(${words.map((word) => `'${word}'`).join(', ')})`;

/** One logged stretch of study. A deleted one stays as a tombstone, so that a late repeat of its request does not bring it back. */
@Entity('study_entry')
@Index('study_entry_of_a_day', ['enrollmentId', 'date'])
@Check('study_entry_kind_known', `kind in ${oneOf(STUDY_KINDS)}`)
@Check('study_entry_recall_known', `recall in ${oneOf(RECALLS)}`)
@Check('study_entry_source_known', `source in ${oneOf(STUDY_SOURCES)}`)
export class StudyEntryEntity {
  /** The request's Idempotency-Key, or a UUIDv7 of ours. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'study_entry_key' })
  id!: string;

  @ForeignKey(() => EnrollmentEntity, { name: 'study_entry_enrollment', onDelete: 'CASCADE' })
  @Column('uuid')
  enrollmentId!: string;

  @Column('date')
  date!: string;

  /** The learner's when it was logged: moving to another zone changes no day already lived. */
  @Column('text')
  timeZone!: string;

  @Column('int')
  minutes!: number;

  @ForeignKey(() => SkillEntity, { name: 'study_entry_skill' })
  @Column('uuid', { nullable: true })
  skillId!: string | null;

  @ForeignKey(() => ProjectEntity, { name: 'study_entry_project' })
  @Column('uuid', { nullable: true })
  projectId!: string | null;

  /** The plan item that this did; no foreign key, for plans come and go. */
  @Column('uuid', { nullable: true })
  planItemId!: string | null;

  @Column('text')
  kind!: StudyKind;

  /** How well it went, by the learner's word; it tells when the skill is reviewed. */
  @Column('text', { nullable: true })
  recall!: Recall | null;

  @Column('text')
  source!: StudySource;

  @Column('text')
  note!: string;

  /** The learner's date when it was logged: an entry of an earlier one was logged later. */
  @Column('date')
  loggedOn!: string;

  @Column('timestamptz')
  loggedAt!: Date;

  /** Grows with every change, deletion included. */
  @Column('timestamptz')
  changedAt!: Date;

  @Column('timestamptz', { nullable: true })
  deletedAt!: Date | null;
}
