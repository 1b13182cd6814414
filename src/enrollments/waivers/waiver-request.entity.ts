import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { LevelEntity } from '../../curriculum/level.entity.js';
import { AccountEntity } from '../../users/account.entity.js';
import type { WaiverRequestOutcome } from './waiver-requests.contract.js';

/** A learner's wish to begin a level without what it demands first: open until a waiver is granted, it is declined or taken back. */
@Entity('waiver_request')
@Check('waiver_request_closed_with_outcome', `num_nulls(outcome, closed_at, closed_by) in (0, 3) and outcome in ('granted', 'declined', 'withdrawn')`)
@Check('waiver_request_declined_with_answer', `(answer is not null) = (outcome is not distinct from 'declined')`)
@Index('waiver_request_open', ['learnerId', 'levelId'], { unique: true, where: 'outcome is null' })
@Index('waiver_request_waiting', ['id'], { where: 'outcome is null' })
@Index('waiver_request_of_learner', ['learnerId', 'levelId', 'id'])
export class WaiverRequestEntity {
  /** UUIDv7, so that requests are in order. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'waiver_request_key' })
  id!: string;

  @ForeignKey(() => AccountEntity, { name: 'waiver_request_learner', onDelete: 'CASCADE' })
  @Column('uuid')
  learnerId!: string;

  @ForeignKey(() => LevelEntity, { name: 'waiver_request_level' })
  @Column('uuid')
  levelId!: string;

  @Column('text')
  reason!: string;

  @Column('timestamptz')
  askedAt!: Date;

  @Column('text', { nullable: true })
  outcome!: WaiverRequestOutcome | null;

  @Column('timestamptz', { nullable: true })
  closedAt!: Date | null;

  /** No foreign key: what was decided stays when the account of who decided it is gone. */
  @Column('uuid', { nullable: true })
  closedBy!: string | null;

  @Column('text', { nullable: true })
  answer!: string | null;
}
