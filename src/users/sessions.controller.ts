import { Controller } from '@nestjs/common';
import { Route, type Call } from '../platform/http/route.js';
import { AccountsService } from './accounts.service.js';
import { PasswordChangeService } from './password-change.service.js';
import { REFRESH_COOKIE } from './refresh-cookie.js';
import { RegistrationsService } from './registrations.service.js';
import { SessionCookies } from './session-cookies.js';
import { SessionsService } from './sessions.service.js';
import { changePassword, deleteAccount, register, renewSession, signIn, signOut, type Session } from './users.contract.js';

/** Where the refresh cookie comes and goes. */
@Controller()
export class SessionsController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly accounts: AccountsService,
    private readonly registrations: RegistrationsService,
    private readonly passwords: PasswordChangeService,
    private readonly cookies: SessionCookies,
  ) {}

  @Route(register)
  async register({ body, cookies }: Call<typeof register>): Promise<Session> {
    return this.cookies.welcome(cookies, await this.sessions.open(await this.registrations.register(body)));
  }

  @Route(signIn)
  async signIn({ body, cookies }: Call<typeof signIn>): Promise<Session> {
    return this.cookies.welcome(cookies, await this.sessions.signIn(body.email, body.password, this.cookies.browsers.of(cookies)));
  }

  @Route(renewSession)
  async renew({ cookies }: Call<typeof renewSession>): Promise<Session> {
    return this.cookies.hand(cookies, await this.sessions.renew(cookies.get(REFRESH_COOKIE)));
  }

  @Route(signOut)
  async signOut({ cookies }: Call<typeof signOut>): Promise<undefined> {
    await this.sessions.signOut(cookies.get(REFRESH_COOKIE));
    this.cookies.take(cookies);
  }

  /** Every session ends with the old password; this browser gets a new one at once. */
  @Route(changePassword)
  async changePassword({ me, body, cookies }: Call<typeof changePassword>): Promise<undefined> {
    await this.passwords.change(me, body.current, body.next);
    this.cookies.hand(cookies, await this.sessions.open(me.id));
  }

  @Route(deleteAccount)
  async deleteAccount({ me, body, cookies }: Call<typeof deleteAccount>): Promise<undefined> {
    await this.accounts.delete(me, body.password);
    this.cookies.take(cookies);
  }
}
