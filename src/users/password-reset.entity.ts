import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { AccountEntity } from './account.entity.js';

/** A link to set a password, with the hash of its token. It works once. */
@Entity('password_reset')
@Index('password_reset_of_account', ['accountId'])
export class PasswordResetEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'password_reset_key' })
  hash!: string;

  @ForeignKey(() => AccountEntity, { name: 'password_reset_account', onDelete: 'CASCADE' })
  @Column('uuid')
  accountId!: string;

  @Column('timestamptz')
  expiresAt!: Date;

  @Column('timestamptz', { nullable: true })
  usedAt!: Date | null;
}
