import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { SkillEntity } from '../../curriculum/skill.entity.js';
import { EnrollmentEntity } from '../../enrollments/enrollment.entity.js';

/** That a mentor attests a skill; a revoked one stays, with who and when. */
@Entity('sign_off')
@Index('sign_off_in_force', ['enrollmentId', 'skillId'], { unique: true, where: 'revoked_at is null' })
@Index('sign_off_of_enrollment', ['enrollmentId', 'signedAt'])
export class SignOffEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'sign_off_key' })
  id!: string;

  @ForeignKey(() => EnrollmentEntity, { name: 'sign_off_enrollment', onDelete: 'CASCADE' })
  @Column('uuid')
  enrollmentId!: string;

  @ForeignKey(() => SkillEntity, { name: 'sign_off_skill' })
  @Column('uuid')
  skillId!: string;

  @Column('text')
  note!: string;

  @Column('timestamptz')
  signedAt!: Date;

  /** No foreign key, as with waivers: it outlives the mentor's account. */
  @Column('uuid')
  signedBy!: string;

  @Column('timestamptz', { nullable: true })
  revokedAt!: Date | null;

  @Column('uuid', { nullable: true })
  revokedBy!: string | null;
}
