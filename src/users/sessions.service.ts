import { Inject, Injectable } from '@nestjs/common';
import { DataSource, IsNull, LessThanOrEqual, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { ACCESS_TOKEN_SECONDS, AccessTokens } from '../platform/auth/access-tokens.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { Problem } from '../platform/http/problem.js';
import { SecurityLog } from '../platform/http/security-log.js';
import type { KnownBrowser } from '../platform/limits/known-browsers.js';
import { emailKey } from '../platform/mail/email-address.contract.js';
import { Clock } from '../platform/time/clock.js';
import { SessionLookup } from './access/session-lookup.service.js';
import { AccountEntity } from './account.entity.js';
import { AccountsService } from './accounts.service.js';
import { emailConfirmationOf } from './email-confirmations/email-confirmation-state.js';
import { PasswordGuessesService } from './password-guesses.service.js';
import { fits } from './passwords.js';
import { RegistrationPolicyEntity } from './registration/registration-policy.entity.js';
import { RefreshTokenEntity } from './refresh-token.entity.js';
import { SessionEntity } from './session.entity.js';
import { hashOf, newToken, successorOf } from './tokens.js';
import { accountDeactivated, addressUnconfirmed, sessionOver, wrongCredentials, type Session } from './users.contract.js';

export const REFRESH_DAYS = 30;
/** A session ends this long after its sign-in, even if it is used, so that a stolen session cannot last forever. */
export const MAX_SESSION_DAYS = 180;
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
    private readonly lookup: SessionLookup,
    private readonly guesses: PasswordGuessesService,
    private readonly security: SecurityLog,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @param browser where the request carries a cookie of one that somebody signed in with before */
  async signIn(email: string, password: string, browser?: KnownBrowser): Promise<Opened> {
    const key = emailKey(email);
    const account = await this.database.manager.findOneBy(AccountEntity, { emailKey: key });
    const from = browser && browser.accountId === account?.id ? browser : undefined;
    if (!(await this.guesses.atSignIn(key, from, () => fits(password, account?.passwordHash, this.config))) || !account)
      throw new Problem(wrongCredentials, 'Try again, or set a new password.');
    return this.open(account.id, account.passwordHash);
  }

  /**
   * A new session for someone who has shown who they are. `checkedHash` is the hash that the typed password fitted: checking takes a moment, and
   * a password that was changed meanwhile must not open a session that the change has not ended.
   */
  async open(accountId: string, checkedHash?: string | null): Promise<Opened> {
    const [id, refreshToken] = [uuidv7(), newToken()];
    await this.database.transaction(async (tx) => {
      await this.refuseEntry(tx, accountId, checkedHash);
      await this.forgetOld(tx, accountId);
      await tx.insert(SessionEntity, { id, accountId, createdAt: this.now(), endedAt: null, endedBecause: null });
      await this.keep(tx, id, refreshToken);
    });
    return this.opened({ id, accountId }, refreshToken);
  }

  /** Trades a refresh token for its successor. An old one used again after the grace ends the whole session: somebody else has it. */
  async renew(token: string | undefined): Promise<Opened> {
    const traded = await this.database.transaction((tx) => this.trade(tx, token ?? ''));
    if (!traded) throw new Problem(sessionOver, 'Sign in again.');
    return this.opened(traded.session, traded.refreshToken);
  }

  async signOut(token: string | undefined): Promise<void> {
    const known = await this.database.manager.findOneBy(RefreshTokenEntity, { hash: hashOf(token ?? '') });
    if (known) await this.end(this.database.manager, { id: known.sessionId }, 'signed-out');
  }

  /** Ends every session of an account, as after a new password. */
  async endAll(tx: EntityManager, accountId: string, because: string): Promise<void> {
    await this.end(tx, { accountId }, because);
  }

  /** The lock makes a change of the password and a deactivation wait until the session exists, so that they end it. */
  private async refuseEntry(tx: EntityManager, accountId: string, checkedHash: string | null | undefined): Promise<void> {
    const account = await tx.findOne(AccountEntity, { where: { id: accountId }, lock: { mode: 'pessimistic_read' } });
    if (!account || (checkedHash !== undefined && account.passwordHash !== checkedHash))
      throw new Problem(wrongCredentials, 'Try again, or set a new password.');
    if (account.deactivatedAt) throw new Problem(accountDeactivated, 'Ask your administrator to reactivate it.');
    const confirmation = emailConfirmationOf(account.emailConfirmedAt, this.config);
    // Where the domain of an address opens the door, the address must be the person's own.
    if (confirmation !== 'confirmed' && (await tx.existsBy(RegistrationPolicyEntity, { mode: 'domain' })))
      throw new Problem(addressUnconfirmed, HOW_TO_CONFIRM[confirmation]);
  }

  /** Answers the session with the token to go on with, or null when it is over. The lock makes two tabs take turns. */
  private async trade(tx: EntityManager, token: string): Promise<{ session: SessionEntity; refreshToken: string } | null> {
    const known = await tx.findOne(RefreshTokenEntity, { where: { hash: hashOf(token) }, lock: { mode: 'pessimistic_write' } });
    const session = known && (await tx.findOneBy(SessionEntity, { id: known.sessionId, endedAt: IsNull() }));
    if (!session || known.expiresAt <= this.now() || lastMoment(session) <= this.now()) return null;
    if (known.usedAt && this.now().getTime() - known.usedAt.getTime() > GRACE_MS) {
      await this.end(tx, { id: session.id }, 'token-reused');
      this.security.note('refresh-token-reused', { session: session.id, person: session.accountId });
      return null;
    }
    if (known.usedAt) return { session, refreshToken: await this.newestAfter(tx, token) };
    await tx.update(RefreshTokenEntity, { hash: known.hash }, { usedAt: this.now() });
    await tx.delete(RefreshTokenEntity, { sessionId: session.id, expiresAt: LessThanOrEqual(this.now()) });
    const refreshToken = this.successorOf(token);
    await this.keep(tx, session.id, refreshToken);
    return { session, refreshToken };
  }

  /** The end of the chain: an older successor would count as stolen as soon as the grace of its own trade is over. */
  private async newestAfter(tx: EntityManager, token: string): Promise<string> {
    for (let newest = this.successorOf(token); ; newest = this.successorOf(newest)) {
      const known = await tx.findOneBy(RefreshTokenEntity, { hash: hashOf(newest) });
      if (!known?.usedAt) return newest;
    }
  }

  private successorOf(token: string): string {
    return successorOf(token, this.config.DAYMARK_TOKEN_SECRET);
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

  private async opened({ id, accountId }: Pick<SessionEntity, 'id' | 'accountId'>, refreshToken: string): Promise<Opened> {
    await this.database.manager.update(AccountEntity, { id: accountId }, { lastSeenAt: this.now() });
    const account = await this.accounts.read(accountId);
    const accessToken = this.tokens.issue({ sub: accountId, sid: id });
    return { session: { accessToken, expiresInSeconds: ACCESS_TOKEN_SECONDS, account }, refreshToken };
  }

  private async end(tx: EntityManager, which: { id: string } | { accountId: string }, endedBecause: string): Promise<void> {
    const ended = await tx
      .createQueryBuilder()
      .update(SessionEntity)
      .set({ endedAt: this.now(), endedBecause })
      .where({ ...which, endedAt: IsNull() })
      .returning('account_id')
      .execute();
    for (const { account_id } of ended.raw as { account_id: string }[]) this.lookup.forget(account_id);
  }

  private now(): Date {
    return new Date(this.clock.now().epochMilliseconds);
  }
}

const HOW_TO_CONFIRM = {
  'waits-for-link': 'We sent a link to it. Open the link, then sign in. To get another link, set a new password.',
  'waits-for-admin': 'Daymark has no mail server here. Ask an administrator to confirm your address, then sign in.',
};

const lastMoment = ({ createdAt }: SessionEntity): Date => new Date(createdAt.getTime() + MAX_SESSION_DAYS * 86_400_000);
