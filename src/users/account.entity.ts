import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A person who can sign in. */
@Entity('account')
// With a collation, which decorators cannot say: the migration makes it.
@Index('account_by_name', { synchronize: false })
@Index('account_email', ['emailKey'], { unique: true })
export class AccountEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'account_key' })
  id!: string;

  /** As it was typed. */
  @Column('text')
  email!: string;

  /** In lower case: two addresses that differ in case only are one account. */
  @Column('text')
  emailKey!: string;

  @Column('text')
  name!: string;

  /** Argon2id with its parameters; null until the first password is set by link. */
  @Column('text', { nullable: true })
  passwordHash!: string | null;

  /** Since when the password is their own; null for one that Daymark made. */
  @Column('timestamptz', { nullable: true })
  passwordChosenAt!: Date | null;

  /** IANA name; every date of theirs is a date there. */
  @Column('text')
  timeZone!: string;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  lastSeenAt!: Date | null;
}
