import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Scope } from '../../platform/auth/permission.contract.js';
import { AccountEntity } from '../account.entity.js';

/** A personal access token, stored as a hash. The token itself is shown once and never stored. */
@Entity('personal_token')
@Index('personal_token_hash', ['hash'], { unique: true })
@Index('personal_token_of_account', ['accountId', 'id'])
export class PersonalTokenEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'personal_token_key' })
  id!: string;

  @ForeignKey(() => AccountEntity, { name: 'personal_token_account', onDelete: 'CASCADE' })
  @Column('uuid')
  accountId!: string;

  /** What its owner calls it. */
  @Column('text')
  name!: string;

  @Column('text', { array: true })
  scopes!: Scope[];

  @Column('text')
  hash!: string;

  @Column('timestamptz')
  createdAt!: Date;

  /** Null for one that lasts until it is revoked. */
  @Column('timestamptz', { nullable: true })
  expiresAt!: Date | null;

  /** In UTC. A date is enough to recognize a forgotten token, and costs one write a day. */
  @Column('date', { nullable: true })
  lastUsedOn!: string | null;

  @Column('timestamptz', { nullable: true })
  revokedAt!: Date | null;
}
