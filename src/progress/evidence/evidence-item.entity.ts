import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { EvidenceFileEntity } from './evidence-file.entity.js';
import { EvidenceEntity } from './evidence.entity.js';

/** One thing that a submission shows: a link, a text, or a file. */
@Entity('evidence_item')
@Check('evidence_item_kind_known', `kind in ('link', 'text', 'file')`)
@Check('evidence_item_is_one_kind', `(kind = 'link') = (url is not null) and (kind = 'text') = (text is not null) and (kind = 'file') = (file_id is not null)`)
@Index('evidence_item_of_file', ['fileId'], { where: 'file_id is not null' })
export class EvidenceItemEntity {
  @ForeignKey(() => EvidenceEntity, { name: 'evidence_item_evidence', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'evidence_item_key' })
  evidenceId!: string;

  @PrimaryColumn('int', { primaryKeyConstraintName: 'evidence_item_key' })
  position!: number;

  @Column('text')
  kind!: 'link' | 'text' | 'file';

  @Column('text', { nullable: true })
  url!: string | null;

  @Column('text', { nullable: true })
  title!: string | null;

  /** Markdown. */
  @Column('text', { nullable: true })
  text!: string | null;

  @ForeignKey(() => EvidenceFileEntity, { name: 'evidence_item_file', deferrable: 'INITIALLY DEFERRED' })
  @Column('uuid', { nullable: true })
  fileId!: string | null;
}
