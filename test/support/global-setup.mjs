import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Starts what all test files share; they find it through the environment. */
export default async function setUp() {
  const { startCluster } = await import('./cluster.ts');
  const cluster = await startCluster();
  process.env.TEST_POSTGRES_URL = cluster.url;
  process.env.TEST_RECORDS ??= mkdtempSync(join(tmpdir(), 'daymark-records-'));
  globalThis.stopCluster = cluster.stop;
}
