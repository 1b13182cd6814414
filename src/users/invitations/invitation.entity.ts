import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { AccountRole } from '../../platform/auth/permission.contract.js';

/** Somebody who may make an account by a link. The row goes when they accept or an admin cancels it; the audit trail keeps both. */
@Entity('invitation')
@Index('invitation_email', ['emailKey'], { unique: true })
@Index('invitation_token', ['tokenHash'], { unique: true })
@Check('invitation_roles_known', `account_roles <@ array['learner', 'mentor', 'admin'] and cardinality(account_roles) > 0`)
export class InvitationEntity {
  /** Also the id of the account that comes from it. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'invitation_key' })
  id!: string;

  @Column('text')
  email!: string;

  @Column('text')
  emailKey!: string;

  /** What the admin calls the person, who may change it. */
  @Column('text', { nullable: true })
  name!: string | null;

  @Column('text', { array: true })
  accountRoles!: AccountRole[];

  /** Hash of the token in the last mail. Earlier links no longer work. */
  @Column('text')
  tokenHash!: string;

  @Column('timestamptz')
  invitedAt!: Date;

  @Column('uuid')
  invitedBy!: string;

  @Column('timestamptz')
  sentAt!: Date;

  /** The admin who sent the last mail, and who gives the account roles. */
  @Column('uuid')
  sentBy!: string;

  @Column('timestamptz')
  expiresAt!: Date;
}
