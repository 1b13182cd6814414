import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { LevelEntity } from './level.entity.js';

/** Who a skill is, across releases: study and readiness point here. Retired, never deleted, and back when a release holds it again. */
@Entity('skill')
@Unique('skill_slug', ['levelId', 'slug'])
export class SkillEntity {
  /** UUIDv7, so that new rows land at the end of the index. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'skill_key' })
  id!: string;

  @ForeignKey(() => LevelEntity, { name: 'skill_level' })
  @Column('uuid')
  levelId!: string;

  @Column('text')
  slug!: string;

  /** As the latest release that holds it has it. */
  @Column('text')
  title!: string;

  @Column('timestamptz', { nullable: true })
  retiredAt!: Date | null;
}
