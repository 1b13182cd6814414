import { Controller } from '@nestjs/common';
import { Route, type Call } from '../platform/http/route.js';
import { AccountDeletionService } from './account-deletion.service.js';
import { PasswordChangeService } from './password-change.service.js';
import { RegistrationsService } from './registrations.service.js';
import { SessionCookies } from './session-cookies.js';
import { SessionsService } from './sessions.service.js';
import { SignInService } from './sign-in.service.js';
import { changePassword, deleteAccount, register, renewSession, signIn, signOut, type Session } from './users.contract.js';

/** Where the refresh cookie comes and goes. */
@Controller()
export class SessionsController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly signIns: SignInService,
    private readonly deletion: AccountDeletionService,
    private readonly registrations: RegistrationsService,
    private readonly passwords: PasswordChangeService,
    private readonly cookies: SessionCookies,
  ) {}

  @Route(register)
  async register({ headers, body, cookies }: Call<typeof register>): Promise<Session> {
    const accountId = await this.registrations.register(body);
    return this.cookies.welcome(cookies, await this.sessions.open(accountId, { userAgent: headers['user-agent'] }));
  }

  @Route(signIn)
  async signIn({ headers, body, cookies }: Call<typeof signIn>): Promise<Session> {
    const device = { userAgent: headers['user-agent'], browser: this.cookies.browsers.of(cookies) };
    return this.cookies.welcome(cookies, await this.signIns.signIn(body.email, body.password, device));
  }

  @Route(renewSession)
  async renew({ headers, cookies }: Call<typeof renewSession>): Promise<Session> {
    return this.cookies.hand(cookies, await this.sessions.renew({ ...this.cookies.shown(cookies), userAgent: headers['user-agent'] }));
  }

  @Route(signOut)
  async signOut({ cookies }: Call<typeof signOut>): Promise<undefined> {
    await this.sessions.signOut(this.cookies.shown(cookies).refreshToken);
    this.cookies.take(cookies);
  }

  /** Every session ends with the old password; this browser gets a new one at once. */
  @Route(changePassword)
  async changePassword({ me, headers, body, cookies }: Call<typeof changePassword>): Promise<undefined> {
    await this.passwords.change(me, body);
    this.cookies.hand(cookies, await this.sessions.open(me.id, { userAgent: headers['user-agent'], isSignedIn: true }));
  }

  @Route(deleteAccount)
  async deleteAccount({ me, body, cookies }: Call<typeof deleteAccount>): Promise<undefined> {
    await this.deletion.delete(me, body.password);
    this.cookies.take(cookies);
  }
}
