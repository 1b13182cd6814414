import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { AccountEntity } from '../../users/account.entity.js';
import type { DraftSave } from './draft.contract.js';
import type { DraftDocument } from './draft-document.contract.js';
import { DraftEntity } from './draft.entity.js';

/** A draft as it was saved once. Never changed, so that every save can be gone back to. */
@Entity('draft_save')
@Check('draft_save_how_known', `how in ('opened', 'edited', 'imported', 'restored', 'merged', 'followed')`)
export class DraftSaveEntity {
  @ForeignKey(() => DraftEntity, { name: 'draft_save_draft', onDelete: 'CASCADE' })
  @PrimaryColumn('text', { primaryKeyConstraintName: 'draft_save_key' })
  slug!: string;

  @PrimaryColumn('int', { primaryKeyConstraintName: 'draft_save_key' })
  revision!: number;

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
