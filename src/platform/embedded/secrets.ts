import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { StartFault } from '../boot/start-fault.js';
import type { Settings } from '../config/config.js';
import { keepJson } from './private-file.js';

interface Secrets {
  tokenSecret: string;
}

/**
 * The secret that signs access tokens and unsubscribe links: the setting, or, for the embedded run alone, one generated once into
 * `secrets.json` of the data folder. Several processes on a database of yours must share one, so there it must be given.
 */
export function tokenSecret(settings: Settings): string {
  if (settings.DAYMARK_TOKEN_SECRET) return settings.DAYMARK_TOKEN_SECRET;
  if (settings.DATABASE_URL)
    throw new StartFault('DATABASE_URL is set and DAYMARK_TOKEN_SECRET is not: set it to 32 or more random characters, the same for every process.');
  return keepJson<Secrets>(join(settings.DAYMARK_DATA_DIR, 'secrets.json'), () => ({ tokenSecret: randomBytes(32).toString('base64url') })).tokenSecret;
}
