import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCluster } from './cluster.js';

/** Starts what all test files share; they find it through the environment. */
export default async function setUp(): Promise<void> {
  const cluster = await startCluster();
  process.env.TEST_POSTGRES_URL = cluster.url;
  process.env.TEST_RECORDS ??= mkdtempSync(join(tmpdir(), 'daymark-records-'));
  Object.assign(globalThis, { stopCluster: cluster.stop });
}
