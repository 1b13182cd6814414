import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { Problem } from '../platform/http/problem.js';
import { Clock } from '../platform/time/clock.js';
import { EntryRules, type Entry } from './entry-rules.service.js';
import { RefreshTokensService } from './refresh-tokens.service.js';
import { MAX_USER_AGENT, SessionEntity } from './session.entity.js';
import { SessionEndsService } from './session-ends.service.js';
import { endOfLife } from './session-life.js';
import { SessionPresenter, type Opened } from './session-presenter.service.js';
import { sessionOver } from './users.contract.js';

/** What a browser shows to continue its session. */
export interface Shown {
  refreshToken: string | undefined;
  /** Whether it came under the cookie name of earlier versions. */
  isOldCookie: boolean;
  /** The request header User-Agent. */
  userAgent: string | undefined;
}

/** Starts and continues sessions: refresh tokens rotate, and reuse ends the session (RFC 9700, section 4.14). */
@Injectable()
export class SessionsService {
  constructor(
    private readonly database: DataSource,
    private readonly presenter: SessionPresenter,
    private readonly refreshTokens: RefreshTokensService,
    private readonly ends: SessionEndsService,
    private readonly entry: EntryRules,
    private readonly clock: Clock,
  ) {}

  /**
   * A new session for someone who has shown who they are. `checkedHash` is the hash that the typed password fitted. Checking takes a moment,
   * and a password that was replaced meanwhile must not open a session that the replacement has not ended.
   */
  async open(accountId: string, { userAgent, ...entry }: Entry & { userAgent?: string | undefined } = {}): Promise<Opened> {
    const id = uuidv7();
    const refreshToken = await this.database.transaction(async (tx) => {
      await this.entry.refuseEntry(tx, accountId, entry);
      await this.forgetOld(tx, accountId);
      const session = { id, accountId, createdAt: this.now(), endedAt: null, endedBecause: null, oldCookieUntil: null };
      await tx.insert(SessionEntity, { ...session, ...this.seen(userAgent) });
      return this.refreshTokens.first(tx, id);
    });
    return this.presenter.present({ id, accountId }, refreshToken);
  }

  /** Trades a refresh token for its successor. If an old token is used again after the grace, the session ends: somebody else has it too. */
  async renew(shown: Shown): Promise<Opened> {
    const traded = await this.database.transaction((tx) => this.trade(tx, shown));
    if (!traded) throw new Problem(sessionOver, 'Sign in again.');
    return this.presenter.present(traded.session, traded.refreshToken);
  }

  async signOut(refreshToken: string | undefined): Promise<void> {
    const known = await this.refreshTokens.find(this.database.manager, refreshToken ?? '');
    if (known) await this.ends.endOne(this.database.manager, known.sessionId, 'signed-out');
  }

  /** The session with the token to continue with, or null when the session is over. */
  private async trade(tx: EntityManager, shown: Shown): Promise<{ session: SessionEntity; refreshToken: string } | null> {
    const token = shown.refreshToken ?? '';
    const known = await this.refreshTokens.lock(tx, token);
    const session = known && (await tx.findOneBy(SessionEntity, { id: known.sessionId, endedAt: IsNull() }));
    if (!session || endOfLife(session) <= this.now()) return null;
    // A cookie of that name can be planted from another host of the same domain, so only sessions that had one may use it.
    if (shown.isOldCookie && !(session.oldCookieUntil && session.oldCookieUntil > this.now())) return null;
    if (this.refreshTokens.isReused(known)) {
      await this.ends.endReused(tx, session);
      return null;
    }
    const seen = this.seen(shown.userAgent);
    if (seen.userAgent !== session.userAgent || seen.lastSeenAt > session.lastSeenAt) await tx.update(SessionEntity, { id: session.id }, seen);
    return { session, refreshToken: await this.refreshTokens.successor(tx, token, known) };
  }

  /** Removes the account's sessions that nobody can continue. Until then ended sessions stay, with the reason. */
  private async forgetOld(tx: EntityManager, accountId: string): Promise<void> {
    await tx.query(
      `delete from session s where s.account_id = $1
         and not exists (select from refresh_token t where t.session_id = s.id and t.expires_at > $2)`,
      [accountId, this.now()],
    );
  }

  /** To the hour: enough to recognize a device, and one write an hour. */
  private seen(userAgent = ''): Pick<SessionEntity, 'userAgent' | 'lastSeenAt'> {
    const hour = this.now();
    hour.setUTCMinutes(0, 0, 0);
    return { userAgent: userAgent.slice(0, MAX_USER_AGENT), lastSeenAt: hour };
  }

  private now(): Date {
    return new Date(this.clock.now().epochMilliseconds);
  }
}
