import { Inject, Injectable } from '@nestjs/common';
import { LessThanOrEqual, type EntityManager } from 'typeorm';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { Clock } from '../platform/time/clock.js';
import { RefreshTokenEntity } from './refresh-token.entity.js';
import { REFRESH_DAYS } from './session-life.js';
import { hashOf, newToken, successorOf } from './tokens.js';

/** Within this time, an old token gets the same successor again, for two tabs at once or for a lost answer. */
const GRACE_MS = 10_000;

/** The chain of refresh tokens of a session: each is traded once for its successor. */
@Injectable()
export class RefreshTokensService {
  constructor(
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The first token of a session. */
  async first(tx: EntityManager, sessionId: string): Promise<string> {
    const token = newToken();
    await this.keep(tx, sessionId, token);
    return token;
  }

  find(tx: EntityManager, token: string): Promise<RefreshTokenEntity | null> {
    return tx.findOneBy(RefreshTokenEntity, { hash: hashOf(token) });
  }

  /** The token, unless it has expired. The lock makes two tabs take turns. */
  async lock(tx: EntityManager, token: string): Promise<RefreshTokenEntity | null> {
    const known = await tx.findOne(RefreshTokenEntity, { where: { hash: hashOf(token) }, lock: { mode: 'pessimistic_write' } });
    return known && known.expiresAt > this.now() ? known : null;
  }

  /** Whether a token is used again after the grace: then somebody else has it too. */
  isReused({ usedAt }: RefreshTokenEntity): boolean {
    return usedAt !== null && this.now().getTime() - usedAt.getTime() > GRACE_MS;
  }

  /** The token to continue with. */
  async successor(tx: EntityManager, token: string, { hash, sessionId, usedAt }: RefreshTokenEntity): Promise<string> {
    if (usedAt) return this.newestAfter(tx, token);
    await tx.update(RefreshTokenEntity, { hash }, { usedAt: this.now() });
    await tx.delete(RefreshTokenEntity, { sessionId, expiresAt: LessThanOrEqual(this.now()) });
    const next = this.after(token);
    await this.keep(tx, sessionId, next);
    return next;
  }

  /** The end of the chain. An older successor would count as stolen when the grace of its own trade is over. */
  private async newestAfter(tx: EntityManager, token: string): Promise<string> {
    for (let newest = this.after(token); ; newest = this.after(newest)) {
      const known = await this.find(tx, newest);
      if (!known?.usedAt) return newest;
    }
  }

  private after(token: string): string {
    return successorOf(token, this.config.DAYMARK_TOKEN_SECRET);
  }

  private async keep(tx: EntityManager, sessionId: string, token: string): Promise<void> {
    const expiresAt = new Date(this.now().getTime() + REFRESH_DAYS * 86_400_000);
    await tx.insert(RefreshTokenEntity, { hash: hashOf(token), sessionId, expiresAt, usedAt: null });
  }

  private now(): Date {
    return new Date(this.clock.now().epochMilliseconds);
  }
}
