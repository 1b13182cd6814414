import { Redis } from 'ioredis';
import type { DataSource } from 'typeorm';

/** Empties the queues as a Redis does that starts again without its data: clients lose their connections, too. On PostgreSQL all rows go, the record of migrations among them. */
export async function loseQueues(database: DataSource): Promise<void> {
  const redisUrl = process.env.TEST_REDIS_URL;
  if (!redisUrl) return loseRows(database);
  const redis = new Redis(redisUrl);
  await redis.flushall();
  await redis.client('KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
  redis.disconnect();
}

/** One statement, since the queues would make new rows between two. */
async function loseRows(database: DataSource): Promise<void> {
  const tables = await database.query<{ name: string }[]>(`select quote_ident(tablename) as name from pg_tables where schemaname = 'bullmq'`);
  const sql = `truncate ${tables.map(({ name }) => `bullmq.${name}`).join(', ')} cascade`;
  for (;;) {
    try {
      await database.query(sql);
      return;
    } catch (error) {
      // The queues are in the middle of their work: the database lets one of the two go on.
      if (!/deadlock/.test(String(error))) throw error;
    }
  }
}

/** Takes the jobs from a queue and leaves the schedulers, each of which waits for a job that would put the next one in. */
export async function loseJobs(database: DataSource, queue: string): Promise<void> {
  const redisUrl = process.env.TEST_REDIS_URL;
  if (!redisUrl) return void (await database.query('delete from bullmq.job where queue = $1', [queue]));
  const redis = new Redis(redisUrl);
  const keys = await redis.keys(`bull:${queue}:*`);
  const ofSchedulers = (key: string) => key === `bull:${queue}:repeat` || /:repeat:[^:]+$/.test(key) || key === `bull:${queue}:meta`;
  const jobs = keys.filter((key) => !ofSchedulers(key));
  if (jobs.length > 0) await redis.del(...jobs);
  redis.disconnect();
}
