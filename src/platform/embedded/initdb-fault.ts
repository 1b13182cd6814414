import { StartFault } from '../boot/start-fault.js';

/** What to do, by what initdb prints. */
const CURES: readonly (readonly [words: RegExp, cure: string])[] = [
  [
    /could not look up effective user ID/,
    'PostgreSQL runs only as a user with a name. Start Daymark as a user that /etc/passwd has (in a container: without --user or runAsUser), or set DATABASE_URL to your own PostgreSQL.',
  ],
  [/No space left on device|Disk quota exceeded/, 'Make space on the disk, or choose another folder with DAYMARK_DATA_DIR.'],
  [/Permission denied|Operation not permitted|Read-only file system/, 'Give its user access, or choose another folder with DAYMARK_DATA_DIR.'],
  [/shared memory|semaphores?|Cannot allocate memory/i, 'Give this machine or container more memory, or set DATABASE_URL to your own PostgreSQL.'],
  [/error while loading shared libraries|not found \(required by/, 'Install that library, or set DATABASE_URL to your own PostgreSQL.'],
];
const OTHERWISE = 'Fix that, or set DATABASE_URL to your own PostgreSQL.';

/** Why the cluster could not be created, in initdb's own words, and the way out. */
export function initdbFault(folder: string, words: string): StartFault {
  const lines = words.split('\n').map((line) => line.trim());
  const said = lines.filter((line) => line !== '' && !/^initdb: (removing|hint|detail|warning)/.test(line));
  const reason = said.find((line) => /\b(error|fatal|panic):/i.test(line)) ?? said.at(-1);
  const cure = CURES.find(([sign]) => sign.test(words))?.[1] ?? OTHERWISE;
  return new StartFault(`The database could not be created in ${folder} (${reason?.replace(/\.$/, '') ?? 'initdb gives no reason'}). ${cure}`);
}
