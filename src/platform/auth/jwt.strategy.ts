import { Inject, Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { ExtractJwt, Strategy } from 'passport-jwt';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { Clock } from '../time/clock.js';
import { AUDIENCE, ISSUER, signingKey, type Claims } from './access-tokens.js';
import type { Person } from './person.js';

/** Reads the bearer token of a request. Whether it ran out is asked of Clock, not of the system. */
@Injectable()
export class JwtStrategy extends PassportStrategy(Strategy) {
  constructor(
    @Inject(CONFIG) config: Config,
    private readonly clock: Clock,
  ) {
    super({
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      secretOrKey: signingKey(config) as unknown as Buffer,
      algorithms: ['HS256'],
      issuer: ISSUER,
      audience: AUDIENCE,
      ignoreExpiration: true,
    });
  }

  validate({ sub, roles, exp }: Claims): Person | false {
    return exp * 1_000 > this.clock.now().epochMilliseconds && { id: sub, roles };
  }
}
