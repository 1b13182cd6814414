import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { Triggers } from '../platform/queue/triggers.js';
import { AccountEntity } from './account.entity.js';
import { AccountsService } from './accounts.service.js';
import { EmailConfirmationsService } from './email-confirmations/email-confirmations.service.js';
import { hashPassword } from './passwords.js';
import { refuseWeakPassword } from './refuse-weak-password.js';
import { RegistrationPolicyService } from './registration/registration-policy.service.js';
import type { Registration } from './users.contract.js';

/** Creates accounts for people who register, with an address that is not confirmed yet. */
@Injectable()
export class RegistrationsService {
  constructor(
    private readonly database: DataSource,
    private readonly policy: RegistrationPolicyService,
    private readonly accounts: AccountsService,
    private readonly confirmations: EmailConfirmationsService,
    private readonly triggers: Triggers,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Creates a learner's account and the mail that asks for confirmation, both or neither. Returns the id of the account. */
  async register(registration: z.output<typeof Registration>): Promise<string> {
    await this.policy.refuseUnlessAdmitted(registration.email);
    await refuseWeakPassword('password', registration.password, registration);
    const { password, ...who } = registration;
    const passwordHash = await hashPassword(password, this.config);
    const { id } = await this.database.transaction(async (tx) => {
      const account = await this.accounts.create({ ...who, passwordHash, isSelfMade: true, roles: ['learner'] }, tx);
      if (account.emailConfirmation !== 'confirmed') await this.confirmations.write(tx, await tx.findOneByOrFail(AccountEntity, { id: account.id }));
      return account;
    });
    this.triggers.fire('mail');
    return id;
  }
}
