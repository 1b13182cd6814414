import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { SkillEntity } from '../../curriculum/skill.entity.js';
import { EnrollmentEntity } from '../../enrollments/enrollment.entity.js';
import { OutcomeEntity } from '../../enrollments/outcome.entity.js';

/** A skill to study again after an exam that was not passed: readiness says which, and the plan to the next exam aims at them. */
@Entity('retake_focus')
@Check('retake_focus_minutes', 'minutes > 0')
@Index('retake_focus_of_outcome', ['outcomeId'])
export class RetakeFocusEntity {
  @ForeignKey(() => EnrollmentEntity, { name: 'retake_focus_enrollment', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'retake_focus_key' })
  enrollmentId!: string;

  @ForeignKey(() => SkillEntity, { name: 'retake_focus_skill' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'retake_focus_key' })
  skillId!: string;

  /** The exam that was not passed. */
  @ForeignKey(() => OutcomeEntity, { name: 'retake_focus_outcome', onDelete: 'CASCADE' })
  @Column('uuid')
  outcomeId!: string;

  /** To study again, beside what was never done. */
  @Column('int')
  minutes!: number;

  /** Of readiness that the skill is short of: the most comes first. */
  @Column('real')
  points!: number;

  @Column('timestamptz')
  setAt!: Date;
}
