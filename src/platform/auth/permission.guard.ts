import { Inject, Injectable, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import { addressOf } from '../http/address-of.js';
import type { Endpoint } from '../http/endpoint.contract.js';
import { Problem } from '../http/problem.js';
import { notPermitted, notSignedIn, scopeMissing } from '../http/problems.contract.js';
import { ENDPOINT } from '../http/route.js';
import type { SessionClaims } from './access-tokens.js';
import { ActiveSessions } from './active-sessions.js';
import { CHECKED_FRESH, isPermitted } from './permission.contract.js';
import type { Person } from './person.js';
import { personalTokenOf, PersonalTokens } from './personal-tokens.js';

interface Asking {
  ip: string;
  headers: { authorization?: string };
  /** What the access token says, once it was checked. */
  claims?: SessionClaims;
  user?: Person;
}

/** Lets through whom the endpoint's permission allows; whose data they ask for is checked in the query. */
@Injectable()
export class PermissionGuard extends AuthGuard('jwt') {
  constructor(
    private readonly reflector: Reflector,
    @Inject(PersonalTokens) private readonly tokens: PersonalTokens,
    @Inject(ActiveSessions) private readonly sessions: ActiveSessions,
  ) {
    super({ property: 'claims' });
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const endpoint = this.reflector.get<Endpoint | undefined>(ENDPOINT, context.getHandler());
    if (!endpoint) throw new Problem(notPermitted, 'This address states no permission, so nobody has it.');
    if (endpoint.allow === 'public') return true;
    const request = context.switchToHttp().getRequest<Asking>();
    const token = personalTokenOf(request);
    const person = token ? await this.byToken(token, endpoint) : await this.bySession(context, request, endpoint);
    // A new object, because the one of the session may be shared by requests from several addresses.
    request.user = { ...person, address: addressOf(request) };
    const { roles } = request.user;
    if (isPermitted(roles, endpoint.allow)) return true;
    throw new Problem(notPermitted, `Being ${roles.join(' and ')} does not allow this. An admin gives account roles.`);
  }

  override handleRequest<User = SessionClaims>(_error: unknown, user: User | false): User {
    if (user) return user;
    throw new Problem(notSignedIn, 'Sign in, and send the access token as `Authorization: Bearer`.');
  }

  /** The token names a session; whether that still holds and what its account may do is not the token's to say. */
  private async bySession(context: ExecutionContext, request: Asking, { allow, securityEvent }: Endpoint): Promise<Person> {
    await super.canActivate(context);
    // What a session does for its own security, such as making a token without end, must not rest on an answer of some seconds ago.
    const freshness = CHECKED_FRESH.includes(allow) || securityEvent !== undefined ? 'fresh' : 'recent';
    const person = request.claims && (await this.sessions.personOf(request.claims, freshness));
    if (person) return person;
    throw new Problem(notSignedIn, 'This session has ended. Sign in again.');
  }

  /** A script comes where the endpoint says that scripts may, and only as far as its token goes. */
  private async byToken(token: string, { scope }: Endpoint): Promise<Person> {
    const person = await this.tokens.personOf(token);
    if (!person) throw new Problem(notSignedIn, 'This personal access token is unknown, revoked or too old. Make a new one in the settings.');
    if (!scope) throw new Problem(scopeMissing, 'No personal access token opens this: it is for people who are signed in.');
    if (person.scopes?.includes(scope)) return person;
    throw new Problem(scopeMissing, `This token lacks the scope ${scope}. Make one that has it in the settings.`);
  }
}
