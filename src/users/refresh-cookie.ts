import type { CookieSerializeOptions } from '@fastify/cookie';
import type { Cookies } from '../platform/http/route.js';
import { REFRESH_DAYS } from './session-life.js';

/** The name in earlier versions, and where there is no TLS. */
export const PLAIN_NAME = 'daymark_refresh';

/**
 * The refresh cookie of a Daymark at this address: never for scripts, never across sites. Over TLS its name starts with a prefix. `__Host-`
 * makes browsers refuse a cookie that another host of the same domain planted, but demands the path `/`. Below a path there may be other
 * programs beside Daymark, so there it is `__Secure-` and sent to the sessions alone.
 */
export function refreshCookie(publicUrl: string): { name: string; options: CookieSerializeOptions } {
  const { protocol, pathname } = new URL(publicUrl);
  const base = pathname.replace(/\/$/, '');
  const secure = protocol === 'https:';
  const isWholeHost = secure && base === '';
  const prefix = !secure ? '' : isWholeHost ? '__Host-' : '__Secure-';
  const path = isWholeHost ? '/' : sessionsPath(base);
  return { name: `${prefix}${PLAIN_NAME}`, options: { httpOnly: true, sameSite: 'strict', path, secure, maxAge: REFRESH_DAYS * 86_400 } };
}

/** The path of the cookie in earlier versions, and of the one that marks a known browser. */
export function sessionsOnly(publicUrl: string): CookieSerializeOptions {
  const { options } = refreshCookie(publicUrl);
  return { ...options, path: sessionsPath(new URL(publicUrl).pathname.replace(/\/$/, '')) };
}

/** The refresh token that a request has. The old name counts only where the new one is missing. */
export function refreshTokenOf(cookies: Pick<Cookies, 'get'>, publicUrl: string): { refreshToken: string | undefined; isOldCookie: boolean } {
  const { name } = refreshCookie(publicUrl);
  const own = cookies.get(name);
  if (own !== undefined || name === PLAIN_NAME) return { refreshToken: own, isOldCookie: false };
  const old = cookies.get(PLAIN_NAME);
  return { refreshToken: old, isOldCookie: old !== undefined };
}

const sessionsPath = (base: string) => `${base}/api/v1/sessions`;
