import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import type { Cookies } from '../platform/http/route.js';
import { BROWSER_COOKIE, BROWSER_DAYS, KnownBrowsers } from '../platform/limits/known-browsers.js';
import { REFRESH_COOKIE, refreshCookie } from './refresh-cookie.js';
import type { Opened } from './sessions.service.js';
import type { Session } from './users.contract.js';

/** The cookies of a session in a browser. */
@Injectable()
export class SessionCookies {
  constructor(
    readonly browsers: KnownBrowsers,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Gives the browser the refresh token, and answers what the page gets. */
  hand(cookies: Cookies, { session, refreshToken }: Opened): Session {
    cookies.set(REFRESH_COOKIE, refreshToken, refreshCookie(this.config.DAYMARK_PUBLIC_URL));
    return session;
  }

  /** The same for somebody who has just shown who they are: what strangers guess elsewhere does not slow this browser down. */
  welcome(cookies: Cookies, opened: Opened): Session {
    const session = this.hand(cookies, opened);
    const { id } = session.account;
    if (this.browsers.of(cookies)?.accountId === id) return session;
    const cookie = { ...refreshCookie(this.config.DAYMARK_PUBLIC_URL), maxAge: BROWSER_DAYS * 86_400 };
    cookies.set(BROWSER_COOKIE, this.browsers.cookieFor(id), cookie);
    return session;
  }

  take(cookies: Cookies): void {
    cookies.clear(REFRESH_COOKIE, refreshCookie(this.config.DAYMARK_PUBLIC_URL));
  }
}
