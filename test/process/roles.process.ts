import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../src/platform/embedded/embedded-postgres.js';
import { dataFolder, removeFolder, StartedDaymark } from './started-daymark.js';

/** What the image runs. */
const COMMAND = JSON.parse(/^CMD (.*)$/m.exec(readFileSync('Dockerfile', 'utf8'))?.[1] ?? '[]') as string[];

describe('API and workers as processes of their own', () => {
  const folder = dataFolder();
  let database: EmbeddedPostgres;
  const started: StartedDaymark[] = [];

  beforeAll(async () => {
    database = await startEmbeddedPostgres(folder, { throwAway: true });
  }, 240_000);
  afterAll(async () => {
    for (const daymark of started) daymark.kill();
    await database.stop();
    removeFolder(folder);
  }, 240_000);

  it('start at once on an empty database, the way the image starts them, and stop with code 0', async () => {
    const shared = {
      DATABASE_URL: database.url,
      DAYMARK_TOKEN_SECRET: 'a secret that only these tests know',
      DAYMARK_DATA_DIR: join(folder, 'daymark'),
      DAYMARK_ADMIN_EMAIL: 'admin@harbour.example',
    };
    for (const role of ['api', 'worker', 'worker']) started.push(await StartedDaymark.run({ ...shared, DAYMARK_ROLES: role }, COMMAND));
    await Promise.all(started.map((daymark) => daymark.ready()));
    const [api, worker] = started.map(({ url }) => `${url}/api/v1/certifications`);
    expect((await fetch(api ?? '')).status).not.toBe(404);
    expect((await fetch(worker ?? '')).status).toBe(404);
    const ends = await Promise.all(started.map((daymark) => daymark.stop('SIGTERM')));
    expect(ends).toEqual(Array(3).fill({ code: 0, signal: null }));
  }, 240_000);
});
