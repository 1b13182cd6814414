import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { ProjectEntity } from '../curriculum/project.entity.js';
import { EnrollmentEntity } from '../enrollments/enrollment.entity.js';

/** That a learner finished a project, and when. */
@Entity('project_completion')
export class ProjectCompletionEntity {
  @ForeignKey(() => EnrollmentEntity, { name: 'project_completion_enrollment', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'project_completion_key' })
  enrollmentId!: string;

  @ForeignKey(() => ProjectEntity, { name: 'project_completion_project' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'project_completion_key' })
  projectId!: string;

  @Column('date')
  finishedOn!: string;

  @Column('timestamptz')
  recordedAt!: Date;

  /** The mentor who approved its evidence; null where it is done by the learner's own word. */
  @Column('uuid', { nullable: true })
  approvedBy!: string | null;
}
