import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { VERDICTS_SQL, type Verdict } from './evidence-life.js';
import { EvidenceEntity } from './evidence.entity.js';

/** A mentor's verdict on evidence; every one is kept. */
@Entity('review')
@Check('review_verdict_known', `verdict in (${VERDICTS_SQL})`)
@Index('review_of_evidence', ['evidenceId', 'reviewedAt'])
export class ReviewEntity {
  /** The request's Idempotency-Key, or a UUIDv7 of ours. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'review_key' })
  id!: string;

  @ForeignKey(() => EvidenceEntity, { name: 'review_evidence', onDelete: 'CASCADE' })
  @Column('uuid')
  evidenceId!: string;

  @Column('text')
  verdict!: Verdict;

  /** Criteria in the words they had, for a later release may have others. */
  @Column('jsonb')
  criteria!: { criterion: string; met: boolean }[];

  /** Markdown. */
  @Column('text')
  comment!: string;

  @Column('timestamptz')
  reviewedAt!: Date;

  /** No foreign key: the verdict outlives the mentor's account. */
  @Column('uuid')
  reviewedBy!: string;
}
