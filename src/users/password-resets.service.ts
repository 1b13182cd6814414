import { Inject, Injectable } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { DataSource, LessThanOrEqual, type EntityManager } from 'typeorm';
import { Audit } from '../platform/audit/audit.js';
import type { Actor } from '../platform/audit/actor.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { emailKey } from '../platform/mail/email-address.contract.js';
import { Mail } from '../platform/mail/mail.js';
import { Triggers } from '../platform/queue/triggers.js';
import { Clock } from '../platform/time/clock.js';
import { AccountEntity } from './account.entity.js';
import { PasswordResetEntity } from './password-reset.entity.js';
import { resetMail } from './password-reset-mail.js';
import { PasswordGuessesService } from './password-guesses.service.js';
import { hashOf, newToken } from './tokens.js';

const LINK_HOURS = 1;
/** Longer than writing a mail takes, so that neither the answer nor its time reveals whether the account exists. */
const ANSWER_AFTER_MS = 200;

/** Password links, for people who lost their password or never had one. */
@Injectable()
export class PasswordResetsService {
  constructor(
    private readonly database: DataSource,
    private readonly guesses: PasswordGuessesService,
    private readonly mail: Mail,
    private readonly audit: Audit,
    private readonly triggers: Triggers,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Mails a link if the account exists, without telling whether it does. */
  async request(email: string, visitor: Actor): Promise<void> {
    await this.guesses.beforeReset(emailKey(email));
    await Promise.all([this.send(email, visitor), pause(ANSWER_AFTER_MS)]);
  }

  /** The address of a page that sets the password of this account. It works once, within this many hours. */
  async link(tx: EntityManager, accountId: string, hours: number): Promise<{ hash: string; address: string }> {
    const token = newToken();
    const hash = hashOf(token);
    const expiresAt = new Date(this.now().getTime() + hours * 3_600_000);
    await tx.delete(PasswordResetEntity, { accountId, expiresAt: LessThanOrEqual(this.now()) });
    await tx.insert(PasswordResetEntity, { hash, accountId, expiresAt, usedAt: null });
    return { hash, address: `${this.config.DAYMARK_PUBLIC_URL}/new-password/${token}` };
  }

  private async send(email: string, visitor: Actor): Promise<void> {
    const key = emailKey(email);
    if (!(await this.database.manager.existsBy(AccountEntity, { emailKey: key }))) return;
    await this.database.transaction(async (tx) => {
      // A change of the address or a deactivation invalidates earlier links. The lock makes one wait for the other, so none is missed.
      const account = await tx.findOne(AccountEntity, { where: { emailKey: key }, lock: { mode: 'for_no_key_update' } });
      if (!account || account.deactivatedAt) return;
      const { hash, address } = await this.link(tx, account.id, LINK_HOURS);
      await this.audit.record(tx, { act: 'password-reset-requested', by: visitor, subject: account.id });
      await this.mail.write(tx, { personId: account.id, kind: 'password-reset', key: hash, to: account, toUnconfirmed: true, ...resetMail(address) });
    });
    this.triggers.fire('mail');
  }

  private now(): Date {
    return new Date(this.clock.now().epochMilliseconds);
  }
}
