import type { CookieSerializeOptions } from '@fastify/cookie';
import { REFRESH_DAYS } from './sessions.service.js';

export const REFRESH_COOKIE = 'daymark_refresh';

/** Sent to the session's address alone, never to scripts, never across sites; over TLS only, where there is TLS. */
export const refreshCookie = (publicUrl: string): CookieSerializeOptions => ({
  httpOnly: true,
  sameSite: 'strict',
  path: `${new URL(publicUrl).pathname.replace(/\/$/, '')}/api/v1/sessions`,
  secure: publicUrl.startsWith('https:'),
  maxAge: REFRESH_DAYS * 86_400,
});
