import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { LevelEntity } from './level.entity.js';

/** Who a project is, across releases: plan items and evidence point here. Retired, never deleted, and back when a release holds it again. */
@Entity('project')
@Unique('project_slug', ['levelId', 'slug'])
export class ProjectEntity {
  /** UUIDv7, so that new rows land at the end of the index. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'project_key' })
  id!: string;

  @ForeignKey(() => LevelEntity, { name: 'project_level' })
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
