/** Enrollments by the million with the readiness of a day, written past the product for what must be done for all of them each day. */
import type { INestApplicationContext } from '@nestjs/common';
import { Client } from 'pg';
import { Temporal } from 'temporal-polyfill';
import { PublishingService } from '../../src/curriculum/publishing.service.js';
import { nextDay } from '../../src/platform/time/day-zone.js';
import { resultOn } from '../../src/readiness/computed.js';
import { LevelShapes } from '../../src/readiness/level-shapes.service.js';
import { seededRandom } from '../../src/platform/seeded-random.js';
import { FITTED } from '../../src/readiness/passing/fitted.data.js';
import { PassGrounds } from '../../src/readiness/passing/pass-grounds.service.js';
import { dayNumber } from '../../src/readiness/score/basis.js';
import { packed, settled } from '../../src/readiness/score/packed-basis.js';
import { MODEL } from '../../src/readiness/score/readiness-model.js';
import { shardSql } from '../../src/readiness/sweep/readiness-shard.entity.js';
import { someKnown } from './readiness-bases.js';

export const LEVELS = 4;
export const SKILLS = 8;
const PROJECTS = 3;
/** So many different bases a level; learners share them. */
const BASES = 5_000;
/** On the first day at ten in the morning, UTC, it is the same date in all of them. */
export const FIRST_DAY = Temporal.Instant.from('2026-03-02T10:00:00Z');
const ZONES = ['America/Los_Angeles', 'America/New_York', 'UTC', 'Europe/Berlin', 'Africa/Nairobi', 'Asia/Kolkata'];
const SLUG = 'a-million';

const names = (kind: string, count: number) => Array.from({ length: count }, (_, i) => ({ slug: `${kind}-${i}`, title: `${kind} ${i}` }));
const document = {
  ...{ slug: SLUG, title: 'For a million', host: 'The harbour', summary: 'Tides.', assessment: 'An exam.', audience: [], technologies: [] },
  levels: names('level', LEVELS).map((level, order) => ({
    ...{ ...level, track: 'beginner', summary: 'Tides.', order: order + 1, basis: 'estimate' },
    skills: names('skill', SKILLS).map((skill) => ({ ...skill, description: 'Reads them.', weightPercent: 100 / SKILLS, effortMinutes: 300 })),
    projects: names('project', PROJECTS).map((project, i) => ({
      ...{ ...project, description: 'Does it.', shows: [`skill-${i}`, `skill-${i + 3}`], acceptance: ['It holds.'], effortMinutes: 180 },
    })),
  })),
};

/** @param app over the same database, which is migrated */
export async function fillSchool(app: INestApplicationContext, databaseUrl: string, enrollments: number): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await app.get(PublishingService).publish(JSON.stringify(document), 'command-line');
    await addBases(client, app);
    await client.query('create temp table zone as select * from unnest($1::text[], $2::timestamptz[]) with ordinality as z (time_zone, next_due_at, n)', [
      ZONES,
      ZONES.map((timeZone) => nextDay(FIRST_DAY, { timeZone, dayStartMinutes: 0 }).toString()),
    ]);
    await addLearners(client, Math.ceil(enrollments / LEVELS));
    await addReadiness(client, enrollments);
    await client.query('vacuum analyze');
  } finally {
    await client.end();
  }
}

/** Into a temporary table: what learners of each level are at, and what readiness says of it on the first day. */
async function addBases(client: Client, app: INestApplicationContext): Promise<void> {
  const { rows: levels } = await client.query<{ levelId: string; releaseId: string }>(
    `select level.id as "levelId", release.id as "releaseId" from level join certification c on c.id = level.certification_id
     join release on release.certification_id = c.id where c.slug = $1 order by level.slug`,
    [SLUG],
  );
  for (const { levelId } of levels) {
    const tenths = FITTED.usual.map(({ share }) => Math.round(share * 10));
    await client.query(
      `insert into level_peers (level_id, tenth, learners, norms, work_means, computed_at)
       select $1, t.tenth, 200, t.norms, '{"practice": 66}', $4 from unnest($2::int[], $3::jsonb[]) as t (tenth, norms) on conflict do nothing`,
      [levelId, tenths, FITTED.usual.map(({ norms }) => JSON.stringify(norms)), FIRST_DAY.toString()],
    );
  }
  const grounds = await app.get(PassGrounds).of(levels.map(({ levelId }) => levelId));
  const [random, day] = [seededRandom(7), dayNumber(FIRST_DAY.toZonedDateTimeISO('UTC').toPlainDate())];
  await client.query(`
    create temp table base (level_id uuid, release_id uuid, n int, basis bytea, state text, score int, low int, high int, band text,
      probability real, probability_low real, probability_high real, primary key (level_id, n))`);
  for (const { levelId, releaseId } of levels) {
    const shape = await app.get(LevelShapes).of({ levelId, releaseId });
    const rows = Array.from({ length: BASES }, () => {
      const known = settled(someKnown(shape, day - Math.floor(random() * 14), random), shape);
      return { basis: packed(known, shape), ...resultOn(shape, known, day, 'active', grounds.get(levelId)!) };
    });
    const column = <K extends keyof (typeof rows)[number]>(name: K) => rows.map((row) => row[name]);
    await client.query(
      `insert into base select $1, $2, b.n - 1, b.basis, b.state, b.score, b.low, b.high, b.band, b.probability, b.probability_low, b.probability_high
       from unnest($3::bytea[], $4::text[], $5::int[], $6::int[], $7::int[], $8::text[], $9::real[], $10::real[], $11::real[]) with ordinality
         as b (basis, state, score, low, high, band, probability, probability_low, probability_high, n)`,
      [
        ...[levelId, releaseId, column('basis'), column('state'), column('score'), column('low'), column('high'), column('band')],
        ...[column('probability'), column('probabilityLow'), column('probabilityHigh')],
      ],
    );
  }
}

async function addLearners(client: Client, learners: number): Promise<void> {
  await client.query(
    `insert into account (id, email, email_key, name, time_zone, password_hash, created_at)
     select uuidv7(), 'learner-' || n || '@harbour.example', 'learner-' || n || '@harbour.example', 'Learner ' || n,
       (select time_zone from zone where zone.n = 1 + l.n % (select count(*) from zone)), 'none', $2
     from generate_series(1, $1::int) as l (n)`,
    [learners, FIRST_DAY.toString()],
  );
}

async function addReadiness(client: Client, enrollments: number): Promise<void> {
  await client.query(
    `insert into enrollment (id, learner_id, level_id, release_id, state, started_on, exam_on, weekly_minutes, created_at)
     select uuidv7(), a.id, l.level_id, l.release_id, 'active', $2::date - 30, $2::date + 60, '{60,60,60,60,60,60,0}', $2::timestamptz
     from (select distinct level_id, release_id from base) as l cross join (select id from account where email like 'learner-%' order by id) as a limit $1`,
    [enrollments, FIRST_DAY.toString()],
  );
  await client.query(
    `create temp table placed as select e.id, e.level_id, a.time_zone, abs(hashtext(e.id::text)) % $1 as n
     from enrollment e join account a on a.id = e.learner_id order by e.id`,
    [BASES],
  );
  await client.query(
    `insert into readiness (enrollment_id, level_id, release_id, state, score, low, high, band, probability, probability_low, probability_high,
       model, computed_at, covers_until, computed_for, next_due_at, enrollment_state, time_zone, day_start_minutes, shard)
     select p.id, b.level_id, b.release_id, b.state, b.score, b.low, b.high, b.band, b.probability, b.probability_low, b.probability_high,
       $1, $2, $2, $2::timestamptz::date, z.next_due_at, 'active', p.time_zone, 0, ${shardSql('row_number() over (order by p.id)')}
     from placed p join base b using (level_id, n) join zone z using (time_zone) order by p.id`,
    [MODEL, FIRST_DAY.toString()],
  );
  await client.query('insert into readiness_basis (enrollment_id, basis) select p.id, b.basis from placed p join base b using (level_id, n) order by p.id');
}
