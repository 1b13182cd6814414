import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { LevelEntity } from '../../curriculum/level.entity.js';
import { ReleaseEntity } from '../../curriculum/release.entity.js';
import { EnrollmentEntity } from '../../enrollments/enrollment.entity.js';
import { OutcomeEntity } from '../../enrollments/outcome.entity.js';

/** What would have been said of an exam at a share of the way to it, from what was known by then, beside what came of it. */
@Entity('exam_prediction')
@Index('exam_prediction_of_level', ['levelId', 'takenOn'])
@Index('exam_prediction_of_enrollment', ['enrollmentId'])
@Check('exam_prediction_probability_fits', 'probability between 0 and 1')
@Check('exam_prediction_percent_fits', 'percent between 0 and 100')
export class ExamPredictionEntity {
  @ForeignKey(() => OutcomeEntity, { name: 'exam_prediction_outcome', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'exam_prediction_key' })
  outcomeId!: string;

  /** Of the way to the exam: the shares at which the model is fitted; 100 is the day of the exam. */
  @PrimaryColumn('smallint', { primaryKeyConstraintName: 'exam_prediction_key' })
  percent!: number;

  @ForeignKey(() => EnrollmentEntity, { name: 'exam_prediction_enrollment', onDelete: 'CASCADE' })
  @Column('uuid')
  enrollmentId!: string;

  @ForeignKey(() => LevelEntity, { name: 'exam_prediction_level' })
  @Column('uuid')
  levelId!: string;

  @ForeignKey(() => ReleaseEntity, { name: 'exam_prediction_release' })
  @Column('uuid')
  releaseId!: string;

  @Column('date')
  takenOn!: string;

  @Column('boolean')
  hasPassed!: boolean;

  /** In the order of FEATURES. */
  @Column('real', { array: true })
  features!: number[];

  /** Readiness on the day of the exam; null on others. */
  @Column('int', { nullable: true })
  score!: number | null;

  @Column('real')
  probability!: number;

  /** Version of the model that said so. */
  @Column('text')
  model!: string;

  @Column('timestamptz')
  madeAt!: Date;
}
