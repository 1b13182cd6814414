import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { publicUrl, type Config } from '../config/config.js';
import { isLocal } from './watchers.js';

type Http = ReturnType<ReturnType<NestFastifyApplication['getHttpAdapter']>['getInstance']>;

/** Each hint at most once in this time: it is for the operator, and strangers choose what stands in a Host header. */
const HINT_MS = 3_600_000;
/** Health checks address a process by its own address. */
const OF_OPERATORS = /^\/(health|metrics)/;
const IS_HOST = /^[\w.\-:[\]]+$/;

/** Warns the operator about the two settings that are forgotten behind a proxy: the public address, and which proxies are trusted. */
export function hintAtAddresses(http: Http, config: Config): void {
  const wanted = new URL(publicUrl(config));
  const warn = seldom((sentence) => http.log.warn({ setting: 'DAYMARK_PUBLIC_URL' }, sentence));
  const warnOfProxy = seldom((sentence) => http.log.warn({ setting: 'DAYMARK_TRUSTED_PROXIES' }, sentence));
  http.addHook('onRequest', async (request) => {
    if (OF_OPERATORS.test(request.url)) return;
    if (isThroughStranger(request)) warnOfProxy(proxyHint(request));
    if (isElsewhere(request, wanted)) warn(addressHint(request, wanted));
  });
}

function seldom(warn: (sentence: string) => void): (sentence: string) => void {
  let next = 0;
  return (sentence) => {
    if (performance.now() < next) return;
    next = performance.now() + HINT_MS;
    warn(sentence);
  };
}

/** Whether a proxy forwarded this that is none of the trusted ones: what it says about the sender is not used. */
function isThroughStranger({ headers, ips = [] }: FastifyRequest): boolean {
  return headers['x-forwarded-for'] !== undefined && ips.length < 2;
}

const proxyHint = ({ socket }: FastifyRequest): string =>
  `A proxy at ${socket.remoteAddress} forwards requests and is not trusted, so all people behind it count as one address and HTTPS is not seen. ` +
  `If the proxy is yours, set DAYMARK_TRUSTED_PROXIES to its address or range.`;

/** Whether people use another address than the one that links in mail have. */
function isElsewhere(request: FastifyRequest, wanted: URL): boolean {
  const { host } = request;
  if (!host || host === wanted.host || !IS_HOST.test(host)) return false;
  const seen = seenAddress(request);
  return URL.canParse(seen) && new URL(seen).host !== wanted.host && !isLocal(new URL(seen).hostname);
}

function seenAddress({ host, headers, protocol }: FastifyRequest): string {
  const isOverTls = protocol === 'https' || headers['x-forwarded-proto'] === 'https';
  return `${isOverTls ? 'https' : 'http'}://${host}`;
}

const addressHint = (request: FastifyRequest, wanted: URL): string =>
  `A request came for ${seenAddress(request)}, but links in mail lead to ${wanted.href.replace(/\/$/, '')}. ` +
  `If people use the first address, set DAYMARK_PUBLIC_URL to it.`;
