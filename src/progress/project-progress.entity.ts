import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { ProjectEntity } from '../curriculum/project.entity.js';
import { EnrollmentEntity } from '../enrollments/enrollment.entity.js';

/** What was done of a project: the sum of its entries, kept by the statements that write them. */
@Entity('project_progress')
@Check('project_progress_sums', 'minutes >= 0 and entries >= 0')
export class ProjectProgressEntity {
  @ForeignKey(() => EnrollmentEntity, { name: 'project_progress_enrollment', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'project_progress_key' })
  enrollmentId!: string;

  @ForeignKey(() => ProjectEntity, { name: 'project_progress_project' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'project_progress_key' })
  projectId!: string;

  @Column('int')
  minutes!: number;

  @Column('int')
  entries!: number;

  /** The latest date with study; null without entries. */
  @Column('date', { nullable: true })
  lastOn!: string | null;
}
