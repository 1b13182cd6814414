import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Basis } from '../curriculum/curriculum-document.contract.js';
import { ReleaseEntity } from '../curriculum/release.entity.js';
import { EnrollmentEntity } from '../enrollments/enrollment.entity.js';
import type { Plan } from './plans.contract.js';

/** The preparation plan of an enrollment, and what it was made for; where that differs from what holds now, it is made again. */
@Entity('plan')
@Check('plan_basis_known', `basis in ('published', 'estimate')`)
@Index('plan_due', ['nextDueAt', 'enrollmentId'])
export class PlanEntity {
  @ForeignKey(() => EnrollmentEntity, { name: 'plan_enrollment', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'plan_key' })
  enrollmentId!: string;

  @ForeignKey(() => ReleaseEntity, { name: 'plan_release' })
  @Column('uuid')
  releaseId!: string;

  /** Of the enrollment's exam date and availability. */
  @Column('int')
  enrollmentRevision!: number;

  /** Slug of the level's guidance that shapes it; null where a level has none. */
  @Column('text', { nullable: true })
  template!: string | null;

  @Column('text')
  basis!: Basis;

  @Column('timestamptz')
  madeAt!: Date;

  /** The learner's date on which it was made: items before it are history. */
  @Column('date')
  plannedFrom!: string;

  @Column('date')
  examOn!: string;

  @Column('int')
  neededMinutes!: number;

  @Column('int')
  availableMinutes!: number;

  @Column('int')
  missingMinutes!: number;

  @Column('boolean')
  feasible!: boolean;

  @Column('jsonb')
  waysOut!: Plan['waysOut'];

  @Column('jsonb')
  phases!: Plan['phases'];

  /** Start of the learner's next day: then somebody looks whether something was missed. Null where nothing can be any more. */
  @Column('timestamptz', { nullable: true })
  nextDueAt!: Date | null;
}
