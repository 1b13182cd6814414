import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { Clock } from '../time/clock.js';
import { Worklist } from '../worklist/worklist.js';
import type { MailContent } from './letter.js';
import { MessageEntity } from './message.entity.js';

/** An email address and when it was confirmed; null if it was not. */
export interface Recipient {
  email: string;
  emailConfirmedAt: Date | string | null;
}

export interface Draft extends MailContent {
  personId: string;
  kind: string;
  /** Unique per person and kind: what may only be said once has one key. */
  key: string;
  to: Recipient;
  /** For mail whose link proves that the address is theirs: confirmations, password links and invitations. It contains no text that people typed. */
  toUnconfirmed?: boolean;
  unsubscribeUrl?: string;
}

/** Where features put mail. After the commit they fire the trigger 'mail'. */
@Injectable()
export class Mail {
  constructor(
    private readonly worklist: Worklist,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Whether mail of every kind goes to this address. */
  mayReach({ emailConfirmedAt }: Recipient): boolean {
    return emailConfirmedAt !== null || this.config.DAYMARK_CONFIRM_ADDRESSES === 'off';
  }

  /** Writes a message in the transaction of its cause; false when there is one under this key already, or the address is not confirmed. */
  async write(tx: EntityManager, { to, toUnconfirmed = false, unsubscribeUrl, ...draft }: Draft): Promise<boolean> {
    if (!toUnconfirmed && !this.mayReach(to)) return false;
    const id = uuidv7();
    const createdAt = new Date(this.clock.now().epochMilliseconds);
    const message = {
      ...draft,
      secrets: [...draft.secrets],
      id,
      toAddress: to.email,
      unsubscribeUrl: unsubscribeUrl ?? null,
      state: 'waiting' as const,
      createdAt,
      settledAt: null,
    };
    const { raw } = await tx.createQueryBuilder().insert().into(MessageEntity).values(message).orIgnore().returning('id').execute();
    const isNew = (raw as unknown[]).length > 0;
    if (isNew) await this.worklist.mark(tx, 'mail', id);
    return isNew;
  }
}
