import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { CertificationEntity } from '../certification.entity.js';
import { LevelEntity } from '../level.entity.js';
import type { PassageKind } from '../search.contract.js';

/**
 * What can be found of a certification's current release. Made from the release and nothing else: empty the table, and the next start
 * fills it again.
 */
@Entity('curriculum_passage')
@Check(
  'curriculum_passage_kind_known',
  `kind in ('certification', 'level', 'skill', 'project', 'learning-path', 'job-role', 'next-certification', 'provider', 'question')`,
)
@Index('curriculum_passage_words', { synchronize: false })
export class PassageEntity {
  @ForeignKey(() => CertificationEntity, { name: 'curriculum_passage_certification' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'curriculum_passage_key' })
  certificationId!: string;

  /** In the order of the document, from 1. */
  @PrimaryColumn('int', { primaryKeyConstraintName: 'curriculum_passage_key' })
  number!: number;

  /** The release it was made from; another than the current one is made anew at the next start. */
  @Column('int')
  releaseNumber!: number;

  @Column('text')
  kind!: PassageKind;

  @ForeignKey(() => LevelEntity, { name: 'curriculum_passage_level' })
  @Column('uuid', { nullable: true })
  levelId!: string | null;

  @Column('text')
  slug!: string;

  @Column('text')
  title!: string;

  @Column('text')
  body!: string;

  /** Each word as it stands and by its English stem; those of the title weigh A, those of the body D. */
  @Column('tsvector', { select: false })
  words!: string;
}
