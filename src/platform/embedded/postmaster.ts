import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Home } from './home.js';

/** A running server of ours, as its own pid file tells. */
export interface Postmaster {
  pid: number;
  port: number;
}

/** Lines of postmaster.pid, from 0. */
const [PID_LINE, PORT_LINE] = [0, 3];

/**
 * The server that runs on this cluster already: one that outlived a `kill -9` of everything around it. A pid file whose process is gone,
 * or whose number belongs to somebody else by now (common in containers), is taken away; that of a live server never is.
 */
export function runningPostmaster(home: Home): Postmaster | undefined {
  const file = join(home.cluster, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8').split('\n');
  const [pid, port] = [Number(lines[PID_LINE]), Number(lines[PORT_LINE])];
  if (isServerOf(home.cluster, pid)) return { pid, port };
  rmSync(file, { force: true });
  return undefined;
}

/** Is this process alive, and a server on this cluster? */
export function isServerOf(cluster: string, pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  const command = commandOf(pid);
  return command.includes('postgres') && command.includes(cluster);
}

function commandOf(pid: number): string {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    if (process.platform === 'win32')
      return execFileSync('wmic', ['process', 'where', `processid=${pid}`, 'get', 'commandline'], { encoding: 'utf8' }).replaceAll('/', '\\');
    return execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}
