import type pg from 'pg';
import { codeOf } from '../../../platform/boot/start-fault.js';
import { migrationsIn, quoted } from '../../tables/catalog.js';
import { ENDED } from './ended-access.js';

/** Two schemas with Daymark's tables: the data in use, and the data that will replace it. */
export interface Schemas {
  now: string;
  then: string;
}

/** The audit entry of a deletion, as the data in use has it. */
export type DeletionEntry = Record<string, unknown> & { id: string; subject_id: string };

/** Changes in the current data that the other data would undo. Null where the two cannot be compared. */
export interface Since {
  /** Email addresses (as in the backup) of accounts that were deleted since, according to the audit trail. */
  deleted: string[] | null;
  /** Accounts that only the backup has, without an audit entry of a deletion. */
  missing: string[] | null;
  deactivated: string[] | null;
  /** `ada@example.org (admin)` */
  rolesRemoved: string[] | null;
  passwordsChanged: string[] | null;
  emailsChanged: string[] | null;
  mentorsRemoved: string[] | null;
  /** Accounts that are only in the data in use. */
  created: string[] | null;
  /** Accounts that are in both. */
  common: number | null;
  registration: { now: string; then: string } | null;
  signInsEnded: number | null;
  /** Access that ended, by kind: `personal access token`. */
  ended: { what: string; count: number | null }[];
}

/** Audit entries of deletions that `then` lacks. */
const DELETIONS = `
  select to_jsonb(e) as value from {now}.audit_entry e
  where e.act = 'account-deleted' and e.subject_id is not null
    and not exists (select from {then}.audit_entry t where t.act = 'account-deleted' and t.subject_id = e.subject_id)
  order by e.id`;

const LISTS = {
  deleted: `select t.email as value from {then}.account t
    where t.id::text in (select subject_id from {now}.audit_entry where act = 'account-deleted') order by 1`,
  missing: `select t.email as value from {then}.account t where not exists (select from {now}.account n where n.id = t.id)
    and t.id::text not in (select subject_id from {now}.audit_entry where act = 'account-deleted' and subject_id is not null) order by 1`,
  deactivated: `select n.email as value from {now}.account n join {then}.account t using (id)
    where n.deactivated_at is not null and t.deactivated_at is null order by 1`,
  rolesRemoved: `select n.email || ' (' || t.role || ')' as value from {then}.account_role t join {now}.account n on n.id = t.account_id
    where not exists (select from {now}.account_role r where r.account_id = t.account_id and r.role = t.role) order by 1`,
  // A hash also changes when its parameters get stronger, so it doesn't show who changed their password.
  passwordsChanged: `select n.email as value from {now}.account n join {then}.account t using (id)
    where n.password_chosen_at > coalesce(t.password_chosen_at, '-infinity') and t.password_hash is not null order by 1`,
  emailsChanged: `select n.email as value from {now}.account n join {then}.account t using (id) where n.email_key <> t.email_key order by 1`,
  mentorsRemoved: `select distinct n.email as value from {then}.enrollment_reader t join {now}.account n on n.id = t.mentor_id
    where exists (select from {now}.enrollment e where e.id = t.enrollment_id)
      and not exists (select from {now}.enrollment_reader r where r.enrollment_id = t.enrollment_id and r.mentor_id = t.mentor_id) order by 1`,
  created: `select n.email as value from {now}.account n where not exists (select from {then}.account t where t.id = n.id) order by 1`,
} as const;

const COMMON = 'select count(*)::int as value from {now}.account join {then}.account using (id)';
const REGISTRATION = `select json_build_object('now', coalesce((select mode from {now}.registration_policy), 'open'),
  'then', coalesce((select mode from {then}.registration_policy), 'open')) as value`;
const SIGN_INS = `select count(*)::int as value from {then}.session t join {now}.session n using (id) where t.ended_at is null and n.ended_at is not null`;

/** Undefined table, column, schema or function: this side is of another version of Daymark. */
const OF_ANOTHER_VERSION = ['42P01', '42703', '3F000', '42883'];

export const placed = (sql: string, { now, then }: Schemas): string => sql.replaceAll('{now}', quoted(now)).replaceAll('{then}', quoted(then));

/** Compares the data in use with the data that will replace it. Null where there is nothing in use. Changes nothing. */
export async function compare(client: pg.ClientBase, schemas: Schemas): Promise<Since | null> {
  if ((await migrationsIn(client, schemas.now)).length === 0) return null;
  const lists = {} as Record<keyof typeof LISTS, string[] | null>;
  for (const name of Object.keys(LISTS) as (keyof typeof LISTS)[]) lists[name] = await valuesOf<string>(client, LISTS[name], schemas);
  const one = async <Value>(sql: string) => (await valuesOf<Value>(client, sql, schemas))?.[0] ?? null;
  const ended: Since['ended'] = [];
  for (const { what, matching } of ENDED) ended.push({ what, count: await one<number>(`select count(*)::int as value ${matching}`) });
  return { ...lists, common: await one(COMMON), registration: await one(REGISTRATION), signInsEnded: await one(SIGN_INS), ended };
}

/** The entries of all deletions that the data in use has and the other data lacks. */
export const deletionsSince = async (client: pg.ClientBase, schemas: Schemas): Promise<DeletionEntry[]> =>
  (await valuesOf<DeletionEntry>(client, DELETIONS, schemas)) ?? [];

/** The column `value` of all rows. Null if a side lacks a table or column of the query. */
async function valuesOf<Value>(client: pg.ClientBase, sql: string, schemas: Schemas): Promise<Value[] | null> {
  try {
    const { rows } = await client.query<{ value: Value }>(placed(sql, schemas));
    return rows.map(({ value }) => value);
  } catch (error) {
    if (OF_ANOTHER_VERSION.includes(codeOf(error))) return null;
    throw error;
  }
}
