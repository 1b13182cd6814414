import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { CertificationEntity } from '../../curriculum/certification.entity.js';
import { ReleaseEntity } from '../../curriculum/release.entity.js';
import { AccountEntity } from '../../users/account.entity.js';

/** An admin's wish that the enrollments of a certification go over to one of its releases; done by the worker, in batches. */
@Entity('release_move')
@Index('release_move_of_certification', ['certificationId', 'startedAt'])
@Index('release_move_under_way', ['certificationId'], { unique: true, where: 'finished_at is null' })
export class ReleaseMoveEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'release_move_key' })
  id!: string;

  @ForeignKey(() => CertificationEntity, { name: 'release_move_certification' })
  @Column('uuid')
  certificationId!: string;

  @ForeignKey(() => ReleaseEntity, { name: 'release_move_release' })
  @Column('uuid')
  releaseId!: string;

  /** Enrollments to move, when it was asked for. */
  @Column('int')
  total!: number;

  @Column('int', { default: 0 })
  moved!: number;

  @Column('timestamptz')
  startedAt!: Date;

  @ForeignKey(() => AccountEntity, { name: 'release_move_starter', onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  startedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  finishedAt!: Date | null;

  /** The later move that took its place before it was done. */
  @Column('uuid', { nullable: true })
  supersededBy!: string | null;
}
