/** A level full of learners, written by SQL, for what must be done for all of them. */
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';

/** Learners who all enrolled today in one level of one release. @returns nothing; they are called learner 1 to `count` */
export async function enrollMany(databaseUrl: string, levelId: string, count: number): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(
      `with learner as (
         insert into account (id, email, email_key, name, time_zone, password_hash, created_at)
         select gen_random_uuid(), 'many-' || n || '@harbour.example', 'many-' || n || '@harbour.example', 'Learner ' || n, 'UTC', 'none', now() from generate_series(1, $2::int) as n
         returning id)
       insert into enrollment (id, learner_id, level_id, release_id, state, started_on, exam_on, weekly_minutes, created_at)
       select gen_random_uuid(), learner.id, $1, (
           select release.id from level
           join certification on certification.id = level.certification_id
           join release on release.certification_id = certification.id and release.number = certification.current_release_number
           where level.id = $1),
         'active', current_date, current_date + 60, '{60,60,60,60,60,60,0}', now()
       from learner`,
      [levelId, count],
    );
    await client.query('analyze');
  } finally {
    await client.end();
  }
}

/** The first level of a certification. */
export async function levelIdOf(databaseUrl: string, certification: string): Promise<string> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client
    .query<{ id: string }>(
      `select level.id from level join certification on certification.id = level.certification_id where certification.slug = $1 order by level.slug limit 1`,
      [certification],
    )
    .finally(() => client.end());
  return rows[0]!.id;
}

/** Makes an account an admin, as whoever runs Daymark does. */
export async function makeAdmin(databaseUrl: string, accountId: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(`insert into account_role (account_id, role, granted_at) values ($1, 'admin', now())`, [accountId]).finally(() => client.end());
}

/** Resolves when the worklist holds nothing of a kind. */
export async function noWorkLeft(databaseUrl: string, kind: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const isLeft = async () => (await client.query('select from work where kind = $1 limit 1', [kind])).rowCount === 1;
  try {
    while (await isLeft()) await pause(250);
  } finally {
    await client.end();
  }
}
