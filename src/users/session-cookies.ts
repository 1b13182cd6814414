import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import type { Cookies } from '../platform/http/route.js';
import { BROWSER_COOKIE, BROWSER_DAYS, KnownBrowsers } from '../platform/limits/known-browsers.js';
import { PLAIN_NAME, refreshCookie, refreshTokenOf, sessionsOnly } from './refresh-cookie.js';
import type { Opened } from './session-presenter.service.js';
import type { Session } from './users.contract.js';

/** How earlier versions set it over TLS. */
const OLD_COOKIE = { httpOnly: true, sameSite: 'strict', path: '/api/v1/sessions', secure: true } as const;

/** The cookies of a session in a browser. */
@Injectable()
export class SessionCookies {
  constructor(
    readonly browsers: KnownBrowsers,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The refresh token that the browser sent. */
  shown(cookies: Cookies): ReturnType<typeof refreshTokenOf> {
    return refreshTokenOf(cookies, this.config.DAYMARK_PUBLIC_URL);
  }

  /** Gives the browser the refresh token, and answers what the page gets. */
  hand(cookies: Cookies, { session, refreshToken }: Opened): Session {
    const { name, options } = refreshCookie(this.config.DAYMARK_PUBLIC_URL);
    cookies.set(name, refreshToken, options);
    this.clearOld(cookies);
    return session;
  }

  /** The same for a person who has just signed in. It also marks the browser as known, so guesses from other browsers don't slow it down. */
  welcome(cookies: Cookies, opened: Opened): Session {
    const session = this.hand(cookies, opened);
    const { id } = session.account;
    if (this.browsers.of(cookies)?.accountId === id) return session;
    const cookie = { ...sessionsOnly(this.config.DAYMARK_PUBLIC_URL), maxAge: BROWSER_DAYS * 86_400 };
    cookies.set(BROWSER_COOKIE, this.browsers.cookieFor(id), cookie);
    return session;
  }

  take(cookies: Cookies): void {
    const { name, options } = refreshCookie(this.config.DAYMARK_PUBLIC_URL);
    cookies.clear(name, options);
    this.clearOld(cookies);
  }

  /** The cookie under the name of earlier versions, where a browser still has one. */
  private clearOld(cookies: Cookies): void {
    const { name } = refreshCookie(this.config.DAYMARK_PUBLIC_URL);
    if (name !== PLAIN_NAME && cookies.get(PLAIN_NAME) !== undefined) cookies.clear(PLAIN_NAME, OLD_COOKIE);
  }
}
