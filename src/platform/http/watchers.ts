import type { FastifyRequest } from 'fastify';
import { createHash, timingSafeEqual } from 'node:crypto';
import { isIPv4 } from 'node:net';
import { publicUrl, type Config } from '../config/config.js';

/** Headers by which a proxy says that it asks for somebody else. */
const OF_PROXIES = ['x-forwarded-for', 'x-real-ip', 'forwarded', 'via'];

/**
 * Whether this request may read what is for operators alone. With a token that decides. Without one it must come from this machine, and
 * Daymark must have no public address: where it has one, a proxy on this machine may ask for anybody.
 */
export function mayWatch({ headers, socket }: FastifyRequest, config: Config): boolean {
  const token = config.DAYMARK_METRICS_TOKEN;
  if (token !== undefined) return isSame(headers.authorization ?? '', `Bearer ${token}`);
  return isLocal(new URL(publicUrl(config)).hostname) && isLocal(socket.remoteAddress ?? '') && !OF_PROXIES.some((name) => name in headers);
}

function isLocal(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '').replace(/^::ffff:/i, '');
  return bare === 'localhost' || bare === '::1' || (isIPv4(bare) && bare.startsWith('127.'));
}

/** Takes as long wherever the two differ. */
const isSame = (given: string, wanted: string): boolean => timingSafeEqual(digest(given), digest(wanted));
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
