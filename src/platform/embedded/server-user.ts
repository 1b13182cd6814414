import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { StartFault } from '../boot/start-fault.js';

/** Whom PostgreSQL runs as when Daymark itself is root, which PostgreSQL refuses to be. */
export interface ServerUser {
  uid: number;
  gid: number;
}

const NAME = 'daymark-postgres';

/** Two ways to add a system user without a home and a password: that of most Linux systems, and that of BusyBox. */
const ADD_USER = [
  ['useradd', '--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent', '--shell', '/usr/sbin/nologin', NAME],
  ['adduser', '-S', '-D', '-H', '-h', '/nonexistent', '-s', '/sbin/nologin', NAME],
] as const;

/** The server's own system user when we are root, made on the first call; nobody when we are an ordinary user: then it runs as us. */
export function serverUser(): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const [command, ...args] of ADD_USER) {
    const known = lookUp();
    if (known) return known;
    quietly(command, args);
  }
  const made = lookUp();
  if (made) return made;
  throw new StartFault(
    `PostgreSQL refuses to run as root and the system user ${NAME} cannot be added: start Daymark as an ordinary user, or set DATABASE_URL.`,
  );
}

/** May the server's user pass through this folder, or run this file? Asked by trying, since modes of every folder above decide. */
export function isReachable(path: string, user: ServerUser | undefined): boolean {
  if (!user) return true;
  try {
    execFileSync('/bin/sh', ['-c', 'test -x "$1"', 'sh', path], { ...user, cwd: '/', stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** How one of PostgreSQL's commands ended, and what it printed. */
export interface Told {
  code: number;
  words: string;
}

/** As `runAs`, with its words: through a file, for the same reason that `runAs` has no pipes. */
export async function hearAs(user: ServerUser | undefined, command: string, args: readonly string[], folder: string): Promise<Told> {
  const file = join(folder, `words.${randomBytes(4).toString('hex')}`);
  const descriptor = openSync(file, 'wx', 0o600);
  try {
    const code = await runAs(user, command, args, folder, descriptor);
    return { code, words: readFileSync(file, 'utf8') };
  } finally {
    closeSync(descriptor);
    rmSync(file, { force: true });
  }
}

/**
 * Runs one of PostgreSQL's commands as the server's user and answers its exit code. No pipes: the server inherits them and would keep
 * them open. No PG* variables of ours, which would lead it elsewhere.
 */
export function runAs(
  user: ServerUser | undefined,
  command: string,
  args: readonly string[],
  folder: string,
  output: number | 'ignore' = 'ignore',
): Promise<number> {
  const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('PG') && !name.startsWith('LC_') && name !== 'LANG'));
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      ...user,
      cwd: folder,
      env: { ...environment, LC_ALL: 'C' },
      stdio: ['ignore', output, output],
      detached: true,
      windowsHide: true,
    });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

function lookUp(): ServerUser | undefined {
  const [uid, gid] = [quietly('id', ['-u', NAME]), quietly('id', ['-g', NAME])];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}

function quietly(command: string, args: readonly string[]): string | undefined {
  try {
    return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return undefined;
  }
}
