import { randomBytes } from 'node:crypto';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '../../platform/config/config.js';
import { makeFolder, replaceJson } from '../../platform/embedded/private-file.js';
import type { Secrets } from '../format/manifest.js';

const CURRENT = 'secrets.json';
const REPLACED = 'secrets.replaced.json';

/**
 * Puts the backup's token secret into the data folder, or a new one if the backup has none. The old one is kept beside it. Returns lines for
 * the operator.
 */
export function restoreSecret({ DAYMARK_DATA_DIR: folder, DAYMARK_TOKEN_SECRET: setting }: Settings, secrets: Secrets | undefined): string[] {
  if (setting !== undefined && setting === secrets?.tokenSecret) return [];
  if (setting !== undefined && !secrets) return [SIGN_IN_AGAIN];
  makeFolder(folder);
  const file = join(folder, CURRENT);
  if (existsSync(file)) renameSync(file, join(folder, REPLACED));
  replaceJson(file, secrets ?? { tokenSecret: randomBytes(32).toString('base64url') });
  if (!secrets) return [SIGN_IN_AGAIN];
  if (setting === undefined) return [];
  return [`DAYMARK_TOKEN_SECRET differs from the backup's. Until you set it to the tokenSecret in ${file}, links in old mail and calendar links don't work.`];
}

const SIGN_IN_AGAIN = 'The backup holds no secrets. Everyone must sign in again and create new access tokens and calendar links.';

/** Exchanges the secret in use with the one that the last restore replaced. */
export function exchangeSecret({ DAYMARK_DATA_DIR: folder }: Settings): void {
  const [current, replaced] = [join(folder, CURRENT), join(folder, REPLACED)];
  if (!existsSync(replaced)) return;
  const aside = `${replaced}.aside`;
  if (existsSync(current)) renameSync(current, aside);
  renameSync(replaced, current);
  if (existsSync(aside)) renameSync(aside, replaced);
}

export const discardReplacedSecret = ({ DAYMARK_DATA_DIR: folder }: Settings): void => rmSync(join(folder, REPLACED), { force: true });
