import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { AccountEntity } from './account.entity.js';

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

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  /** 'signed-out', 'token-reused', 'password-changed', 'deactivated'. */
  @Column('text', { nullable: true })
  endedBecause!: string | null;
}
