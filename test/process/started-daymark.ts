import { spawn, type ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const READY_MS = 60_000;

/** A folder for a Daymark's data that everyone can pass through, as PostgreSQL's own user must when we are root. */
export function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'daymark-process-'));
  chmodSync(folder, 0o711);
  return folder;
}

export const removeFolder = (folder: string) => rmSync(folder, { recursive: true, force: true });

/** Below the ports that systems give to outgoing connections, one of which could take it before we do. */
const [LOWEST_PORT, HIGHEST_PORT] = [20_000, 32_000];

export async function freePort(): Promise<number> {
  const port = randomInt(LOWEST_PORT, HIGHEST_PORT);
  const server = createServer();
  const isFree = await new Promise<boolean>((resolve) =>
    server.once('error', () => resolve(false)).listen(port, '0.0.0.0', () => server.close(() => resolve(true))),
  );
  return isFree ? port : freePort();
}

/** How a process ended. */
export interface End {
  code: number | null;
  signal: NodeJS.Signals | null;
}

/** The process number of the database under this folder, 0 when there is none. */
export function postmasterOf(folder: string): number {
  const file = join(folder, 'postgres', 'postmaster.pid');
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : 0;
}

/** Is there such a process, or any of such a group (a negative number)? One that ended and was not collected yet does not count. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return pid < 0 || !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' && process.platform !== 'linux';
  }
}

/** What makes it another date under `npm run test:dates`. */
const otherDate = () => Object.fromEntries(Object.entries(process.env).filter(([name]) => /^(LD_PRELOAD|FAKETIME|NO_FAKE)/.test(name)));

/** A Daymark as a person starts it: its own process group, settings from the environment, nothing but addresses and files to look at. */
export class StartedDaymark {
  readonly ended: Promise<End>;
  output = '';

  private constructor(
    readonly child: ChildProcess,
    readonly url: string,
  ) {
    child.stdout?.on('data', (text) => (this.output += String(text)));
    child.stderr?.on('data', (text) => (this.output += String(text)));
    this.ended = once(child, 'close').then(([code, signal]) => ({ code, signal }) as End);
  }

  /** Runs a command with these settings and no others of ours. */
  static async run(
    settings: Record<string, string>,
    command: readonly string[] = ['npm', 'start'],
    input: 'ignore' | 'pipe' = 'ignore',
  ): Promise<StartedDaymark> {
    const port = settings.PORT ?? String(await freePort());
    const { PATH = '', HOME = '' } = process.env;
    const [program = '', ...args] = command;
    const env = { PATH, HOME, ...otherDate(), DAYMARK_LOG_LEVEL: 'warn', ...settings, PORT: port };
    const child = spawn(program, args, { env, detached: true, stdio: [input, 'pipe', 'pipe'] });
    return new StartedDaymark(child, `http://localhost:${port}`);
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** Resolves when it has said this; rejects when it ends without. */
  async says(text: string): Promise<void> {
    while (!this.output.includes(text)) {
      if (this.child.exitCode !== null) throw new Error(`Daymark ended: ${this.output}`);
      await pause(5);
    }
  }

  /** Answers the milliseconds it took until it was ready for requests. */
  async ready(): Promise<number> {
    const since = performance.now();
    while (performance.now() - since < READY_MS) {
      if (this.child.exitCode !== null) throw new Error(`Daymark ended: ${this.output}`);
      const answer = await fetch(`${this.url}/health/ready`).catch(() => undefined);
      if (answer?.ok) return performance.now() - since;
      await pause(50);
    }
    throw new Error(`Daymark is not ready: ${this.output}`);
  }

  /** Sends a signal to the command itself, or to all of its group, as Ctrl-C does; answers how it ended. */
  stop(signal: NodeJS.Signals, to: 'itself' | 'its group' = 'itself'): Promise<End> {
    process.kill(to === 'itself' ? this.pid : -this.pid, signal);
    return this.ended;
  }

  post(path: string, body: unknown): Promise<Response> {
    return fetch(`${this.url}/api/v1${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  }

  /** For afterEach: whatever a failed test left. */
  kill(): void {
    if (isAlive(-this.pid)) process.kill(-this.pid, 'SIGKILL');
  }
}
