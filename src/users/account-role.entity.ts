import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { AccountRole } from '../platform/auth/permission.contract.js';
import { AccountEntity } from './account.entity.js';

/** A role of an account, with who gave it and when. `grantedBy` is null for registration and for commands. */
@Entity('account_role')
@Check('account_role_known', `role in ('learner', 'mentor', 'admin')`)
export class AccountRoleEntity {
  @ForeignKey(() => AccountEntity, { name: 'account_role_account', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'account_role_key' })
  accountId!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'account_role_key' })
  role!: AccountRole;

  @Column('timestamptz')
  grantedAt!: Date;

  @Column('uuid', { nullable: true })
  grantedBy!: string | null;
}
