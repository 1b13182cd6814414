import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A person who can sign in. */
@Entity('account')
@Check('account_day_start_possible', 'day_start_minutes between 0 and 360 and day_start_minutes % 15 = 0')
// With a collation, which decorators cannot say: the migration makes it.
@Index('account_by_name', { synchronize: false })
@Index('account_email', ['emailKey'], { unique: true })
export class AccountEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'account_key' })
  id!: string;

  /** As it was typed. */
  @Column('text')
  email!: string;

  /** As `emailKey` makes it: addresses that differ in case or in the way the host is written are one account. */
  @Column('text')
  emailKey!: string;

  /** When the email address was confirmed; null if it was not. Only confirmed addresses get reminders and news. */
  @Column('timestamptz', { nullable: true })
  emailConfirmedAt!: Date | null;

  /** The admin who confirmed it; null if a link or the command line did. */
  @Column('uuid', { nullable: true })
  emailConfirmedBy!: string | null;

  /** When an admin deactivated it; null while it is active. Nobody signs in to it, and no mail goes to it. */
  @Column('timestamptz', { nullable: true })
  deactivatedAt!: Date | null;

  @Column('uuid', { nullable: true })
  deactivatedBy!: string | null;

  @Column('text')
  name!: string;

  /** What a search compares: the name without case and accents. A database trigger updates it. */
  @Column({ type: 'text', select: false, insert: false, update: false })
  readonly nameKey?: string;

  /** Argon2id with its parameters; null until the first password is set by link. */
  @Column('text', { nullable: true })
  passwordHash!: string | null;

  /** When the person chose the password. Null for one that Daymark generated. */
  @Column('timestamptz', { nullable: true })
  passwordChosenAt!: Date | null;

  /** IANA name. All dates of the person are in this zone. */
  @Column('text')
  timeZone!: string;

  /** Minutes after midnight at which the person's day begins. Before that, it is still yesterday for them. */
  @Column('int', { default: 0 })
  dayStartMinutes!: number;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  lastSeenAt!: Date | null;
}
