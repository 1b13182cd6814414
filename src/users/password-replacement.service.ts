import { Inject, Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { Clock } from '../platform/time/clock.js';
import { AccountEntity } from './account.entity.js';
import { EmailChangeEntity } from './email-change/email-change.entity.js';
import { PasswordResetEntity } from './password-reset.entity.js';
import { hashPassword } from './passwords.js';
import { SecurityNoticesService } from './security-notices/security-notices.service.js';
import { SessionEndsService } from './session-ends.service.js';
import { StandingAccessService } from './standing-access.service.js';

export interface Replacement {
  passwordHash: string;
  /** Made by Daymark, for the person to change. */
  isMadeUp?: boolean;
  /** Whether personal access tokens and the calendar address end too. */
  revokeAccess: boolean;
}

/** What every new password does, however it was set. */
@Injectable()
export class PasswordReplacementService {
  constructor(
    private readonly sessions: SessionEndsService,
    private readonly access: StandingAccessService,
    private readonly notices: SecurityNoticesService,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Slow on purpose: call it before the transaction where you can. */
  hash(password: string): Promise<string> {
    return hashPassword(password, this.config);
  }

  /**
   * Replaces the password of an account that this transaction has locked. It ends every session, uses up every reset link and cancels a
   * change of the email address, because someone else may have started it. Call `send` of the notices after the commit.
   */
  async replace(tx: EntityManager, account: AccountEntity, { passwordHash, isMadeUp = false, revokeAccess }: Replacement): Promise<void> {
    const now = new Date(this.clock.now().epochMilliseconds);
    await tx.update(AccountEntity, { id: account.id }, { passwordHash, passwordChosenAt: isMadeUp ? null : now });
    await this.sessions.endAll(tx, account.id, 'password-changed');
    await tx.update(PasswordResetEntity, { accountId: account.id, usedAt: IsNull() }, { usedAt: now });
    await tx.delete(EmailChangeEntity, { accountId: account.id });
    if (revokeAccess) await this.access.revoke(tx, account.id);
    // The first password of an account replaces nothing.
    if (account.passwordHash !== null) await this.notices.passwordReplaced(tx, account, revokeAccess);
  }

  send(): void {
    this.notices.send();
  }
}
