/** The whole story on a database as others have it: locale C, German dates, Auckland's time, odd limits, and a pooler that takes no startup parameters. */
import { runAllMigrations } from '../../src/platform/boot/migrations.js';
import { checkDatabase } from '../../src/platform/boot/check-database.js';
import { databaseUrl, TEMPLATE } from '../support/cluster.js';
import { testConfig } from '../support/daymark.js';
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

await import('./story.e2e.js');
await import('./people-search.e2e.js');
