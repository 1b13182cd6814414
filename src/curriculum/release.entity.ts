import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { AccountEntity } from '../users/account.entity.js';
import { CertificationEntity } from './certification.entity.js';
import type { CurriculumDocument } from './curriculum-document.contract.js';

/** A published curriculum, as a whole. Never changed: the next one gets the next number. */
@Entity('release')
@Unique('release_number', ['certificationId', 'number'])
@Check('release_counts_from_one', 'number >= 1')
export class ReleaseEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'release_key' })
  id!: string;

  @ForeignKey(() => CertificationEntity, { name: 'release_certification' })
  @Column('uuid')
  certificationId!: string;

  @Column('int')
  number!: number;

  @Column('jsonb')
  document!: CurriculumDocument;

  @Column('timestamptz')
  publishedAt!: Date;

  /** Null for what came with Daymark, and once the account is gone. */
  @ForeignKey(() => AccountEntity, { name: 'release_publisher', onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  publishedBy!: string | null;
}
