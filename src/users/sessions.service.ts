import { Inject, Injectable } from '@nestjs/common';
import { DataSource, IsNull, LessThanOrEqual, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { ACCESS_TOKEN_SECONDS, AccessTokens } from '../platform/auth/access-tokens.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { Problem } from '../platform/http/problem.js';
import { emailKey } from '../platform/mail/email-address.contract.js';
import { Clock } from '../platform/time/clock.js';
import { AccountEntity } from './account.entity.js';
import { AccountsService } from './accounts.service.js';
import { fits } from './passwords.js';
import { RefreshTokenEntity } from './refresh-token.entity.js';
import { SessionEntity } from './session.entity.js';
import { hashOf, newToken, successorOf } from './tokens.js';
import { sessionOver, wrongCredentials, type Session } from './users.contract.js';

export const REFRESH_DAYS = 30;
/** Two tabs at once, or an answer that got lost: within this time an old token gets the same successor again. */
const GRACE_MS = 10_000;

/** A session as it begins or goes on: what the caller sees, and the token for the cookie. */
export interface Opened {
  session: Session;
  refreshToken: string;
}

/** Signing in and staying signed in (design: rotation with reuse detection; RFC 9700, section 4.14). */
@Injectable()
export class SessionsService {
  constructor(
    private readonly database: DataSource,
    private readonly accounts: AccountsService,
    private readonly tokens: AccessTokens,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async signIn(email: string, password: string): Promise<Opened> {
    const account = await this.database.manager.findOneBy(AccountEntity, { emailKey: emailKey(email) });
    if (!(await fits(password, account?.passwordHash)) || !account) throw new Problem(wrongCredentials, 'Try again, or set a new password.');
    return this.open(account.id);
  }

  /** A new session for someone who has shown who they are. */
  async open(accountId: string): Promise<Opened> {
    const [id, refreshToken] = [uuidv7(), newToken()];
    await this.database.transaction(async (tx) => {
      await this.forgetOld(tx, accountId);
      await tx.insert(SessionEntity, { id, accountId, createdAt: this.now(), endedAt: null, endedBecause: null });
      await this.keep(tx, id, refreshToken);
    });
    return this.opened(accountId, refreshToken);
  }

  /** Trades a refresh token for its successor. An old one used again after the grace ends the whole session: somebody else has it. */
  async renew(token: string | undefined): Promise<Opened> {
    const successor = successorOf(token ?? '', this.config.DAYMARK_TOKEN_SECRET);
    const accountId = await this.database.transaction((tx) => this.trade(tx, token ?? '', successor));
    if (!accountId) throw new Problem(sessionOver, 'Sign in again.');
    return this.opened(accountId, successor);
  }

  async signOut(token: string | undefined): Promise<void> {
    const known = await this.database.manager.findOneBy(RefreshTokenEntity, { hash: hashOf(token ?? '') });
    if (known) await this.end(this.database.manager, { id: known.sessionId }, 'signed-out');
  }

  /** Ends every session of an account, as after a new password. */
  async endAll(tx: EntityManager, accountId: string, because: string): Promise<void> {
    await this.end(tx, { accountId }, because);
  }

  /** Answers the account, or null where the session is over. The lock makes two tabs take turns. */
  private async trade(tx: EntityManager, token: string, successor: string): Promise<string | null> {
    const known = await tx.findOne(RefreshTokenEntity, { where: { hash: hashOf(token) }, lock: { mode: 'pessimistic_write' } });
    const session = known && (await tx.findOneBy(SessionEntity, { id: known.sessionId, endedAt: IsNull() }));
    if (!session || known.expiresAt <= this.now()) return null;
    if (known.usedAt && this.now().getTime() - known.usedAt.getTime() > GRACE_MS) {
      await this.end(tx, { id: session.id }, 'token-reused');
      return null;
    }
    if (!known.usedAt) {
      await tx.update(RefreshTokenEntity, { hash: known.hash }, { usedAt: this.now() });
      await tx.delete(RefreshTokenEntity, { sessionId: session.id, expiresAt: LessThanOrEqual(this.now()) });
      await this.keep(tx, session.id, successor);
    }
    return session.accountId;
  }

  private async keep(tx: EntityManager, sessionId: string, token: string): Promise<void> {
    const expiresAt = new Date(this.now().getTime() + REFRESH_DAYS * 86_400_000);
    await tx.insert(RefreshTokenEntity, { hash: hashOf(token), sessionId, expiresAt, usedAt: null });
  }

  /** Removes the account's sessions that nobody can go on with. Until then those that ended stay, with the reason. */
  private async forgetOld(tx: EntityManager, accountId: string): Promise<void> {
    await tx.query(
      `delete from session s where s.account_id = $1
         and not exists (select from refresh_token t where t.session_id = s.id and t.expires_at > $2)`,
      [accountId, this.now()],
    );
  }

  private async opened(accountId: string, refreshToken: string): Promise<Opened> {
    await this.database.manager.update(AccountEntity, { id: accountId }, { lastSeenAt: this.now() });
    const account = await this.accounts.read(accountId);
    const accessToken = this.tokens.issue({ id: account.id, roles: account.accountRoles });
    return { session: { accessToken, expiresInSeconds: ACCESS_TOKEN_SECONDS, account }, refreshToken };
  }

  private async end(tx: EntityManager, which: { id: string } | { accountId: string }, endedBecause: string): Promise<void> {
    await tx.update(SessionEntity, { ...which, endedAt: IsNull() }, { endedAt: this.now(), endedBecause });
  }

  private now(): Date {
    return new Date(this.clock.now().epochMilliseconds);
  }
}
