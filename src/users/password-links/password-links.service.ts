import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Audit } from '../../platform/audit/audit.js';
import type { Person } from '../../platform/auth/person.js';
import { Problem } from '../../platform/http/problem.js';
import { notFound } from '../../platform/http/problems.contract.js';
import { Mail } from '../../platform/mail/mail.js';
import { Triggers } from '../../platform/queue/triggers.js';
import { AccountEntity } from '../account.entity.js';
import { PasswordGuessesService } from '../password-guesses.service.js';
import { PasswordResetsService } from '../password-resets.service.js';
import { passwordLinkMail } from './password-link-mail.js';
import { accountNotActive } from './password-links.contract.js';

/** Longer than for a link that people request themselves, because they do not wait for this one. */
const LINK_HOURS = 24;

/** Links to a new password that admins send to people. */
@Injectable()
export class PasswordLinksService {
  constructor(
    private readonly database: DataSource,
    private readonly resets: PasswordResetsService,
    private readonly guesses: PasswordGuessesService,
    private readonly mail: Mail,
    private readonly audit: Audit,
    private readonly triggers: Triggers,
  ) {}

  /** The link goes to the person alone. It counts with those that were requested for this address. */
  async send(admin: Person, accountId: string): Promise<void> {
    const seen = await this.database.manager.findOneBy(AccountEntity, { id: accountId });
    refuseUnlessActive(seen);
    await this.guesses.beforeReset(seen.emailKey, 'We already sent this person links in the last hour.');
    await this.database.transaction(async (tx) => {
      // The address may change at this moment. The link goes to the one that the account has when the link is stored.
      const account = await tx.findOne(AccountEntity, { where: { id: accountId }, lock: { mode: 'for_no_key_update' } });
      refuseUnlessActive(account);
      const { hash, address } = await this.resets.link(tx, accountId, LINK_HOURS);
      const mail = passwordLinkMail(address);
      await this.mail.write(tx, { personId: accountId, kind: 'password-reset', key: hash, to: account, toUnconfirmed: true, ...mail });
      await this.audit.record(tx, { act: 'password-link-sent', by: admin, subject: accountId });
    });
    this.triggers.fire('mail');
  }
}

function refuseUnlessActive(account: AccountEntity | null): asserts account is AccountEntity {
  if (!account) throw new Problem(notFound, 'There is no such account.');
  if (account.deactivatedAt) throw new Problem(accountNotActive, 'Reactivate it first.');
}
