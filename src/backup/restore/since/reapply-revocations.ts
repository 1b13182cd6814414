import type pg from 'pg';
import type { EntityManager } from 'typeorm';
import { migrations } from '../../../../migrations/index.js';
import { MentorHandover } from '../../../enrollments/readers/mentor-handover.service.js';
import { Audit } from '../../../platform/audit/audit.js';
import { Clock } from '../../../platform/time/clock.js';
import { AccountErasure } from '../../../users/account-erasure.service.js';
import { AuditedAccounts } from '../../../users/audited-accounts.js';
import { LearnerHandover } from '../../../users/learner-handover.service.js';
import { migrationsIn, quoted } from '../../tables/catalog.js';
import { sourceIn, type Ground } from '../staging.js';
import { deletionsSince, placed, type DeletionEntry, type Schemas, type Since } from './compare.js';
import { ENDED } from './ended-access.js';

export interface Reapplied {
  signIns: number;
  /** Accounts that were deleted again. */
  deleted: number;
}

/** Whether this code can erase accounts in the schema: it only knows the tables of its own version. */
export const canErase = async (client: pg.ClientBase, schema: string): Promise<boolean> =>
  (await migrationsIn(client, schema)).join() === migrations.map(({ name }) => name).join();

/**
 * Repeats in the restored data what people revoked or deleted since: access without a password, and accounts. A person who asked to be
 * erased stays erased. Ends all sign-ins, because nobody can tell a stolen one from the others.
 *
 * @param finish runs last in the same transaction: if it fails, the restored data stays as it was
 */
export async function reapplyRevocations(
  ground: Ground,
  schemas: Schemas,
  since: Since | null,
  keepsDeleted: boolean,
  finish?: (client: pg.ClientBase) => Promise<void>,
): Promise<Reapplied> {
  const deletions = since && !keepsDeleted && (await canErase(ground.client, schemas.then)) ? await deletionsSince(ground.client, schemas) : [];
  const ended = ENDED.filter(({ what }) => since?.ended.some((each) => each.what === what && (each.count ?? 0) > 0));
  const source = await sourceIn(ground, schemas.then);
  try {
    return await source.transaction(async (tx) => {
      const client = await clientOf(tx);
      const signIns = await endSignIns(client, schemas.then);
      for (const { end } of ended) await client.query(placed(end, schemas));
      const deleted = await deleteAgain(tx, deletions);
      await finish?.(client);
      return { signIns, deleted };
    });
  } finally {
    await source.destroy();
  }
}

/** The connection of a transaction. */
async function clientOf(tx: EntityManager): Promise<pg.ClientBase> {
  if (!tx.queryRunner) throw new Error('There is no transaction.');
  return (await tx.queryRunner.connect()) as pg.ClientBase;
}

async function endSignIns(client: pg.ClientBase, schema: string): Promise<number> {
  const { rowCount } = await client.query(`update ${quoted(schema)}.session set ended_at = $1, ended_because = 'restored' where ended_at is null`, [
    new Clock().now().toString(),
  ]);
  return rowCount ?? 0;
}

async function deleteAgain(tx: EntityManager, entries: readonly DeletionEntry[]): Promise<number> {
  if (entries.length === 0) return 0;
  const before = await countAccounts(tx);
  const eraser = accountErasure();
  for (const entry of entries) await eraser.erase(tx, { id: entry.subject_id, roles: [] }, () => insertEntry(tx, entry));
  // The account has the id of the invitation it came from, which the backup may have instead.
  await tx.query('delete from invitation where id::text = any($1)', [entries.map((entry) => entry.subject_id)]);
  return before - (await countAccounts(tx));
}

/** Built without the app, because it only needs a transaction and the time. */
function accountErasure(): AccountErasure {
  const clock = new Clock();
  const audit = new Audit(new AuditedAccounts(), clock);
  return new AccountErasure(new LearnerHandover(new MentorHandover(audit, clock)), audit);
}

const countAccounts = async (tx: EntityManager): Promise<number> =>
  (await tx.query<[{ count: number }]>('select count(*)::int as count from account'))[0].count;

/** Copies the audit entry into the restored data, so that the next restore finds it too. Entries of earlier versions lack some columns. */
async function insertEntry(tx: EntityManager, entry: DeletionEntry): Promise<void> {
  const id = entry.subject_id;
  const missing = {
    by_kind: 'unknown',
    by_id: null,
    persons: [id],
    personal: { [id]: {} },
    involved: {},
    detail: {},
    subject_kind: 'account',
    subject_label: '',
  };
  const whole = 'persons' in entry ? entry : { id: entry.id, at: entry['at'], act: 'account-deleted', subject_id: id, ...missing };
  await tx.query('insert into audit_entry select * from jsonb_populate_record(null::audit_entry, $1::jsonb) on conflict do nothing', [JSON.stringify(whole)]);
}
