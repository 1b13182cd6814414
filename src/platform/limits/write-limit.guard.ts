import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { Person } from '../auth/person.js';
import { RateLimits } from './rate-limits.js';

/** Counts the writes of a person. It comes after the guard that checks the token, for nothing unchecked is a key. */
@Injectable()
export class WriteLimitGuard implements CanActivate {
  constructor(private readonly limits: RateLimits) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<{ method: string; user?: Person }>();
    if (request.user) await this.limits.countByPerson(request, request.user.id);
    return true;
  }
}
