import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { EnrollmentEntity } from '../../enrollments/enrollment.entity.js';

/** A learner has read that this model changed their score. */
@Entity('model_change_dismissal')
export class ModelChangeDismissalEntity {
  @ForeignKey(() => EnrollmentEntity, { name: 'model_change_dismissal_enrollment', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'model_change_dismissal_key' })
  enrollmentId!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'model_change_dismissal_key' })
  model!: string;

  @Column('timestamptz')
  dismissedAt!: Date;
}
