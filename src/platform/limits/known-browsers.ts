import { Inject, Injectable } from '@nestjs/common';
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import type { Cookies } from '../http/route.js';

export const BROWSER_COOKIE = 'daymark_browser';
export const BROWSER_DAYS = 365;

/** A browser in which this account signed in before. */
export interface KnownBrowser {
  id: string;
  accountId: string;
}

/**
 * Browsers in which someone has signed in (OWASP: device cookies). Each has its own budget, so a stranger who guesses passwords slows down
 * strangers, not the owner. The cookie is signed and gives no access.
 */
@Injectable()
export class KnownBrowsers {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** The value of the cookie for a browser in which this account just signed in. */
  cookieFor(accountId: string): string {
    const claim = `${randomBytes(12).toString('base64url')}.${accountId}`;
    return `${claim}.${this.sign(claim)}`;
  }

  /** The browser that a request comes from, where it carries a cookie that was made here. */
  of(cookies: Pick<Cookies, 'get'>): KnownBrowser | undefined {
    const [id = '', accountId = '', signature = ''] = (cookies.get(BROWSER_COOKIE) ?? '').split('.');
    const [given, wanted] = [Buffer.from(signature), Buffer.from(this.sign(`${id}.${accountId}`))];
    return given.length === wanted.length && timingSafeEqual(given, wanted) ? { id, accountId } : undefined;
  }

  private sign(claim: string): string {
    return createHmac('sha256', this.config.DAYMARK_TOKEN_SECRET).update(`browser ${claim}`).digest('base64url');
  }
}
