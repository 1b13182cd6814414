import rateLimit, { type RateLimitPluginOptions } from '@fastify/rate-limit';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Redis } from 'ioredis';

/** The number of keys that a budget keeps in this process. The least recently used key is dropped first. */
const KEYS_KEPT = 20_000;

/** So many requests of a kind in a time. */
export interface Budget {
  readonly name: string;
  readonly max: number;
  readonly seconds: number;
}

/** Counts one more request under this key. Returns the seconds to wait if the budget is used up, else 0. */
export type Counter = (budget: Budget, key: string) => Promise<number>;

export interface Counters {
  /** Together with all processes that share a Redis; without one, or while it does not answer, in this process. */
  shared: Counter;
  /** In this process. */
  local: Counter;
}

/** Await this before any route is registered. */
export async function countersOf(app: NestFastifyApplication, redisUrl: string | undefined): Promise<Counters> {
  const http = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  const local = await counter(http, {});
  if (redisUrl === undefined) return { local, shared: local };
  const inRedis = await counter(http, { redis: connect(http, redisUrl), nameSpace: 'daymark-rate:' });
  // If Redis is down, limits still apply: each process counts on its own.
  return { local, shared: (budget, key) => inRedis(budget, key).catch(() => local(budget, key)) };
}

/** The plugin once more in a scope of its own, for each store has one. */
async function counter(http: FastifyInstance, store: RateLimitPluginOptions): Promise<Counter> {
  const limits = new Map<string, ReturnType<FastifyInstance['createRateLimit']>>();
  let scope: FastifyInstance | undefined;
  await http.register(async (child) => {
    await child.register(rateLimit, { global: false, ...store });
    scope = child;
  });
  const limitOf = ({ name, max, seconds }: Budget) => {
    const options = { max, timeWindow: seconds * 1_000, keyGenerator: keyOf, cache: KEYS_KEPT };
    const known = limits.get(name) ?? scope!.createRateLimit(options as Parameters<FastifyInstance['createRateLimit']>[0]);
    limits.set(name, known);
    return known;
  };
  return async (budget, key) => {
    const found = await limitOf(budget)({ limitKey: `${budget.name} ${key}`, routeOptions: {} } as unknown as FastifyRequest);
    return found.isAllowed || !found.isExceeded ? 0 : Math.max(1, found.ttlInSeconds);
  };
}

const keyOf = (request: FastifyRequest): string => (request as unknown as { limitKey: string }).limitKey;

function connect(http: FastifyInstance, url: string): Redis {
  // While it is away nothing waits for it.
  const redis = new Redis(url, { connectTimeout: 500, commandTimeout: 500, maxRetriesPerRequest: 1, enableOfflineQueue: false });
  // The client reconnects by itself; each command that fails is answered for where it was made.
  redis.on('error', () => undefined);
  http.addHook('onClose', async () => redis.disconnect());
  return redis;
}
