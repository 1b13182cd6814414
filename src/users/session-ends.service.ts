import { Injectable } from '@nestjs/common';
import { IsNull, Not, type EntityManager, type FindOptionsWhere } from 'typeorm';
import { SecurityLog } from '../platform/http/security-log.js';
import { Clock } from '../platform/time/clock.js';
import { SessionLookup } from './access/session-lookup.service.js';
import { SessionEntity, type EndedBecause } from './session.entity.js';

/** Ends sessions: in this process with the next request, in others within five seconds. */
@Injectable()
export class SessionEndsService {
  constructor(
    private readonly lookup: SessionLookup,
    private readonly security: SecurityLog,
    private readonly clock: Clock,
  ) {}

  endOne(tx: EntityManager, id: string, because: EndedBecause): Promise<void> {
    return this.end(tx, { id }, because);
  }

  /** Ends every session of an account, as after a new password. */
  endAll(tx: EntityManager, accountId: string, because: EndedBecause): Promise<void> {
    return this.end(tx, { accountId }, because);
  }

  /** @param sessionId the one that stays */
  endOthers(tx: EntityManager, accountId: string, sessionId: string | undefined): Promise<void> {
    return this.end(tx, { accountId, ...(sessionId && { id: Not(sessionId) }) }, 'signed-out-elsewhere');
  }

  /** Ends a session of which an old refresh token was used again, no matter who holds it. */
  async endReused(tx: EntityManager, { id, accountId }: Pick<SessionEntity, 'id' | 'accountId'>): Promise<void> {
    await this.end(tx, { id }, 'token-reused');
    this.security.note('refresh-token-reused', { session: id, person: accountId });
  }

  private async end(tx: EntityManager, which: FindOptionsWhere<SessionEntity>, endedBecause: EndedBecause): Promise<void> {
    const endedAt = new Date(this.clock.now().epochMilliseconds);
    const ended = await tx
      .createQueryBuilder()
      .update(SessionEntity)
      .set({ endedAt, endedBecause })
      .where({ ...which, endedAt: IsNull() })
      .returning('account_id')
      .execute();
    for (const { account_id } of ended.raw as { account_id: string }[]) this.lookup.forget(account_id);
  }
}
