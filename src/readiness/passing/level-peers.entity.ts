import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { LevelEntity } from '../../curriculum/level.entity.js';
import type { PeerNorms } from './features.js';

/** What the learners of a level do at a tenth of their way. Only the worker writes it. */
@Entity('level_peers')
@Check('level_peers_tenth_fits', 'tenth between 0 and 10')
export class LevelPeersEntity {
  @ForeignKey(() => LevelEntity, { name: 'level_peers_level' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'level_peers_key' })
  levelId!: string;

  /** Of the way, 0 to 10. */
  @PrimaryColumn('smallint', { primaryKeyConstraintName: 'level_peers_key' })
  tenth!: number;

  @Column('int')
  learners!: number;

  @Column('jsonb')
  norms!: PeerNorms;

  /** Mean score so far of pieces of work, by id. */
  @Column('jsonb')
  workMeans!: Record<string, number>;

  @Column('timestamptz')
  computedAt!: Date;
}
