import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { AccountEntity } from './account.entity.js';

export type EndedBecause = 'signed-out' | 'signed-out-elsewhere' | 'token-reused' | 'password-changed' | 'deactivated' | 'restored';

/** Enough to recognize browser and system in what real browsers send. */
export const MAX_USER_AGENT = 200;

/** One browser that is signed in: the family of its refresh tokens. */
@Entity('session')
@Index('session_of_account', ['accountId'])
export class SessionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'session_key' })
  id!: string;

  @ForeignKey(() => AccountEntity, { name: 'session_account', onDelete: 'CASCADE' })
  @Column('uuid')
  accountId!: string;

  @Column('timestamptz')
  createdAt!: Date;

  /** When it was last continued, to the hour. */
  @Column('timestamptz')
  lastSeenAt!: Date;

  /** The start of the request header User-Agent, as it was sent last; empty where there was none. */
  @Column('text', { default: '' })
  userAgent!: string;

  /** Until when the session may come under the cookie name of earlier versions; null for one that started after them. */
  @Column('timestamptz', { nullable: true })
  oldCookieUntil!: Date | null;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  @Column('text', { nullable: true })
  endedBecause!: EndedBecause | null;
}
