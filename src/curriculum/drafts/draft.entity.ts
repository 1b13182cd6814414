import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { AccountEntity } from '../../users/account.entity.js';
import type { DraftDocument } from './draft-document.contract.js';

/** A curriculum that is being written: one for each certification, and for each that is to become one. */
@Entity('draft')
@Index('draft_by_save', ['savedAt', 'slug'], { where: 'discarded_at is null' })
export class DraftEntity {
  /** Of the certification. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'draft_key' })
  slug!: string;

  @Column('jsonb')
  document!: DraftDocument;

  /** Grows with each save. */
  @Column('int')
  revision!: number;

  @Column('timestamptz')
  savedAt!: Date;

  /** Null for the command line, and once the account is gone. */
  @ForeignKey(() => AccountEntity, { name: 'draft_saver', onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  savedBy!: string | null;

  /** Put away, and there again when it is opened anew. */
  @Column('timestamptz', { nullable: true })
  discardedAt!: Date | null;

  /** Of which revision and against which release `faults` and `changes` were counted; they say nothing of any other. */
  @Column('int', { nullable: true })
  countedRevision!: number | null;

  @Column('int', { nullable: true })
  countedRelease!: number | null;

  @Column('int', { nullable: true })
  faults!: number | null;

  @Column('int', { nullable: true })
  changes!: number | null;
}
