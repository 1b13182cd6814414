import { Inject, Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import type { Person } from '../../platform/auth/person.js';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.module.js';
import { Problem } from '../../platform/http/problem.js';
import { emailKey } from '../../platform/mail/email-address.contract.js';
import { Clock } from '../../platform/time/clock.js';
import { lockChecked, PresentPasswordService } from '../present-password.service.js';
import { EmailChangeEntity } from './email-change.entity.js';
import { EmailChangeErasure } from './email-change-erasure.service.js';
import { EmailChangeLinksService } from './email-change-links.service.js';
import { noEmailChange, sameEmail, type EmailChange } from './email-change.contract.js';

const LINK_HOURS = 24;

/** Requests to change an email address. The current address stays until the person uses the link sent to the new one. */
@Injectable()
export class EmailChangesService {
  constructor(
    private readonly database: DataSource,
    private readonly presentPassword: PresentPasswordService,
    private readonly links: EmailChangeLinksService,
    private readonly erasure: EmailChangeErasure,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async read(me: Person, tx: EntityManager = this.database.manager): Promise<EmailChange> {
    const change = await tx.findOneBy(EmailChangeEntity, { accountId: me.id });
    return { email: change?.email ?? null, expiresAt: change?.expiresAt.toISOString() ?? null, isMailSent: this.config.SMTP_URL !== undefined };
  }

  /** Replaces an earlier unconfirmed address. The answer is the same whether or not the new address has an account. */
  async request(me: Person, { email, password }: { email: string; password: string }): Promise<EmailChange> {
    const checked = await this.presentPassword.check(me, password);
    if (email === checked.email) throw new Problem(sameEmail, 'Enter another email address.');
    const key = emailKey(email);
    await this.links.count(me.id, key);
    const change = await this.database.transaction(async (tx) => {
      await lockChecked(tx, me, checked);
      const change = { accountId: me.id, id: randomUUID(), email, emailKey: key, requestedAt: this.now(), expiresAt: this.expiry() };
      await tx.upsert(EmailChangeEntity, change, ['accountId']);
      await this.erasure.schedule(tx, me.id, change.expiresAt);
      await this.links.write(tx, change);
      return this.read(me, tx);
    });
    this.links.send();
    return change;
  }

  /** Sends the same link again, for a mail that got lost. */
  async resend(me: Person): Promise<EmailChange> {
    const waiting = await this.database.manager.findOneBy(EmailChangeEntity, { accountId: me.id });
    if (!waiting) throw nothingWaits();
    await this.links.count(me.id, waiting.emailKey);
    const change = await this.database.transaction(async (tx) => {
      const expiresAt = this.expiry();
      const { affected } = await tx.update(EmailChangeEntity, { id: waiting.id }, { expiresAt });
      if (!affected) throw nothingWaits();
      await this.erasure.schedule(tx, me.id, expiresAt);
      await this.links.write(tx, waiting);
      return this.read(me, tx);
    });
    this.links.send();
    return change;
  }

  async cancel(me: Person): Promise<EmailChange> {
    await this.database.manager.delete(EmailChangeEntity, { accountId: me.id });
    return this.read(me);
  }

  private expiry(): Date {
    return new Date(this.now().getTime() + LINK_HOURS * 3_600_000);
  }

  private now(): Date {
    return new Date(this.clock.now().epochMilliseconds);
  }
}

const nothingWaits = () => new Problem(noEmailChange, 'It was confirmed or canceled. To change your address, enter the new one again.');
