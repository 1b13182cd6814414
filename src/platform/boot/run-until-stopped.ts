import type { INestApplication } from '@nestjs/common';
import { once } from 'node:events';
import type { Booted } from './boot.js';
import { stopSignal } from './stop-signal.js';

/**
 * Runs the application until a signal comes, then stops in order: requests and jobs finish, connections close, the database stops last.
 * Exit code 0, also when it took longer than the settings allow. `start` answers the lines to print when all stands.
 */
export async function runUntilStopped(app: INestApplication, ground: Booted, start: () => Promise<readonly string[]>): Promise<void> {
  const stop = stopSignal();
  try {
    if (!stop.aborted) for (const line of await start()) process.stdout.write(`${line}\n`);
  } catch (error) {
    if (!stop.aborted) {
      await leave(app, ground);
      throw error;
    }
  }
  if (!stop.aborted) await once(stop, 'abort');
  await leave(app, ground);
  process.exit(0);
}

/** In order; what does not end in time is left behind, but never the database. */
async function leave(app: INestApplication, ground: Booted): Promise<void> {
  const patience = new Promise<void>((resolve) => setTimeout(resolve, ground.config.DAYMARK_SHUTDOWN_SECONDS * 1_000).unref());
  const closed = app.close().catch((error: unknown) => void process.stderr.write(`Stopping: ${String(error)}\n`));
  await Promise.race([closed, patience]);
  await ground.stopDatabase();
}
