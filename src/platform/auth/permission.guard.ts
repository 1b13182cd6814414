import { Injectable, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import type { Endpoint } from '../http/endpoint.contract.js';
import { Problem } from '../http/problem.js';
import { notPermitted, notSignedIn } from '../http/problems.contract.js';
import { ENDPOINT } from '../http/route.js';
import type { Person } from './person.js';
import { isPermitted } from './permission.contract.js';

/** Lets through whom the endpoint's permission allows; whose data they ask for is checked in the query. */
@Injectable()
export class PermissionGuard extends AuthGuard('jwt') {
  constructor(private readonly reflector: Reflector) {
    super();
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const endpoint = this.reflector.get<Endpoint | undefined>(ENDPOINT, context.getHandler());
    if (!endpoint) throw new Problem(notPermitted, 'This address states no permission, so nobody has it.');
    if (endpoint.allow === 'public') return true;
    await super.canActivate(context);
    const { user } = context.switchToHttp().getRequest<{ user: Person }>();
    if (isPermitted(user.roles, endpoint.allow)) return true;
    throw new Problem(notPermitted, `Being ${user.roles.join(' and ')} does not allow this. An admin gives account roles.`);
  }

  override handleRequest<User = Person>(_error: unknown, user: User | false): User {
    if (user) return user;
    throw new Problem(notSignedIn, 'Sign in, and send the access token as `Authorization: Bearer`.');
  }
}
