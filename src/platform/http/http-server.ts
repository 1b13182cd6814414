import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyReply, FastifyRequest, FastifyServerOptions } from 'fastify';
import helmet from 'helmet';
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { v7 as uuidv7 } from 'uuid';
import { publicUrl, type Config } from '../config/config.js';
import { hintAtAddresses } from './address-hints.js';
import { basePath, withoutBase } from './base-path.js';
import { answerNotModified } from './kept-answer.js';
import { RateLimits } from '../limits/rate-limits.js';
import { refuseForeignRequests } from './foreign-requests.js';
import { declaredEndpoint } from './route.js';
import { logSecurityEvents } from './security-log.js';

type Http = ReturnType<ReturnType<NestFastifyApplication['getHttpAdapter']>['getInstance']>;

/** What an endpoint may take besides JSON. */
const FILE_TYPES = ['application/octet-stream', 'text/csv', 'text/calendar'] as const;

/** Where log lines go, if not to the standard output. */
export interface LogStream {
  write(line: string): void;
}

/** Fastify as Daymark wants it: its logger, limits, and request ids. */
export function httpAdapter(config: Config, log?: LogStream): FastifyAdapter {
  const options: FastifyServerOptions & { forceCloseConnections: 'idle' } = {
    logger: logging(config.DAYMARK_LOG_LEVEL, log),
    trustProxy: config.DAYMARK_TRUSTED_PROXIES.length > 0 ? config.DAYMARK_TRUSTED_PROXIES : false,
    rewriteUrl: withoutBase(basePath(config)),
    requestTimeout: 30_000,
    genReqId: () => uuidv7(),
    // At a stop, requests in progress are answered, and idle connections are closed at once.
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
  };
  const adapter = new FastifyAdapter(options);
  adapter.getInstance().addHook('onRoute', (route) => {
    const endpoint = declaredEndpoint(String(route.method), route.url);
    if (endpoint) route.bodyLimit = endpoint.bodyBytes;
  });
  closeUnusedConnections(adapter);
  return adapter;
}

/**
 * Makes a stop wait only for requests in progress. Node closes the connections that are idle when the stop begins. But it counts a connection
 * without any request as busy, and browsers open such connections in advance. And after the answer to a request that was in progress, it keeps
 * the connection alive for over a minute.
 */
function closeUnusedConnections(adapter: FastifyAdapter): void {
  const http = adapter.getInstance();
  const unused = new Set<Socket>();
  let isStopping = false;
  http.server.on('connection', (socket: Socket) => {
    if (isStopping) return void socket.destroy();
    unused.add(socket);
    socket.once('close', () => unused.delete(socket));
  });
  http.server.on('request', ({ socket }: IncomingMessage) => unused.delete(socket));
  http.addHook('preClose', (done: () => void) => {
    isStopping = true;
    for (const socket of unused) socket.destroy();
    done();
  });
  http.addHook('onResponse', ({ raw }: FastifyRequest, _reply: FastifyReply, done: () => void) => {
    // To end only our side is not enough: browsers do not notice it on a connection that waits for its next request.
    if (isStopping) raw.socket.destroySoon();
    done();
  });
}

/** Structured logs without tokens, passwords, mail bodies, query parameters, or the values of a failed statement. */
function logging(level: string, stream?: LogStream): object | boolean {
  if (level === 'silent') return false;
  return {
    level,
    ...(stream && { stream }),
    serializers: {
      req: ({ method, url, id, ip }: FastifyRequest) => ({
        id,
        method,
        url: url
          .split('?')[0]
          ?.replace(
            /(unsubscriptions|unsubscribe|password-resets|new-password|calendars|email-confirmations|confirm-email|email-changes|change-email|invitation-links|invitation)\/[^/]+/,
            '$1/…',
          ),
        ip,
      }),
      err: ({ name, message, code, constraint, stack }: FastifyError & { constraint?: string }) => ({ type: name, message, code, constraint, stack }),
    },
  };
}

/** Headers, cookies, compression, rate limits; to be awaited before any route is registered. */
export async function secureHttp(app: NestFastifyApplication, config: Config, redisUrl?: string): Promise<void> {
  const http = app.getHttpAdapter().getInstance();
  protectBrowsers(http, config);
  await app.register(cookie);
  await app.register(compress, { threshold: 2_048 });
  logSecurityEvents(http, config);
  hintAtAddresses(http, config);
  refuseForeignRequests(http, config);
  await app.get(RateLimits).watch(app, redisUrl);
  http.addHook('onSend', async (request: FastifyRequest, reply: FastifyReply, payload: unknown) => {
    void reply.header('x-request-id', request.id);
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
    return answerNotModified(reply, payload);
  });
  // Files: what they are is found out by whom they are meant for.
  http.addContentTypeParser([...FILE_TYPES], { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  // One-click unsubscribing (RFC 8058) may come as multipart; nothing in it is needed.
  http.addContentTypeParser('multipart/form-data', { bodyLimit: 10_000, parseAs: 'buffer' }, (_request, _body, done) => done(null, {}));
}

/**
 * Security headers. HSTS is for people who come over TLS: by the public address, or as the proxy in front of us says. Each set is made once:
 * @fastify/helmet puts the same headers together again for each request.
 */
function protectBrowsers(http: Http, config: Config): void {
  const [plain, overTls] = [protection(false), protection(true)];
  const isAlwaysTls = publicUrl(config).startsWith('https:');
  http.addHook('onRequest', (request, reply, done) => {
    const protect = isAlwaysTls || request.protocol === 'https' ? overTls : plain;
    protect(request.raw, reply.raw, () => done());
  });
}

/** The headers with a strict content security policy. */
function protection(overTls: boolean): ReturnType<typeof helmet> {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // Mantine sets custom properties in style attributes.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    hsts: overTls ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'same-origin' },
  });
}
