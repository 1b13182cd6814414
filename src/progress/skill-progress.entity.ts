import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { SkillEntity } from '../curriculum/skill.entity.js';
import { EnrollmentEntity } from '../enrollments/enrollment.entity.js';

/**
 * What was done of a skill: the sum of its entries, kept by the statements that write them; and how well it is held, which depends on their
 * order and is worked out by a worker (skill-memories.service.ts). A skill whose entries all went keeps its row, for `changes` never begins anew.
 */
@Entity('skill_progress')
@Check('skill_progress_sums', 'minutes >= 0 and entries >= 0')
@Check('skill_progress_memory_whole', 'num_nulls(stability, difficulty, memory_on) in (0, 3)')
export class SkillProgressEntity {
  @ForeignKey(() => EnrollmentEntity, { name: 'skill_progress_enrollment', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'skill_progress_key' })
  enrollmentId!: string;

  @ForeignKey(() => SkillEntity, { name: 'skill_progress_skill' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'skill_progress_key' })
  skillId!: string;

  @Column('int')
  minutes!: number;

  @Column('int')
  entries!: number;

  /** The latest date with study; null without entries. */
  @Column('date', { nullable: true })
  lastOn!: string | null;

  /** Grows with every change of its entries: a memory is written only where nothing changed since they were read. */
  @Column('int')
  changes!: number;

  /** The earliest date that the memory does not know as it is; null when it knows all. */
  @Column('date', { nullable: true })
  staleFrom!: string | null;

  /** Days until recall falls to 90%, counted from `memoryOn`. */
  @Column('double precision', { nullable: true })
  stability!: number | null;

  /** 1 to 10. */
  @Column('double precision', { nullable: true })
  difficulty!: number | null;

  /** The latest date with study that the memory knows. */
  @Column('date', { nullable: true })
  memoryOn!: string | null;
}
