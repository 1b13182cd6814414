import type pg from 'pg';
import type { Settings } from '../../platform/config/config.js';
import type { FileStore } from '../../platform/files/file-store.js';
import { BackupFault } from '../backup-fault.js';
import { keysIn } from '../kept-files.js';
import type { OpenDatabase } from '../open-database.js';
import { schemaOf } from '../tables/catalog.js';
import { discardReplacedSecret, exchangeSecret } from './kept-secret.js';
import { compare } from './since/compare.js';
import { canErase, reapplyRevocations } from './since/reapply-revocations.js';
import { describeChanges } from './since/describe-changes.js';
import { dropReplaced, hasReplaced, refuseNothingReplaced, REPLACED, swapBack } from './swap.js';

/** What the operator chose, and how to reach them. */
export interface Undo {
  /** Restores accounts that were deleted since the restore. */
  keepsDeleted?: boolean;
  tell?: (line: string) => void;
  /** Asks the operator, who has read what will happen. Throws if they do not agree. */
  agree?: () => Promise<void>;
}

/** Goes back to what the last restore replaced. */
export async function undoRestore({ client, url }: Pick<OpenDatabase, 'client' | 'url'>, settings: Settings, undo: Undo = {}): Promise<void> {
  const { keepsDeleted = false, tell = () => undefined, agree = async () => undefined } = undo;
  const schema = await schemaOf(client);
  await refuseNothingReplaced(client);
  const schemas = { now: schema, then: REPLACED };
  const since = await compare(client, schemas);
  for (const line of describeChanges(since, { keepsDeleted, isOtherVersion: !(await canErase(client, REPLACED)) })) tell(line);
  await agree();
  // In one transaction: if the swap fails, the replaced data still has the accounts, and --keep-deleted can still be chosen.
  await reapplyRevocations({ client, url, settings, schema }, schemas, since, keepsDeleted, (tx) => swapBack(tx, schema));
  exchangeSecret(settings);
}

/** Deletes what the last restore replaced: its tables, its secret, and the files that nothing else uses. */
export async function discardReplaced(client: pg.Client, settings: Settings, store: FileStore): Promise<number> {
  if (!(await hasReplaced(client))) throw new BackupFault('There is nothing to discard: no restore has replaced anything, or it was discarded.');
  const keys = await keysOfReplacedAlone(client, await schemaOf(client));
  await dropReplaced(client);
  for (const key of keys) await store.delete(key);
  discardReplacedSecret(settings);
  return keys.length;
}

async function keysOfReplacedAlone(client: pg.Client, schema: string): Promise<string[]> {
  const current = new Set(await keysIn(client, schema));
  return (await keysIn(client, REPLACED)).filter((key) => !current.has(key));
}
