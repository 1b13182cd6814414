/** A real Daymark and a floor beside it, each in a process of its own, over one throw-away database: what every benchmark over HTTP needs. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../../src/platform/embedded/embedded-postgres.js';

export interface Stage {
  databaseUrl: string;
  /** Addresses of the two servers, without a slash at the end. */
  daymark: string;
  floor: string;
  close(): Promise<void>;
}

/** @param floor name of the module in bench/support that is the floor's server; without it there is none, and its address is empty */
export async function setStage(floor?: string, { roles = 'api' }: { roles?: 'api' | 'all' } = {}): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'daymark-bench-'));
  const postgres = await startEmbeddedPostgres(folder);
  const children: ChildProcess[] = [];
  const start = async (module: string): Promise<string> => {
    const env = { ...process.env, BENCH_DATABASE_URL: postgres.url, DAYMARK_DATA_DIR: folder, BENCH_ROLES: roles, NODE_ENV: 'production' };
    const child = fork(new URL(`./${module}.js`, import.meta.url), { env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    children.push(child);
    const [message] = (await Promise.race([once(child, 'message'), once(child, 'exit').then(() => Promise.reject(new Error(`${module} did not start`)))])) as [
      { url: string },
    ];
    return message.url;
  };
  const close = async () => {
    for (const child of children) {
      if (child.exitCode !== null) continue;
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    return { databaseUrl: postgres.url, daymark: await start('daymark-server'), floor: floor ? await start(floor) : '', close };
  } catch (error) {
    await close();
    throw error;
  }
}
