import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Audit } from '../../platform/audit/audit.js';
import type { Person } from '../../platform/auth/person.js';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.module.js';
import { Problem } from '../../platform/http/problem.js';
import { Clock } from '../../platform/time/clock.js';
import { AccountEntity } from '../account.entity.js';
import { Admins } from '../admins.service.js';
import { emailConfirmationOf } from '../email-confirmations/email-confirmation-state.js';
import { addressUnconfirmed, emailDomainNotAllowed, registrationClosed } from '../users.contract.js';
import { isOfDomains, onceEach } from './email-domain.js';
import { addressesUnchecked, type RegistrationPolicy, type RegistrationPolicyChange } from './registration-policy.contract.js';
import { RegistrationPolicyEntity } from './registration-policy.entity.js';

const ROW = 1;
const OPEN: RegistrationPolicy = { mode: 'open', domains: [] };

/** Who may register. It does not apply to invitations, the first admin and the command line. */
@Injectable()
export class RegistrationPolicyService {
  constructor(
    private readonly database: DataSource,
    private readonly admins: Admins,
    private readonly audit: Audit,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async read(tx: EntityManager = this.database.manager): Promise<RegistrationPolicy> {
    const row = await tx.findOneBy(RegistrationPolicyEntity, { id: ROW });
    return row ? { mode: row.mode, domains: row.domains } : OPEN;
  }

  async set(admin: Person, { mode, domains }: RegistrationPolicyChange): Promise<RegistrationPolicy> {
    // Without confirmation, anybody could type an address of the domain.
    if (mode === 'domain' && this.config.DAYMARK_CONFIRM_ADDRESSES === 'off')
      throw new Problem(addressesUnchecked, 'Anyone could type an address of this domain. Set DAYMARK_CONFIRM_ADDRESSES=on first, or choose invitations.');
    const after = { mode, domains: mode === 'domain' ? onceEach(domains) : [] };
    await this.database.transaction(async (tx) => {
      await this.admins.lockFor(tx, admin);
      if (mode === 'domain') await this.refuseUnconfirmed(tx, admin);
      // Changes take turns, so that each entry in the audit trail says what really was before.
      await tx.query('lock table registration_policy in share row exclusive mode');
      const before = await this.read(tx);
      if (JSON.stringify(before) === JSON.stringify(after)) return;
      const changedAt = new Date(this.clock.now().epochMilliseconds);
      await tx.upsert(RegistrationPolicyEntity, { id: ROW, ...after, changedAt, changedBy: admin.id }, ['id']);
      const detail = { previousMode: before.mode, mode, previousDomains: before.domains, domains: after.domains };
      await this.audit.record(tx, { act: 'registration-changed', by: admin, subject: { id: 'registration', label: 'Registration' }, detail });
    });
    return after;
  }

  /** Then only people with a confirmed address sign in, and the admin would be locked out. */
  private async refuseUnconfirmed(tx: EntityManager, admin: Person): Promise<void> {
    const { emailConfirmedAt } = await tx.findOneByOrFail(AccountEntity, { id: admin.id });
    if (emailConfirmationOf(emailConfirmedAt, this.config) === 'confirmed') return;
    throw new Problem(addressUnconfirmed, 'You can do it on the People page. Otherwise you can’t sign in again.');
  }

  /** Refuses by the address alone, before it is looked up, so that the answer does not reveal whether it has an account. */
  async refuseUnlessAdmitted(email: string): Promise<void> {
    const { mode, domains } = await this.read();
    // Addresses were confirmed when the mode was set. Now anybody could type one of the domain.
    const isUnchecked = mode === 'domain' && this.config.DAYMARK_CONFIRM_ADDRESSES === 'off';
    if (mode === 'invitation' || isUnchecked) throw new Problem(registrationClosed, 'Ask your administrator for an invitation.');
    if (mode === 'domain' && !isOfDomains(email, domains))
      throw new Problem(emailDomainNotAllowed, `Use an address at ${domains.join(', ')}, or ask your administrator for an invitation.`);
  }
}
