/** Daymark's API as it is deployed, for a benchmark: migrates, listens, tells its address. */
import { createApp } from '../../src/create-app.js';
import { CurriculumService } from '../../src/curriculum/curriculum.service.js';
import { runAllMigrations } from '../../src/platform/boot/migrations.js';
import { readConfig } from '../../src/platform/config/config.js';

const databaseUrl = process.env.BENCH_DATABASE_URL ?? '';
const config = readConfig({
  DAYMARK_TOKEN_SECRET: 'a secret for measuring, which nobody else needs to know',
  DAYMARK_DATA_DIR: process.env.DAYMARK_DATA_DIR,
  DAYMARK_LOG_LEVEL: 'error',
  DAYMARK_ROLES: process.env.BENCH_ROLES ?? 'api',
  DAYMARK_SIGN_IN_PER_MINUTE: '100000',
  DAYMARK_WRITES_PER_MINUTE: '1000000',
});
await runAllMigrations(databaseUrl, { databaseUrl }, config);
const app = await createApp({ config, databaseUrl, queueStore: { databaseUrl } });
await app.get(CurriculumService).importShipped();
await app.listen(0, '127.0.0.1');
process.send?.({ url: await app.getUrl() });
process.once('SIGTERM', () => void app.close().then(() => process.exit(0)));
