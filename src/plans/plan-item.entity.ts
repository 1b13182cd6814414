import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ProjectEntity } from '../curriculum/project.entity.js';
import { SkillEntity } from '../curriculum/skill.entity.js';
import { EnrollmentEntity } from '../enrollments/enrollment.entity.js';
import type { PlanItemKind } from './plans.contract.js';

/** What to do on a date. Study entries name the item they did, so one that anything was logged for is kept when the plan is made again. */
@Entity('plan_item')
@Check('plan_item_kind_known', `kind in ('study', 'project', 'review', 'practice')`)
@Check('plan_item_takes_time', `minutes between 1 and 1440`)
@Index('plan_item_of_a_day', ['enrollmentId', 'date', 'position'])
export class PlanItemEntity {
  /** UUIDv7, so that new rows land at the end of the index. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'plan_item_key' })
  id!: string;

  @ForeignKey(() => EnrollmentEntity, { name: 'plan_item_enrollment', onDelete: 'CASCADE' })
  @Column('uuid')
  enrollmentId!: string;

  @Column('date')
  date!: string;

  @Column('int')
  position!: number;

  @Column('text')
  kind!: PlanItemKind;

  @Column('text')
  title!: string;

  @ForeignKey(() => SkillEntity, { name: 'plan_item_skill' })
  @Column('uuid', { nullable: true })
  skillId!: string | null;

  @ForeignKey(() => ProjectEntity, { name: 'plan_item_project' })
  @Column('uuid', { nullable: true })
  projectId!: string | null;

  @Column('int')
  minutes!: number;

  /** When somebody put it on its date by hand: it is not moved from there. */
  @Column('timestamptz', { nullable: true })
  pinnedAt!: Date | null;

  @Column('uuid', { nullable: true })
  pinnedBy!: string | null;
}
