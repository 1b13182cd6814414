import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { RegistrationMode } from './registration-policy.contract.js';

/** Who may register. There is one row; without it, everybody may. */
@Entity('registration_policy')
@Check('registration_policy_one', 'id = 1')
@Check('registration_policy_mode_known', `mode in ('open', 'invitation', 'domain')`)
@Check('registration_policy_domains_given', `mode <> 'domain' or cardinality(domains) > 0`)
export class RegistrationPolicyEntity {
  @PrimaryColumn('int', { primaryKeyConstraintName: 'registration_policy_key' })
  id!: number;

  @Column('text')
  mode!: RegistrationMode;

  /** As an admin wrote them: `example.org`, or `*.example.org` for its subdomains. Empty unless the mode is 'domain'. */
  @Column('text', { array: true })
  domains!: string[];

  @Column('timestamptz')
  changedAt!: Date;

  @Column('uuid', { nullable: true })
  changedBy!: string | null;
}
