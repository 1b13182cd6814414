import { Controller, Inject } from '@nestjs/common';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { Route, type Call, type Cookies } from '../platform/http/route.js';
import { BROWSER_COOKIE, BROWSER_DAYS, KnownBrowsers } from '../platform/limits/known-browsers.js';
import { AccountsService } from './accounts.service.js';
import { PasswordChangeService } from './password-change.service.js';
import { REFRESH_COOKIE, refreshCookie } from './refresh-cookie.js';
import { RegistrationsService } from './registrations.service.js';
import { SessionsService, type Opened } from './sessions.service.js';
import { changePassword, deleteAccount, register, renewSession, signIn, signOut, type Session } from './users.contract.js';

/** Where the refresh cookie comes and goes. */
@Controller()
export class SessionsController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly accounts: AccountsService,
    private readonly registrations: RegistrationsService,
    private readonly passwords: PasswordChangeService,
    private readonly browsers: KnownBrowsers,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Route(register)
  async register({ body, cookies }: Call<typeof register>): Promise<Session> {
    const opened = await this.sessions.open(await this.registrations.register(body));
    const session = this.hand(cookies, opened);
    this.remember(cookies, session);
    return session;
  }

  @Route(signIn)
  async signIn({ body, cookies }: Call<typeof signIn>): Promise<Session> {
    const opened = await this.sessions.signIn(body.email, body.password, this.browsers.of(cookies));
    const session = this.hand(cookies, opened);
    this.remember(cookies, session);
    return session;
  }

  @Route(renewSession)
  async renew({ cookies }: Call<typeof renewSession>): Promise<Session> {
    return this.hand(cookies, await this.sessions.renew(cookies.get(REFRESH_COOKIE)));
  }

  @Route(signOut)
  async signOut({ cookies }: Call<typeof signOut>): Promise<undefined> {
    await this.sessions.signOut(cookies.get(REFRESH_COOKIE));
    this.take(cookies);
  }

  /** Every session ends with the old password; this browser gets a new one at once. */
  @Route(changePassword)
  async changePassword({ me, body, cookies }: Call<typeof changePassword>): Promise<undefined> {
    await this.passwords.change(me, body.current, body.next);
    this.hand(cookies, await this.sessions.open(me.id));
  }

  @Route(deleteAccount)
  async deleteAccount({ me, body, cookies }: Call<typeof deleteAccount>): Promise<undefined> {
    await this.accounts.delete(me, body.password);
    this.take(cookies);
  }

  private hand(cookies: Cookies, { session, refreshToken }: Opened): Session {
    cookies.set(REFRESH_COOKIE, refreshToken, refreshCookie(this.config.DAYMARK_PUBLIC_URL));
    return session;
  }

  /** This browser is known from now on: what strangers guess elsewhere does not slow it down. */
  private remember(cookies: Cookies, { account }: Session): void {
    if (this.browsers.of(cookies)?.accountId === account.id) return;
    const cookie = { ...refreshCookie(this.config.DAYMARK_PUBLIC_URL), maxAge: BROWSER_DAYS * 86_400 };
    cookies.set(BROWSER_COOKIE, this.browsers.cookieFor(account.id), cookie);
  }

  private take(cookies: Cookies): void {
    cookies.clear(REFRESH_COOKIE, refreshCookie(this.config.DAYMARK_PUBLIC_URL));
  }
}
