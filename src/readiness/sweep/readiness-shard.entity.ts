import { Column, Entity, PrimaryColumn } from 'typeorm';

/** So many shares: enough for any number of workers that makes sense over one database. */
export const SHARDS = 64;
/** The share of an enrollment, in SQL: its last byte is chance. */
export const shardSql = (enrollmentId: string) => `get_byte(uuid_send(${enrollmentId}), 15) % ${SHARDS}`;

/** A share of readiness, which one worker at a time goes through. */
@Entity('readiness_shard')
export class ReadinessShardEntity {
  @PrimaryColumn('smallint', { primaryKeyConstraintName: 'readiness_shard_key' })
  shard!: number;

  /** From when a worker may take it; a claim moves it ahead, batch by batch, so that the share of a worker that died comes back. */
  @Column('timestamptz')
  claimableAt!: Date;

  /** Grows with every claim: who finds another number has lost theirs. */
  @Column('int', { default: 0 })
  turn!: number;

  /** Null while nobody has it. */
  @Column('timestamptz', { nullable: true })
  claimedAt!: Date | null;

  /** The UTC date that the two below count for. */
  @Column('date', { nullable: true })
  sweptOn!: string | null;

  @Column('int', { default: 0 })
  swept!: number;

  /** How long workers were at it. */
  @Column('real', { default: 0 })
  sweptSeconds!: number;
}
