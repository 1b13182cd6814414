/**
 * `npm run bench:readiness [-- ENROLLMENTS]`: the daily sweep of readiness over a million enrollments of 8 skills, by the worker as it is
 * deployed: a first day, then a second over existing rows; by one worker, by two, and by SQL alone, which works nothing out, as the floor.
 * Goals: 75 s by two, 300 MiB each, 0.4 of the floor by one.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { createApp } from '../src/create-app.js';
import { runAllMigrations } from '../src/platform/boot/migrations.js';
import { readConfig } from '../src/platform/config/config.js';
import { startEmbeddedPostgres } from '../src/platform/embedded/embedded-postgres.js';
import { sweepBySql } from './support/readiness-floor.js';
import { fillSchool, FIRST_DAY } from './support/readiness-school.js';

const ENROLLMENTS = Number(process.argv[2] ?? process.env.BENCH_ENROLLMENTS ?? 1_000_000);

const folder = mkdtempSync(join(tmpdir(), 'daymark-bench-'));
chmodSync(folder, 0o711);
const postgres = await startEmbeddedPostgres(folder);
const databaseUrl = postgres.url;
const workers: ChildProcess[] = [];
const client = new Client({ connectionString: databaseUrl });
const nowOn = (day: number) => FIRST_DAY.add({ hours: 24 * day }).toString();

async function startWorker(): Promise<void> {
  const env = { ...process.env, BENCH_DATABASE_URL: databaseUrl, DAYMARK_DATA_DIR: folder, NODE_ENV: 'production' };
  const worker = fork(new URL('./support/sweep-worker.js', import.meta.url), { env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  workers.push(worker);
  await Promise.race([once(worker, 'message'), once(worker, 'exit').then(() => Promise.reject(new Error('The worker did not start')))]);
}

/** A day lies between two sweeps: time enough to tidy up. */
const rest = async () => {
  for (const table of ['readiness', 'readiness_snapshot', 'readiness_shard']) await client.query(`vacuum (analyze) ${table}`);
  await client.query('checkpoint');
};

/** All workers there are, on a day. Fails unless every row was done, once. */
async function sweep(day: number, what: string): Promise<{ seconds: number; mostMiB: number; newPoints: number }> {
  await rest();
  const now = nowOn(day);
  const from = performance.now();
  const said = workers.map((worker) => once(worker, 'message'));
  for (const worker of workers) worker.send({ now });
  const mostMiB = Math.max(...(await Promise.all(said)).map(([{ mostMiB: each }]) => each as number));
  const seconds = (performance.now() - from) / 1_000;
  const { rows } = await client.query<{ swept: number; left: number; points: number }>(
    `select (select sum(swept) from readiness_shard where swept_on = $1::date)::int as swept,
       (select count(*) from readiness where computed_for <> $1::date)::int as left,
       (select count(*) from readiness_snapshot where date = $1::date)::int as points`,
    [now],
  );
  const { swept, left, points } = rows[0]!;
  if (swept !== ENROLLMENTS || left > 0) throw new Error(`${swept} rows were done and ${left} were not, of ${ENROLLMENTS}: the figures would be worth nothing`);
  told(what, seconds, `${mostMiB} MiB at most, ${Math.round((100 * points) / ENROLLMENTS)}% new points`);
  return { seconds, mostMiB, newPoints: points / ENROLLMENTS };
}

const told = (what: string, seconds: number, more = '') =>
  console.log(`${what.padEnd(28)} ${seconds.toFixed(1).padStart(7)} s ${(ENROLLMENTS / seconds).toFixed(0).padStart(8)}/s  ${more}`);

try {
  const config = readConfig({
    DAYMARK_TOKEN_SECRET: 'a secret for measuring, which nobody else needs to know',
    DAYMARK_DATA_DIR: folder,
    DAYMARK_LOG_LEVEL: 'error',
  });
  await runAllMigrations(databaseUrl, { databaseUrl }, config);
  await client.connect();
  const app = await createApp({ config: { ...config, DAYMARK_ROLES: 'api' }, databaseUrl, queueStore: { databaseUrl } });
  const from = performance.now();
  await fillSchool(app, databaseUrl, ENROLLMENTS);
  await app.close();
  told(`${ENROLLMENTS} enrollments made`, (performance.now() - from) / 1_000);

  await startWorker();
  await sweep(1, 'one worker, first day');
  const one = await sweep(2, 'one worker, second day');
  await rest();
  const floor = await sweepBySql(client, nowOn(3), one.newPoints);
  told('SQL alone, third day', floor);
  await startWorker();
  const first = await sweep(4, 'two workers, fourth day');
  const second = await sweep(5, 'two workers, fifth day');

  const seconds = Math.max(first.seconds, second.seconds);
  const figures = {
    enrollments: ENROLLMENTS,
    seconds: tenth(seconds),
    perSecond: Math.round(ENROLLMENTS / seconds),
    ratio: Math.round((floor / one.seconds) * 100) / 100,
  };
  console.log(JSON.stringify({ name: 'readiness', ...figures, workerMiB: Math.max(first.mostMiB, second.mostMiB) }));
} finally {
  for (const worker of workers) {
    if (worker.exitCode !== null) continue;
    worker.kill('SIGTERM');
    await once(worker, 'exit');
  }
  await client.end();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
