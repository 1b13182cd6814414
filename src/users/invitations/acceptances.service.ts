import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Audit } from '../../platform/audit/audit.js';
import type { Person } from '../../platform/auth/person.js';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.module.js';
import { Problem } from '../../platform/http/problem.js';
import { Clock } from '../../platform/time/clock.js';
import { AccountsService } from '../accounts.service.js';
import { hashPassword } from '../passwords.js';
import { refuseWeakPassword } from '../refuse-weak-password.js';
import { hashOf } from '../tokens.js';
import { linkUsedUp } from '../users.contract.js';
import { InvitationEntity } from './invitation.entity.js';
import { openInvitation, type OpenInvitation } from './invitation-rows.js';
import type { Acceptance } from './invitations.contract.js';

/** Invitations as the invited person sees and accepts them. */
@Injectable()
export class AcceptancesService {
  constructor(
    private readonly database: DataSource,
    private readonly accounts: AccountsService,
    private readonly audit: Audit,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Changes nothing: mail scanners open every link. */
  async read(token: string): Promise<{ email: string; name: string | null }> {
    const { email, name } = usable(await openInvitation(this.database.manager, hashOf(token), this.now()));
    return { email, name };
  }

  /** Makes the account, once; answers its id. The link came by mail, so the address is the person's. */
  async accept(token: string, { name, password, timeZone }: Acceptance, { address }: Pick<Person, 'address'>): Promise<string> {
    const { email } = await this.read(token);
    await refuseWeakPassword('password', password, { email, name });
    const passwordHash = await hashPassword(password, this.config);
    return this.database.transaction(async (tx) => {
      const { id, accountRoles: roles, sentBy: rolesBy } = usable(await openInvitation(tx, hashOf(token), this.now(), 'for update of i'));
      await this.accounts.create({ id, email, name, timeZone, passwordHash, roles, rolesBy }, tx);
      await tx.delete(InvitationEntity, { id });
      const by = { id, ...(address && { address }) };
      await this.audit.record(tx, { act: 'invitation-accepted', by, subject: id, detail: { accountRoles: [...roles] } });
      return id;
    });
  }

  private now(): string {
    return this.clock.now().toString();
  }
}

function usable(invitation: OpenInvitation | undefined): OpenInvitation {
  if (!invitation) throw new Problem(linkUsedUp, 'If you have an account already, sign in. Otherwise ask your administrator for a new invitation.');
  return invitation;
}
