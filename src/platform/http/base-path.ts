import type { IncomingMessage } from 'node:http';
import { publicUrl, type Settings } from '../config/config.js';

/** The path of the public address: '' at the root of its host, else such as '/daymark'. */
export const basePath = (settings: Settings): string => new URL(publicUrl(settings)).pathname.replace(/\/$/, '');

/**
 * For Fastify: takes the path of the public address off each request, so that proxies may keep it or remove it. No address of ours begins
 * with it (`publicAddressFault`), so the two cannot be confused.
 */
export function withoutBase(base: string): (request: IncomingMessage) => string {
  return ({ url = '/' }) => {
    if (base === '' || !url.startsWith(base)) return url;
    const rest = url.slice(base.length);
    return rest.startsWith('/') ? rest : /^(\?|$)/.test(rest) ? `/${rest}` : url;
  };
}
