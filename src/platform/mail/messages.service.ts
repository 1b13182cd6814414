import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Audit } from '../audit/audit.js';
import type { Person } from '../auth/person.js';
import { readCursor, writeCursor } from '../http/cursor.js';
import { Problem } from '../http/problem.js';
import { notFound } from '../http/problems.contract.js';
import { DeliveryEntity } from './delivery.entity.js';
import type { Message, MessageInFull } from './mail.contract.js';
import { MessageEntity } from './message.entity.js';

/** What was written to whom, and what became of it: for admins. Secret links are not among it (hide-secrets.ts). */
@Injectable()
export class MessagesService {
  constructor(
    private readonly database: DataSource,
    private readonly audit: Audit,
  ) {}

  async list({ limit, cursor }: { limit: number; cursor?: string | undefined }): Promise<{ items: Message[]; nextCursor: string | null }> {
    const before = readCursor(cursor, 2);
    const query = this.database.manager
      .createQueryBuilder(MessageEntity, 'm')
      .orderBy({ 'm.createdAt': 'DESC', 'm.id': 'DESC' })
      .limit(limit + 1);
    if (before) query.where('(m.created_at, m.id) < (:at::timestamptz, :id::uuid)', { at: before[0], id: before[1] });
    const rows = await query.getMany();
    const items = rows.slice(0, limit).map(shown);
    const last = items.at(-1);
    return { items, nextCursor: rows.length > limit && last ? writeCursor([last.createdAt, last.id]) : null };
  }

  /** Mail may be private, so the audit trail says who read it. */
  async read(admin: Person, messageId: string): Promise<MessageInFull> {
    const message = await this.database.manager.findOneBy(MessageEntity, { id: messageId });
    if (!message) throw new Problem(notFound, 'There is no such message.');
    await this.database.transaction((tx) => this.note(tx, admin, message));
    const deliveries = await this.database.manager.find(DeliveryEntity, { where: { messageId }, order: { attempt: 'asc' } });
    return {
      ...shown(message),
      text: message.state === 'kept' ? message.text : '',
      html: message.state === 'kept' ? message.html : '',
      deliveries: deliveries.map(({ attempt, startedAt, finishedAt, outcome, response }) => ({
        attempt,
        startedAt: startedAt.toISOString(),
        finishedAt: finishedAt?.toISOString() ?? null,
        outcome,
        response,
      })),
    };
  }

  private async note(tx: EntityManager, admin: Person, { id: messageId, personId, kind }: MessageEntity): Promise<void> {
    // Somebody who is invited has no account yet, but the account gets the id that the message has.
    await this.audit.record(tx, { act: 'mail-read', by: admin, subject: personId, detail: { messageId, mailKind: kind } });
  }
}

const shown = ({ id, kind, toAddress, subject, state, createdAt, settledAt }: MessageEntity): Message => ({
  id,
  kind,
  to: toAddress,
  subject,
  state,
  createdAt: createdAt.toISOString(),
  settledAt: settledAt?.toISOString() ?? null,
});
