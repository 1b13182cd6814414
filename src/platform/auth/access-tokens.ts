import { Inject, Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { createSecretKey, type KeyObject } from 'node:crypto';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { Clock } from '../time/clock.js';

export const ACCESS_TOKEN_SECONDS = 15 * 60;
/** Who made a token, and for whom: one signed for another use (a link to unsubscribe, say) opens nothing here. */
export const ISSUER = 'daymark';
export const AUDIENCE = 'daymark-api';

/** Which session of which account a token belongs to. Nothing else is read from it: account roles may change while it lasts. */
export interface SessionClaims {
  /** The account. */
  sub: string;
  /** The session; absent in tokens of earlier versions. */
  sid: string;
}

/** What an access token says; times are seconds since 1970. */
export interface Claims extends SessionClaims {
  iat: number;
  exp: number;
}

/** The key as an object: given as text, jsonwebtoken first tries it as a public key, at fifty times the cost of the check itself. */
export const signingKey = (config: Config): KeyObject => createSecretKey(Buffer.from(config.DAYMARK_TOKEN_SECRET));

/** Makes access tokens: short-lived, kept in memory by their holder, never stored. */
@Injectable()
export class AccessTokens {
  private readonly key: KeyObject;

  constructor(
    private readonly jwt: JwtService,
    private readonly clock: Clock,
    @Inject(CONFIG) config: Config,
  ) {
    this.key = signingKey(config);
  }

  issue({ sub, sid }: SessionClaims): string {
    const iat = Math.floor(this.clock.now().epochMilliseconds / 1_000);
    const claims: Claims = { sub, sid, iat, exp: iat + ACCESS_TOKEN_SECONDS };
    // The options of @nestjs/jwt know keys as text and buffers only; jsonwebtoken itself takes the object.
    return this.jwt.sign({ ...claims, iss: ISSUER, aud: AUDIENCE }, { secret: this.key as unknown as string, algorithm: 'HS256' });
  }
}
