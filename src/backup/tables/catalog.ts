import type pg from 'pg';
import { BackupFault } from '../backup-fault.js';

/** TypeORM's record of what it has run. It is restored by running the same migrations. */
export const MIGRATIONS_TABLE = 'migration';

export interface TableShape {
  name: string;
  /** In their order; generated ones left out. */
  columns: string[];
}

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

async function all<Row>(client: pg.ClientBase, sql: string, values: readonly unknown[] = []): Promise<Row[]> {
  return (await client.query(sql, [...values])).rows as Row[];
}

/** The schema that holds Daymark's tables: the first of the session's search path (platform/database/session.ts). */
export async function schemaOf(client: pg.ClientBase): Promise<string> {
  const [row] = await all<{ schema: string | null }>(client, 'select current_schema() as schema');
  if (!row?.schema) throw new BackupFault('The database user has no schema for tables: give it one, or correct its search_path.');
  return row.schema;
}

/** Names of the migrations that the schema has, oldest first. None where there are no tables yet. */
export async function migrationsIn(client: pg.ClientBase, schema: string): Promise<string[]> {
  const table = `${quoted(schema)}.${MIGRATIONS_TABLE}`;
  const [found] = await all<{ exists: boolean }>(client, 'select to_regclass($1) is not null as exists', [table]);
  return found?.exists ? (await all<{ name: string }>(client, `select name from ${table} order by timestamp`)).map(({ name }) => name) : [];
}

/**
 * Objects of Daymark: they belong to the role that owns the record of migrations, and to no extension. `owner` is their column, `schema` the
 * parameter with the schema's quoted name. A schema without that record has none.
 */
const ours = (owner: string, schema: string) =>
  `o.${owner} = (select relowner from pg_class where oid = to_regclass(${schema}::text || '.${MIGRATIONS_TABLE}'))
   and not exists (select from pg_depend d where d.objid = o.oid and d.deptype = 'e')`;

/** Tables of the schema, the record of migrations left out. */
export async function tablesIn(client: pg.ClientBase, schema: string): Promise<TableShape[]> {
  return all<TableShape>(
    client,
    `select o.relname as name, array_agg(a.attname::text order by a.attnum) as columns
     from pg_class o join pg_attribute a on a.attrelid = o.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where o.relnamespace = to_regnamespace($1) and o.relkind in ('r', 'p') and not o.relispartition and o.relname <> $2 and ${ours('relowner', '$1')}
     group by o.relname order by o.relname`,
    [quoted(schema), MIGRATIONS_TABLE],
  );
}

export interface SequenceState {
  name: string;
  lastValue: string;
  isCalled: boolean;
}

/** Where the schema's sequences are. */
export async function sequencesIn(client: pg.ClientBase, schema: string): Promise<SequenceState[]> {
  const names = await all<{ name: string }>(
    client,
    `select o.relname as name from pg_class o where o.relnamespace = to_regnamespace($1) and o.relkind = 'S' and ${ours('relowner', '$1')}
     and not exists (select from pg_depend d join pg_class t on t.oid = d.refobjid and t.relname = $2 where d.objid = o.oid and d.deptype in ('a', 'i'))
     order by o.relname`,
    [quoted(schema), MIGRATIONS_TABLE],
  );
  const states: SequenceState[] = [];
  for (const { name } of names) {
    const state = await all<Omit<SequenceState, 'name'>>(
      client,
      `select last_value::text as "lastValue", is_called as "isCalled" from ${quoted(schema)}.${quoted(name)}`,
    );
    states.push({ name, ...state[0]! });
  }
  return states;
}

/** Foreign keys of the schema: the statements that add them, and those that drop them. */
export async function foreignKeysIn(client: pg.ClientBase, schema: string): Promise<{ add: string; drop: string }[]> {
  return all(
    client,
    `select format('alter table %s add constraint %I %s', c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid)) as add,
       format('alter table %s drop constraint %I', c.conrelid::regclass, c.conname) as drop
     from pg_constraint c where c.connamespace = to_regnamespace($1) and c.contype = 'f' and c.conparentid = 0 order by c.conrelid, c.conname`,
    [quoted(schema)],
  );
}

/** Statements that move all of the schema's objects to another one. What belongs to a table, such as an index, moves with it. */
export async function movesBetween(client: pg.ClientBase, from: string, to: string): Promise<string[]> {
  const rows = await all<{ sql: string }>(
    client,
    `select format('alter %s %I.%I set schema %I', kind, $1::text, name, $2::text) as sql from (
       select case o.relkind when 'v' then 'view' when 'm' then 'materialized view' when 'S' then 'sequence' when 'f' then 'foreign table' else 'table' end as kind,
         o.relname as name
       from pg_class o where o.relnamespace = to_regnamespace($3) and o.relkind in ('r', 'p', 'v', 'm', 'S', 'f') and ${ours('relowner', '$3')}
         and not exists (select from pg_depend d where d.objid = o.oid and d.deptype in ('a', 'i') and o.relkind = 'S')
       union all
       select 'type', o.typname from pg_type o
       where o.typnamespace = to_regnamespace($3) and (o.typtype in ('e', 'd', 'r') or o.typtype = 'c' and exists (select from pg_class c where c.oid = o.typrelid and c.relkind = 'c'))
         and ${ours('typowner', '$3')}
       union all
       select 'collation', o.collname from pg_collation o where o.collnamespace = to_regnamespace($3) and ${ours('collowner', '$3')}
     ) as objects
     union all
     select format('alter %s %I.%I(%s) set schema %I', case o.prokind when 'p' then 'procedure' when 'a' then 'aggregate' else 'function' end,
       $1::text, o.proname, pg_get_function_identity_arguments(o.oid), $2::text)
     from pg_proc o where o.pronamespace = to_regnamespace($3) and ${ours('proowner', '$3')}`,
    [from, to, quoted(from)],
  );
  return rows.map(({ sql }) => sql);
}
