import { Controller, Inject } from '@nestjs/common';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { Route, type Call, type Cookies } from '../platform/http/route.js';
import { BROWSER_COOKIE, BROWSER_DAYS, KnownBrowsers } from '../platform/limits/known-browsers.js';
import { AccountDeletionService } from './account-deletion.service.js';
import { PasswordChangeService } from './password-change.service.js';
import { PLAIN_NAME, refreshCookie, refreshTokenOf, sessionsOnly } from './refresh-cookie.js';
import { RegistrationsService } from './registrations.service.js';
import { SessionsService, type Opened } from './sessions.service.js';
import { SignInService } from './sign-in.service.js';
import { changePassword, deleteAccount, register, renewSession, signIn, signOut, type Session } from './users.contract.js';

/** How earlier versions set it over TLS. */
const OLD_COOKIE = { httpOnly: true, sameSite: 'strict', path: '/api/v1/sessions', secure: true } as const;

/** Where the refresh cookie comes and goes. */
@Controller()
export class SessionsController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly signIns: SignInService,
    private readonly deletion: AccountDeletionService,
    private readonly registrations: RegistrationsService,
    private readonly passwords: PasswordChangeService,
    private readonly browsers: KnownBrowsers,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Route(register)
  async register({ headers, body, cookies }: Call<typeof register>): Promise<Session> {
    const opened = await this.sessions.open(await this.registrations.register(body), { userAgent: headers['user-agent'] });
    const session = this.hand(cookies, opened);
    this.remember(cookies, session);
    return session;
  }

  @Route(signIn)
  async signIn({ headers, body, cookies }: Call<typeof signIn>): Promise<Session> {
    const device = { userAgent: headers['user-agent'], browser: this.browsers.of(cookies) };
    const opened = await this.signIns.signIn(body.email, body.password, device);
    const session = this.hand(cookies, opened);
    this.remember(cookies, session);
    return session;
  }

  @Route(renewSession)
  async renew({ headers, cookies }: Call<typeof renewSession>): Promise<Session> {
    const shown = refreshTokenOf(cookies, this.config.DAYMARK_PUBLIC_URL);
    return this.hand(cookies, await this.sessions.renew({ ...shown, userAgent: headers['user-agent'] }));
  }

  @Route(signOut)
  async signOut({ cookies }: Call<typeof signOut>): Promise<undefined> {
    await this.sessions.signOut(refreshTokenOf(cookies, this.config.DAYMARK_PUBLIC_URL).refreshToken);
    this.take(cookies);
  }

  /** Every session ends with the old password; this browser gets a new one at once. */
  @Route(changePassword)
  async changePassword({ me, headers, body, cookies }: Call<typeof changePassword>): Promise<undefined> {
    await this.passwords.change(me, body);
    this.hand(cookies, await this.sessions.open(me.id, { userAgent: headers['user-agent'] }));
  }

  @Route(deleteAccount)
  async deleteAccount({ me, body, cookies }: Call<typeof deleteAccount>): Promise<undefined> {
    await this.deletion.delete(me, body.password);
    this.take(cookies);
  }

  private hand(cookies: Cookies, { session, refreshToken }: Opened): Session {
    const { name, options } = refreshCookie(this.config.DAYMARK_PUBLIC_URL);
    cookies.set(name, refreshToken, options);
    this.clearOld(cookies);
    return session;
  }

  /** This browser is known from now on: what strangers guess elsewhere does not slow it down. */
  private remember(cookies: Cookies, { account }: Session): void {
    if (this.browsers.of(cookies)?.accountId === account.id) return;
    const cookie = { ...sessionsOnly(this.config.DAYMARK_PUBLIC_URL), maxAge: BROWSER_DAYS * 86_400 };
    cookies.set(BROWSER_COOKIE, this.browsers.cookieFor(account.id), cookie);
  }

  private take(cookies: Cookies): void {
    const { name, options } = refreshCookie(this.config.DAYMARK_PUBLIC_URL);
    cookies.clear(name, options);
    this.clearOld(cookies);
  }

  /** The cookie under the name of earlier versions, where a browser still has one. */
  private clearOld(cookies: Cookies): void {
    const { name } = refreshCookie(this.config.DAYMARK_PUBLIC_URL);
    if (name !== PLAIN_NAME && cookies.get(PLAIN_NAME) !== undefined) cookies.clear(PLAIN_NAME, OLD_COOKIE);
  }
}
