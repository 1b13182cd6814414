import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { AccountEntity } from '../account.entity.js';

/** An email address that a person wants to change to and has not confirmed yet. Confirming or canceling it deletes the row. */
@Entity('email_change')
@Index('email_change_id', ['id'], { unique: true })
export class EmailChangeEntity {
  @ForeignKey(() => AccountEntity, { name: 'email_change_account', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'email_change_key' })
  accountId!: string;

  /** What the link names. It is signed with the server's secret, so the database alone confirms nothing. */
  @Column('uuid')
  id!: string;

  /** As it was typed. */
  @Column('text')
  email!: string;

  /** As `emailKey` makes it. */
  @Column('text')
  emailKey!: string;

  @Column('timestamptz')
  requestedAt!: Date;

  /** When the link expires. */
  @Column('timestamptz')
  expiresAt!: Date;
}
