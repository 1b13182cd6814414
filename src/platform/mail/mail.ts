import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { Clock } from '../time/clock.js';
import { Worklist } from '../worklist/worklist.js';
import { MessageEntity } from './message.entity.js';

export interface Draft {
  personId: string;
  kind: string;
  /** Unique per person and kind: what may only be said once has one key. */
  key: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  unsubscribeUrl?: string;
}

/** Where features put mail. After the commit they fire the trigger 'mail'. */
@Injectable()
export class Mail {
  constructor(
    private readonly worklist: Worklist,
    private readonly clock: Clock,
  ) {}

  /** Writes a message in the transaction of its cause; false when there is one under this key already. */
  async write(tx: EntityManager, { to, unsubscribeUrl, ...draft }: Draft): Promise<boolean> {
    const id = uuidv7();
    const createdAt = new Date(this.clock.now().epochMilliseconds);
    const message = { ...draft, id, toAddress: to, unsubscribeUrl: unsubscribeUrl ?? null, state: 'waiting' as const, createdAt, settledAt: null };
    const { raw } = await tx.createQueryBuilder().insert().into(MessageEntity).values(message).orIgnore().returning('id').execute();
    const isNew = (raw as unknown[]).length > 0;
    if (isNew) await this.worklist.mark(tx, 'mail', id);
    return isNew;
  }

  /** Removes every message to a person, in the transaction that deletes their account; what still waits is not sent. */
  async forget(tx: EntityManager, personId: string): Promise<void> {
    await tx.delete(MessageEntity, { personId });
  }
}
