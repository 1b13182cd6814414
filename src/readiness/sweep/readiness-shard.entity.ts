import { Column, Entity, PrimaryColumn } from 'typeorm';

/** So many shares: enough for any number of workers that makes sense over one database. */
export const SHARDS = 64;
/** Rows made one after another lie side by side, and so many of them share a share: who goes through it reads each page once, not once per share. */
const SIDE_BY_SIDE = 256;
/** The share of the row that is the so-manyth, in SQL. */
export const shardSql = (place: string) => `(${place} / ${SIDE_BY_SIDE} % ${SHARDS})::smallint`;

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
