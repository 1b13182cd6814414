import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Signals } from '../queue/signals.js';
import { Clock } from '../time/clock.js';
import { DeliveryEntity } from './delivery.entity.js';
import { MessageEntity, type MessageState } from './message.entity.js';
import { Post, type Outcome } from './post.js';

const MOST_ATTEMPTS = 8;

/** Thrown for a message that is to be tried again: its work stays in the list, claimed until its time comes. */
export class TryLater extends Error {}

/**
 * Delivers messages, at most once each. An attempt is noted before the server is spoken to; where a process died in one, the message
 * becomes 'unknown' and is left alone. The choice: never twice is worth more than surely once, and the receipt says which it was.
 */
@Injectable()
export class DeliveryService {
  constructor(
    private readonly database: DataSource,
    private readonly post: Post,
    private readonly signals: Signals,
    private readonly clock: Clock,
  ) {}

  async deliver(messageId: string): Promise<void> {
    const message = await this.database.manager.findOneBy(MessageEntity, { id: messageId });
    if (message?.state !== 'waiting') return;
    const attempts = await this.database.manager.findBy(DeliveryEntity, { messageId });
    if (attempts.some(({ finishedAt }) => finishedAt === null)) return this.settle(message, 'unknown');
    if (attempts.length >= MOST_ATTEMPTS) return this.settle(message, 'failed');
    await this.attempt(message, attempts.length + 1);
  }

  private async attempt(message: MessageEntity, attempt: number): Promise<void> {
    const begun = { messageId: message.id, attempt, startedAt: this.now(), finishedAt: null, outcome: null, response: null };
    const { raw } = await this.database.manager.createQueryBuilder().insert().into(DeliveryEntity).values(begun).orIgnore().returning('attempt').execute();
    // Somebody else began this very attempt: it is theirs to end.
    if ((raw as unknown[]).length === 0) return;
    const outcome = await this.post.deliver(message);
    await this.note(message, attempt, outcome);
    if (outcome.kind === 'later') throw new TryLater(`${message.kind}: ${outcome.response}`);
    this.signals.say('mail-settled', message.id);
  }

  private async note({ id }: MessageEntity, attempt: number, { kind, response }: Outcome): Promise<void> {
    await this.database.transaction(async (tx) => {
      await tx.update(DeliveryEntity, { messageId: id, attempt }, { finishedAt: this.now(), outcome: kind, response: response.slice(0, 1_000) });
      if (kind === 'later') return;
      // What was kept stays readable for admins; what was sent is gone from here.
      const body = kind === 'sent' ? { text: '', html: '' } : {};
      await tx.update(MessageEntity, { id, state: 'waiting' }, { state: kind, settledAt: this.now(), ...body });
    });
  }

  private async settle({ id }: MessageEntity, state: MessageState): Promise<void> {
    await this.database.manager.update(MessageEntity, { id, state: 'waiting' }, { state, settledAt: this.now(), text: '', html: '' });
    this.signals.say('mail-settled', id);
  }

  private now(): Date {
    return new Date(this.clock.now().epochMilliseconds);
  }
}
