import { Inject, Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { ExtractJwt, Strategy } from 'passport-jwt';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { Clock } from '../time/clock.js';
import { AUDIENCE, ISSUER, signingKey, type Claims, type SessionClaims } from './access-tokens.js';

/** Reads the bearer token of a request. Clock says whether it has expired; the guard asks whether its session still holds. */
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

  validate({ sub, sid, exp }: Claims): SessionClaims | false {
    // Tokens of earlier versions name no session: the web app gets a new one for its cookie.
    return Boolean(sid) && exp * 1_000 > this.clock.now().epochMilliseconds && { sub, sid };
  }
}
