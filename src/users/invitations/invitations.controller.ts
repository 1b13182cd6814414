import { Controller } from '@nestjs/common';
import type { Answer } from '../../platform/http/endpoint.contract.js';
import { Route, type Call } from '../../platform/http/route.js';
import { SessionCookies } from '../session-cookies.js';
import { SessionsService } from '../sessions.service.js';
import type { Session } from '../users.contract.js';
import { AcceptancesService } from './acceptances.service.js';
import { acceptInvitation, cancelInvitation, invite, listInvitations, readInvitation, resendInvitation, type Invitation } from './invitations.contract.js';
import { InvitationsService } from './invitations.service.js';

@Controller()
export class InvitationsController {
  constructor(
    private readonly invitations: InvitationsService,
    private readonly acceptances: AcceptancesService,
    private readonly sessions: SessionsService,
    private readonly cookies: SessionCookies,
  ) {}

  @Route(invite)
  invite({ me, body }: Call<typeof invite>): Promise<Invitation> {
    return this.invitations.invite(me, body);
  }

  @Route(listInvitations)
  list({ query }: Call<typeof listInvitations>): Promise<Answer<typeof listInvitations>> {
    return this.invitations.list(query);
  }

  @Route(resendInvitation)
  resend({ me, params }: Call<typeof resendInvitation>): Promise<Invitation> {
    return this.invitations.resend(me, params.invitationId);
  }

  @Route(cancelInvitation)
  async cancel({ me, params }: Call<typeof cancelInvitation>): Promise<undefined> {
    await this.invitations.cancel(me, params.invitationId);
  }

  @Route(readInvitation)
  read({ params }: Call<typeof readInvitation>): Promise<Answer<typeof readInvitation>> {
    return this.acceptances.read(params.token);
  }

  @Route(acceptInvitation)
  async accept({ me, params, headers, body, cookies }: Call<typeof acceptInvitation>): Promise<Session> {
    const accountId = await this.acceptances.accept(params.token, body, me);
    return this.cookies.welcome(cookies, await this.sessions.open(accountId, { userAgent: headers['user-agent'] }));
  }
}
