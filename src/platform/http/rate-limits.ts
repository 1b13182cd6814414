import rateLimit from '@fastify/rate-limit';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import { Redis } from 'ioredis';
import type { Config } from '../config/config.js';
import { Problem } from './problem.js';
import { tooManyRequests } from './problems.contract.js';

/** Where a password or an address could be tried out: limited by address, and more strictly. */
const GUESSABLE = new Set(['POST /api/v1/sessions', 'POST /api/v1/accounts', 'POST /api/v1/password-resets', 'PUT /api/v1/password-resets/:token']);

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/** How many accounts may be at the door from one address at once. */
const FROM_ONE_ADDRESS = 20;

/**
 * Limits by route: guessing strictly, other writes loosely, reads not at all. Processes that share a Redis count together, one without it
 * for itself. A Redis that does not answer lets everybody through: it is a fence, not the lock.
 */
export async function limitRates(app: NestFastifyApplication, config: Config, redisUrl?: string): Promise<void> {
  const http = app.getHttpAdapter().getInstance();
  await app.register(rateLimit, {
    global: false,
    ...(redisUrl !== undefined && { redis: counters(http, redisUrl), nameSpace: 'daymark-rate:', skipOnError: true }),
    errorResponseBuilder: (_, { ttl }) => {
      const seconds = Math.ceil(ttl / 1_000);
      return new Problem(tooManyRequests, `Wait ${seconds} seconds, then try again.`, { seconds });
    },
  });
  http.addHook('onRoute', (route) => {
    const address = `${String(route.method)} ${route.url}`;
    if (GUESSABLE.has(address)) {
      limit(route, config.DAYMARK_SIGN_IN_PER_MINUTE * FROM_ONE_ADDRESS, ({ ip }) => ip);
      // After the body is read: a whole school signs in from one address, nobody tries one account that often.
      route.preHandler = http.rateLimit({ max: config.DAYMARK_SIGN_IN_PER_MINUTE, timeWindow: '1 minute', keyGenerator: account });
    } else if (route.url.startsWith('/api/') && !READING.has(String(route.method))) {
      limit(route, config.DAYMARK_WRITES_PER_MINUTE, caller);
    }
  });
}

type Http = ReturnType<ReturnType<NestFastifyApplication['getHttpAdapter']>['getInstance']>;

function counters(http: Http, url: string): Redis {
  const redis = new Redis(url, { connectTimeout: 500, commandTimeout: 500, maxRetriesPerRequest: 1 });
  // It is tried again by itself; each command that fails is answered for where it was made.
  redis.on('error', () => undefined);
  http.addHook('onClose', async () => redis.disconnect());
  return redis;
}

const account = ({ ip, body }: FastifyRequest) => `${ip} ${String((body as { email?: unknown } | undefined)?.email ?? '').toLowerCase()}`;

function limit(route: { config?: object }, max: number, keyGenerator: (request: FastifyRequest) => string): void {
  route.config = { ...route.config, rateLimit: { max, timeWindow: '1 minute', keyGenerator } };
}

/** Whoever holds the token, else the address. The token is not checked yet: a made-up one is refused right after. */
function caller({ headers, ip }: FastifyRequest): string {
  const { authorization } = headers;
  return authorization?.split('.')[1] ?? (authorization ? createHash('sha256').update(authorization).digest('base64url') : ip);
}
