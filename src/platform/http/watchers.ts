import type { FastifyRequest } from 'fastify';
import { createHash, timingSafeEqual } from 'node:crypto';
import { isIPv4 } from 'node:net';
import { publicUrl, type Config } from '../config/config.js';

/** Headers that a proxy adds when it forwards a request. */
const OF_PROXIES = ['x-forwarded-for', 'x-real-ip', 'forwarded', 'via'];

/**
 * Whether this request may read what only operators may see. If a token is set, the token decides. If not, the request must come from this
 * machine, and Daymark must have no public address: otherwise a proxy on this machine could forward requests from anyone.
 */
export function mayWatch({ headers, socket }: FastifyRequest, config: Config): boolean {
  const token = config.DAYMARK_METRICS_TOKEN;
  if (token !== undefined) return isSame(headers.authorization ?? '', `Bearer ${token}`);
  return isLocal(new URL(publicUrl(config)).hostname) && isLocal(socket.remoteAddress ?? '') && !OF_PROXIES.some((name) => name in headers);
}

/** Whether this is a name or an address of this machine itself. */
export function isLocal(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '').replace(/^::ffff:/i, '');
  return bare === 'localhost' || bare === '::1' || (isIPv4(bare) && bare.startsWith('127.'));
}

/** Compares in constant time. */
const isSame = (given: string, wanted: string): boolean => timingSafeEqual(digest(given), digest(wanted));
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
