import { Injectable, Logger } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { DataSource } from 'typeorm';
import { Signals } from '../queue/signals.js';
import { Clock } from '../time/clock.js';
import { DeliveryEntity } from './delivery.entity.js';
import { hiddenIn, hideSecrets } from './hide-secrets.js';
import { MailRecipients } from './mail-recipients.js';
import { MessageEntity, type MessageState } from './message.entity.js';
import { Post } from './post.js';
import { MOST_ATTEMPTS, waitAfter, type Outcome } from './smtp-outcome.js';

/** What is to become of the work: over, to be claimed again then, or somebody else's to end. */
export type Delivered = 'settled' | 'not ours' | { again: Temporal.Instant };

/**
 * Delivers messages, at most once each. An attempt is noted before the server is spoken to; where a process died in one, the message
 * becomes 'unknown' and is left alone. The choice: never twice is worth more than surely once, and the receipt says which it was.
 */
@Injectable()
export class DeliveryService {
  private readonly logger = new Logger(DeliveryService.name);

  constructor(
    private readonly database: DataSource,
    private readonly post: Post,
    private readonly recipients: MailRecipients,
    private readonly signals: Signals,
    private readonly clock: Clock,
  ) {}

  async deliver(messageId: string): Promise<Delivered> {
    const message = await this.database.manager.findOneBy(MessageEntity, { id: messageId });
    if (message?.state !== 'waiting') return 'settled';
    const attempts = await this.database.manager.findBy(DeliveryEntity, { messageId });
    if (!this.post.isRepeatable && attempts.some(({ finishedAt }) => finishedAt === null)) return this.settle(message, 'unknown');
    if (!(await this.recipients.mayReceive(message))) return this.settle(message, 'canceled');
    if (attempts.length >= MOST_ATTEMPTS) return this.settle(message, 'failed');
    return this.attempt(message, attempts.length + 1);
  }

  private async attempt(message: MessageEntity, attempt: number): Promise<Delivered> {
    const begun = { messageId: message.id, attempt, startedAt: this.now(), finishedAt: null, outcome: null, response: null };
    const { raw } = await this.database.manager.createQueryBuilder().insert().into(DeliveryEntity).values(begun).orIgnore().returning('attempt').execute();
    if ((raw as unknown[]).length === 0) return 'not ours';
    const outcome = await this.post.deliver(message);
    const finishedAt = this.clock.now();
    await this.note(message, attempt, outcome, finishedAt);
    if (outcome.kind === 'later') return { again: finishedAt.add({ seconds: waitAfter(attempt) }) };
    this.signals.say('mail-settled', message.id);
    return 'settled';
  }

  private async note(message: MessageEntity, attempt: number, { kind, response: said }: Outcome, finished: Temporal.Instant): Promise<void> {
    const { id, kind: about, secrets } = message;
    // A mail server may quote the link that it dislikes.
    const response = hiddenIn(said, secrets).slice(0, 1_000);
    const finishedAt = new Date(finished.epochMilliseconds);
    await this.database.transaction(async (tx) => {
      await tx.update(DeliveryEntity, { messageId: id, attempt }, { finishedAt, outcome: kind, response });
      if (kind !== 'later') await tx.update(MessageEntity, { id, state: 'waiting' }, { state: kind, settledAt: finishedAt, ...whatStays(message, kind) });
    });
    // The response may name the person: it stands in the receipt, not in the log.
    if (kind !== 'sent' && kind !== 'kept') this.logger.warn({ message: id, about, attempt, outcome: kind }, 'mail was not sent');
  }

  private async settle(message: MessageEntity, state: MessageState): Promise<Delivered> {
    const { id, kind } = message;
    await this.database.manager.update(MessageEntity, { id, state: 'waiting' }, { state, settledAt: this.now(), ...whatStays(message, state) });
    this.logger.warn({ message: id, about: kind, outcome: state }, 'mail is given up');
    this.signals.say('mail-settled', id);
    return 'settled';
  }

  private now(): Date {
    return new Date(this.clock.now().epochMilliseconds);
  }
}

/** What stays of a settled message: if it was kept, the bodies without their secret links, for admins; else nothing. What is gone cannot leak. */
function whatStays({ text, html, secrets }: MessageEntity, state: MessageState) {
  const bodies = state === 'kept' ? hideSecrets({ text, html }, secrets) : { text: '', html: '' };
  return { ...bodies, secrets: [], unsubscribeUrl: null };
}
