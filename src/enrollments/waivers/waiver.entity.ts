import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { LevelEntity } from '../../curriculum/level.entity.js';
import { AccountEntity } from '../../users/account.entity.js';

/** A mentor's or admin's word that a learner may begin a level without what it demands first. Revoked, never deleted. */
@Entity('waiver')
@Index('waiver_in_force', ['learnerId', 'levelId'], { unique: true, where: 'revoked_at is null' })
@Index('waiver_of_learner', ['learnerId', 'id'])
export class WaiverEntity {
  /** UUIDv7, so that waivers are in order. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'waiver_key' })
  id!: string;

  @ForeignKey(() => AccountEntity, { name: 'waiver_learner', onDelete: 'CASCADE' })
  @Column('uuid')
  learnerId!: string;

  @ForeignKey(() => LevelEntity, { name: 'waiver_level' })
  @Column('uuid')
  levelId!: string;

  @Column('text')
  reason!: string;

  @Column('timestamptz')
  grantedAt!: Date;

  /** No foreign key: what was decided stays when the account of who decided it is gone. */
  @Column('uuid')
  grantedBy!: string;

  @Column('timestamptz', { nullable: true })
  revokedAt!: Date | null;

  @Column('uuid', { nullable: true })
  revokedBy!: string | null;
}
