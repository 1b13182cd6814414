import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ProjectEntity } from '../../curriculum/project.entity.js';
import { SkillEntity } from '../../curriculum/skill.entity.js';
import { EnrollmentEntity } from '../../enrollments/enrollment.entity.js';

/** A skill or a project that a learner leaves out of the plan. It counts for readiness all the same: that is what it costs. */
@Entity('left_out_part')
@Check('left_out_part_is_one', 'num_nonnulls(skill_id, project_id) = 1')
@Index('left_out_skill_once', ['enrollmentId', 'skillId'], { unique: true })
@Index('left_out_project_once', ['enrollmentId', 'projectId'], { unique: true })
export class LeftOutPartEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'left_out_part_key' })
  id!: string;

  @ForeignKey(() => EnrollmentEntity, { name: 'left_out_part_enrollment', onDelete: 'CASCADE' })
  @Column('uuid')
  enrollmentId!: string;

  @ForeignKey(() => SkillEntity, { name: 'left_out_part_skill' })
  @Column('uuid', { nullable: true })
  skillId!: string | null;

  @ForeignKey(() => ProjectEntity, { name: 'left_out_part_project' })
  @Column('uuid', { nullable: true })
  projectId!: string | null;

  @Column('timestamptz')
  leftOutAt!: Date;

  @Column('uuid')
  leftOutBy!: string;
}
