import { readConfig, type Config } from '../../src/platform/config/config.js';
import type { QueueStore } from '../../src/platform/queue/backend.js';

/** Far below what the setting allows. */
const CHEAP_PASSWORD_KIB = 64;

/** The settings of tests: generous limits, quick queues, no log. */
export function testConfig(settings: Record<string, string> = {}): Config {
  const config = readConfig({
    DAYMARK_TOKEN_SECRET: 'a secret that only the tests know, and long',
    DAYMARK_LOG_LEVEL: 'fatal',
    // Confirming an address has tests of its own.
    DAYMARK_CONFIRM_ADDRESSES: 'off',
    DAYMARK_SIGN_IN_PER_MINUTE: '100000',
    DAYMARK_WRITES_PER_MINUTE: '1000000',
    DAYMARK_QUEUE_LOCK_MS: '1000',
    DAYMARK_QUEUE_STALL_MS: '1000',
    DAYMARK_TICK_SECONDS: '1',
    DAYMARK_DATABASE_POOL: '5',
    ...settings,
  });
  // Tests make hundreds of accounts with passwords that protect nothing.
  return { ...config, DAYMARK_PASSWORD_MEMORY_KIB: CHEAP_PASSWORD_KIB };
}

/** The queue engine that this run is about: Redis where one is given, else the same PostgreSQL. */
export const queueStoreFor = (databaseUrl: string): QueueStore => (process.env.TEST_REDIS_URL ? { redisUrl: process.env.TEST_REDIS_URL } : { databaseUrl });
