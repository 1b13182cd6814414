import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { AccountEntity } from '../../users/account.entity.js';
import type { DraftSave } from './draft.contract.js';
import type { DraftDocument } from './draft-document.contract.js';
import { DraftEntity } from './draft.entity.js';

/** A draft as it was saved once. Never changed, so that every save can be gone back to. */
@Entity('draft_save')
@Check('draft_save_how_known', `how in ('opened', 'edited', 'imported', 'restored', 'merged', 'followed', 'set-aside')`)
@Check('draft_save_since_when_set_aside', `(how = 'set-aside') = (since is not null)`)
@Index('draft_save_revision', ['slug', 'revision'], { unique: true, where: `how <> 'set-aside'` })
@Index('draft_save_of_draft', ['slug', 'revision'])
export class DraftSaveEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'draft_save_key' })
  id!: string;

  @ForeignKey(() => DraftEntity, { name: 'draft_save_draft', onDelete: 'CASCADE' })
  @Column('text')
  slug!: string;

  /** For one that was set aside: the revision that stood when it came, and stayed. */
  @Column('int')
  revision!: number;

  /** Of one that was set aside: the revision it was based on. */
  @Column('int', { nullable: true })
  since!: number | null;

  @Column('jsonb')
  document!: DraftDocument;

  @Column('timestamptz')
  savedAt!: Date;

  @ForeignKey(() => AccountEntity, { name: 'draft_save_saver', onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  savedBy!: string | null;

  @Column('text')
  how!: DraftSave['how'];
}
