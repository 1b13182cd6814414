/** The whole story on a database as others have it: locale C, German dates, Auckland's time, odd limits, and a pooler that takes no startup parameters. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runAllMigrations } from '../../src/platform/boot/migrations.js';
import { checkDatabase } from '../../src/platform/boot/check-database.js';
import { Place } from '../support/backups.js';
import { databaseUrl, TEMPLATE } from '../support/cluster.js';
import { freshDatabase, testConfig } from '../support/daymark.js';
import { startOddCluster, startStrictPooler } from '../support/odd-cluster.js';

const cluster = await startOddCluster(TEMPLATE);
const pooler = await startStrictPooler(cluster.url);
const template = databaseUrl(pooler.url, TEMPLATE);
await runAllMigrations(template, { databaseUrl: template }, testConfig());
await checkDatabase(template);

// All files share a process: the files below meet this database, those after it the usual one.
const usual = process.env.TEST_POSTGRES_URL;
beforeAll(() => void (process.env.TEST_POSTGRES_URL = databaseUrl(pooler.url, 'postgres')));
afterAll(async () => {
  process.env.TEST_POSTGRES_URL = usual;
  await pooler.stop();
  await cluster.stop();
});

describe('a backup on a database as others have it', () => {
  it('is restored by a role that is no superuser', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'daymark-odd-backup-'));
    const database = await freshDatabase();
    const [old, place] = [new Place(database.url, database.drop), await Place.empty()];
    try {
      const file = join(folder, 'backup');
      const { tables } = await old.backsUp(file);
      await place.restores(file);
      expect(await place.content()).toEqual(tables);
      await place.restores(file);
      expect(await place.schemas()).toEqual(['daymark_replaced']);
    } finally {
      await old.remove();
      await place.remove();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

await import('./story.e2e.js');
await import('./people-search.e2e.js');
