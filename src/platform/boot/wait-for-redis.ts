import { Redis } from 'ioredis';
import { setTimeout as pause } from 'node:timers/promises';
import { StartFault } from './start-fault.js';
import type { Patience } from './wait-for-database.js';

const PAUSE_MS = 500;
const CONNECT_MS = 3_000;
/** Refusals that waiting does not cure. */
const REFUSED = /NOAUTH|WRONGPASS|invalid password|NOPERM/i;

/**
 * Waits until the Redis for the queues answers. False if it does not answer in time.
 *
 * @throws StartFault for what waiting cannot fix: a wrong password, a certificate that is not trusted
 */
export async function waitForRedis(url: string, { seconds, signal, tell }: Patience): Promise<boolean> {
  const { host } = new URL(url);
  const giveUpAt = performance.now() + seconds * 1_000;
  for (let isFirst = true; ; isFirst = false) {
    const fault = await tryToAsk(url);
    if (fault === undefined) return true;
    if (REFUSED.test(fault)) throw new StartFault('Redis refuses the user or the password in REDIS_URL: correct them.');
    const untrusted = tlsFault(fault);
    if (untrusted) throw new StartFault(`Redis at ${host} answers, but ${untrusted}`);
    if (performance.now() + PAUSE_MS > giveUpAt) return false;
    if (isFirst) tell?.(`Waiting for Redis at ${host} ...`);
    await pause(PAUSE_MS, undefined, signal ? { signal } : {});
  }
}

/** What is wrong with TLS, by the words of OpenSSL and Node.js. */
const OF_TLS: readonly (readonly [words: RegExp, say: (words: string) => string])[] = [
  [
    /certificate has expired|certificate is not yet valid/,
    (words) => `its TLS certificate isn’t valid today (${words}): renew it on the server, or correct the clock of this machine.`,
  ],
  [/does not match certificate's altnames/, () => 'its TLS certificate is for another name: use the name of the certificate in REDIS_URL.'],
  [
    /self[- ]signed certificate|unable to (?:verify|get)[^:]*certificate/,
    (words) => `its TLS certificate isn’t trusted (${words}): set NODE_EXTRA_CA_CERTS=/path/to/ca.pem to trust its authority.`,
  ],
  [/wrong version number|packet length too long|record layer failure/, () => 'without TLS: write redis:// in REDIS_URL, or turn TLS on.'],
];

/** What to say if TLS is what is wrong. */
function tlsFault(fault: string): string | undefined {
  for (const [sign, say] of OF_TLS) {
    const words = sign.exec(fault)?.[0];
    if (words !== undefined) return say(words);
  }
  return undefined;
}

/** What Redis, or the way to it, has against being asked; nothing when it answers. */
async function tryToAsk(url: string): Promise<string | undefined> {
  const client = new Redis(url, { lazyConnect: true, retryStrategy: () => null, maxRetriesPerRequest: 0, connectTimeout: CONNECT_MS });
  let fault = '';
  client.on('error', (error: Error) => (fault = error.message));
  try {
    await client.connect();
    await client.ping();
    return undefined;
  } catch (error) {
    return `${fault} ${String(error)}`;
  } finally {
    client.disconnect();
  }
}
