import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { AccountRole, Scope } from '../../platform/auth/permission.contract.js';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.module.js';
import type { MailContent } from '../../platform/mail/letter.js';
import { Mail } from '../../platform/mail/mail.js';
import { Triggers } from '../../platform/queue/triggers.js';
import type { AccountEntity } from '../account.entity.js';
import { calendarLinkMail, newEmailMail, oldEmailMail, passwordMail, rolesMail, tokenMail } from './security-mails.js';

/** Whom a notice is for. An unconfirmed address gets none. */
type Owner = Pick<AccountEntity, 'id' | 'email' | 'emailConfirmedAt'>;

/** Tells people by mail when the security of their account changes. Each notice is written in the transaction of the change. */
@Injectable()
export class SecurityNoticesService {
  constructor(
    private readonly mail: Mail,
    private readonly triggers: Triggers,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async passwordReplaced(tx: EntityManager, owner: Owner, isAccessRevoked: boolean): Promise<void> {
    await this.write(tx, owner, 'password-changed', passwordMail({ publicUrl: this.config.DAYMARK_PUBLIC_URL, isAccessRevoked }));
  }

  async tokenCreated(tx: EntityManager, owner: Owner, token: { name: string; scopes: readonly Scope[] }): Promise<void> {
    await this.write(tx, owner, 'token-created', tokenMail({ publicUrl: this.config.DAYMARK_PUBLIC_URL, ...token }));
  }

  async calendarLinkCreated(tx: EntityManager, owner: Owner): Promise<void> {
    await this.write(tx, owner, 'calendar-link-created', calendarLinkMail({ publicUrl: this.config.DAYMARK_PUBLIC_URL }));
  }

  async rolesChanged(tx: EntityManager, owner: Owner, roles: { given: readonly AccountRole[]; taken: readonly AccountRole[] }): Promise<void> {
    if (roles.given.length + roles.taken.length > 0) await this.write(tx, owner, 'roles-changed', rolesMail(roles));
  }

  /** Tells both mailboxes. */
  async emailChanged(tx: EntityManager, before: Owner, after: Owner): Promise<void> {
    await this.write(tx, before, 'email-changed', oldEmailMail());
    await this.write(tx, after, 'email-changed', newEmailMail({ publicUrl: this.config.DAYMARK_PUBLIC_URL }));
  }

  /** Call this after the commit. */
  send(): void {
    this.triggers.fire('mail');
  }

  private async write(tx: EntityManager, owner: Owner, kind: string, mail: MailContent): Promise<void> {
    await this.mail.write(tx, { personId: owner.id, kind, key: uuidv7(), to: owner, ...mail });
  }
}
