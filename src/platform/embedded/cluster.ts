import { randomBytes } from 'node:crypto';
import { appendFileSync, chownSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartFault } from '../boot/start-fault.js';
import type { Home } from './home.js';
import { initdbFault } from './initdb-fault.js';
import { hearAs } from './server-user.js';

/** Owner of everything in the cluster. */
export const DATABASE_USER = 'daymark';
export const MAJOR_VERSION = '18';

/** Which of PostgreSQL's own settings differ from its defaults, and why. */
const settings = (port: number, isThrowAway: boolean) => `# Written by Daymark at each start.
listen_addresses = '127.0.0.1'
port = ${port}
# Every connection gives the password; a socket's path could also be too long for the system.
unix_socket_directories = ''
max_connections = 200
timezone = 'UTC'
log_timezone = 'UTC'
# What people wrote stays out of the log: neither statements nor the values that broke a constraint.
log_error_verbosity = terse
log_min_error_statement = panic
${isThrowAway ? "# A test's database, thrown away after it: it need not survive a crash.\nfsync = off\nsynchronous_commit = off\nfull_page_writes = off\n" : ''}`;

/** Makes the cluster if there is none. In a folder beside it first, so that a start that was killed midway leaves nothing half made. */
export async function ensureCluster(home: Home, isThrowAway: boolean): Promise<void> {
  const version = join(home.cluster, 'PG_VERSION');
  refuseUnusablePath(home);
  if (existsSync(version)) return refuseOtherVersion(home, readFileSync(version, 'utf8').trim());
  refuseOtherContent(home);
  const mark = randomBytes(4).toString('hex');
  const [draft, passwordFile] = [`${home.cluster}.${mark}`, join(home.folder, `password.${mark}`)];
  try {
    mkdirSync(draft, { mode: 0o700 });
    writeFileSync(passwordFile, home.password, { mode: 0o600, flag: 'wx' });
    giveToServer(home, draft, passwordFile);
    const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
    const access = ['-U', DATABASE_USER, '--auth=scram-sha-256', '--pwfile', passwordFile];
    const options = ['-D', draft, ...access, ...locale, ...(isThrowAway ? ['--no-sync'] : [])];
    const { code, words } = await hearAs(home.user, join(home.binaries, 'initdb'), options, home.folder);
    if (code !== 0) throw initdbFault(home.folder, words);
    appendFileSync(join(draft, 'postgresql.conf'), "\ninclude 'daymark.conf'\n");
    moveIntoPlace(draft, home.cluster);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(draft, { recursive: true, force: true });
  }
}

/** Writes the server's settings for the start that follows. */
export function writeSettings(home: Home, port: number, isThrowAway: boolean): void {
  const file = join(home.cluster, 'daymark.conf');
  writeFileSync(file, settings(port, isThrowAway));
  appendFileSync(home.log, '');
  giveToServer(home, file, home.log);
}

/** Another process may have been faster: then its cluster stands, for both know the same password. */
function moveIntoPlace(draft: string, cluster: string): void {
  try {
    renameSync(draft, cluster);
  } catch (error) {
    if (!existsSync(join(cluster, 'PG_VERSION'))) throw error;
  }
}

/** pg_ctl puts the paths into a line for the shell, between double quotes. */
function refuseUnusablePath({ folder }: Home): void {
  if (process.platform === 'win32' || !/["`$\\\n]/.test(folder)) return;
  throw new StartFault(`PostgreSQL can't use the folder ${folder}, because its name has one of " \` $ \\ in it: choose another with DAYMARK_DATA_DIR.`);
}

function refuseOtherContent({ cluster }: Home): void {
  if (!existsSync(cluster) || (statSync(cluster).isDirectory() && readdirSync(cluster).length === 0)) return;
  throw new StartFault(
    `${cluster} exists and holds no database of PostgreSQL: restore it from a backup, move it away, or choose another folder with DAYMARK_DATA_DIR.`,
  );
}

function refuseOtherVersion(home: Home, version: string): void {
  if (version === MAJOR_VERSION) return;
  if (!/^\d+$/.test(version))
    throw new StartFault(`${home.cluster} is damaged: its file PG_VERSION names no version. Move it away, start Daymark, and restore a backup.`);
  throw new StartFault(
    `${home.cluster} is of PostgreSQL ${version} and this Daymark brings ${MAJOR_VERSION}: start it once with the Daymark that made it and move the data over.`,
  );
}

function giveToServer({ user }: Home, ...paths: readonly string[]): void {
  if (user) for (const path of paths) chownSync(path, user.uid, user.gid);
}
