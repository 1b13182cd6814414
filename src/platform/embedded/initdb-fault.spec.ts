import { initdbFault } from './initdb-fault.js';

/** As initdb of PostgreSQL 18 prints it, in locale C. */
const SAID: readonly (readonly [when: string, words: string, reason: string, cure: RegExp])[] = [
  [
    'the user has no name',
    'initdb: could not look up effective user ID 12345: user does not exist\n',
    'could not look up effective user ID 12345: user does not exist',
    /PostgreSQL runs only as a user with a name\. .*--user or runAsUser.*DATABASE_URL/,
  ],
  [
    'the disk is full',
    'creating subdirectories ... ok\nperforming post-bootstrap initialization ... 2026-11-30 10:00:00 UTC [7] FATAL:  could not write to file "pg_wal/xlogtemp.7": No space left on device\nchild process exited with exit code 1\ninitdb: removing contents of data directory "/data"\n',
    'No space left on device',
    /Make space on the disk, or choose another folder with DAYMARK_DATA_DIR/,
  ],
  [
    'the folder belongs to somebody else',
    'initdb: error: could not change permissions of directory "/data": Operation not permitted\n',
    'Operation not permitted',
    /Give its user access, or choose another folder/,
  ],
  ['the container has too little shared memory', 'FATAL:  could not create shared memory segment: Cannot allocate memory\n', 'shared memory', /more memory/],
  [
    'a library is missing',
    '/app/initdb: error while loading shared libraries: libicuuc.so.60: cannot open shared object file: No such file or directory\n',
    'libicuuc.so.60',
    /Install that library/,
  ],
  ['nobody foresaw it', 'initdb: error: the moon is full\ninitdb: hint: wait\n', 'the moon is full', /Fix that, or set DATABASE_URL/],
  ['it says nothing', '', 'initdb gives no reason', /Fix that/],
];

describe('a cluster that can’t be created', () => {
  it.each(SAID)('is told in the words of initdb when %s', (_, words, reason, cure) => {
    const { message } = initdbFault('/data', words);
    expect(message).toMatch(/^The database could not be created in \/data \(/);
    expect(message).toContain(reason);
    expect(message).toMatch(cure);
    expect(message).not.toContain('\n');
  });
});
