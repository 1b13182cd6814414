import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { ServerUser } from '../../src/platform/embedded/server-user.js';

const [TRIES, PAUSE_MS] = [200, 50];
const STOP_MS = 5_000;

interface Wanted {
  command: string;
  args: readonly string[];
  folder: string;
  /** Where it listens once it is up. */
  port: number;
  user?: ServerUser | undefined;
}

/** A program from the system, for as long as a test file needs it. */
export class RunningProgram {
  output = '';

  private constructor(
    private readonly child: ChildProcess,
    private readonly name: string,
  ) {
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (this.output += String(text)));
  }

  /** Resolves once it takes connections; fails with its own words. */
  static async start({ command, args, folder, port, user }: Wanted): Promise<RunningProgram> {
    const { PATH = '' } = process.env;
    const child = spawn(command, args, { ...user, cwd: folder, env: { PATH, HOME: folder, XDG_DATA_HOME: folder }, stdio: ['ignore', 'pipe', 'pipe'] });
    const program = new RunningProgram(child, command);
    for (let attempt = 0; attempt < TRIES && child.exitCode === null; attempt++) {
      if (await takesConnections(port)) return program;
      await pause(PAUSE_MS);
    }
    await program.stop();
    throw new Error(`${command} does not start: ${program.output}`);
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    const isSlow = await Promise.race([ended.then(() => false), pause(STOP_MS, true, { ref: false })]);
    if (!isSlow) return;
    this.child.kill('SIGKILL');
    await ended;
    throw new Error(`${this.name} did not stop: ${this.output}`);
  }
}

function takesConnections(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => (socket.destroy(), resolve(true)));
    socket.once('error', () => resolve(false));
  });
}

/** Writes an example of the documentation with some of its words replaced. Fails for a word that is not there, so examples and tests stay together. */
export function writeExample(example: string, file: string, changes: readonly (readonly [from: string, to: string])[], wrap = (text: string) => text): void {
  let text = readFileSync(`docs/hosting/${example}`, 'utf8');
  for (const [from, to] of changes) {
    if (!text.includes(from)) throw new Error(`docs/hosting/${example} has no "${from}" any more`);
    text = text.replaceAll(from, to);
  }
  writeFileSync(file, wrap(text), { mode: 0o644 });
}
