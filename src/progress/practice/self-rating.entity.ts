import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { SkillEntity } from '../../curriculum/skill.entity.js';
import { EnrollmentEntity } from '../../enrollments/enrollment.entity.js';

/** How a learner rated themselves in a skill on a date of theirs; the last word of the day. */
@Entity('self_rating')
@Check('self_rating_on_scale', 'rating between 1 and 5')
export class SelfRatingEntity {
  @ForeignKey(() => EnrollmentEntity, { name: 'self_rating_enrollment', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'self_rating_key' })
  enrollmentId!: string;

  @ForeignKey(() => SkillEntity, { name: 'self_rating_skill' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'self_rating_key' })
  skillId!: string;

  @PrimaryColumn('date', { primaryKeyConstraintName: 'self_rating_key' })
  ratedOn!: string;

  @Column('int')
  rating!: number;

  @Column('timestamptz')
  ratedAt!: Date;
}
