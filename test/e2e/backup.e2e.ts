import fc from 'fast-check';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { migrations } from '../../migrations/index.js';
import type { End, Manifest } from '../../src/backup/format/manifest.js';
import { readBackup } from '../../src/backup/format/read-backup.js';
import { TableTally } from '../../src/backup/format/tally.js';
import { openDatabase } from '../../src/backup/open-database.js';
import { Loader } from '../../src/backup/restore/loader.js';
import { discardReplaced, undoRestore } from '../../src/backup/restore/replaced.js';
import { restore } from '../../src/backup/restore/restore.js';
import { refuseUnknownMigrations } from '../../src/backup/restore/staging.js';
import { rowsOf } from '../../src/backup/tables/copy-out.js';
import { SECRETS } from '../../src/backup/tables/secret-columns.js';
import { runAllMigrations } from '../../src/platform/boot/migrations.js';
import { readConfig as readSettings } from '../../src/platform/config/config.js';
import { dataSourceOptions } from '../../src/platform/database/data-source.js';
import { holdPresence } from '../../src/platform/database/presence.js';
import { fileStoreOf } from '../../src/platform/files/file-store-of.js';
import { readFile } from '../../src/progress/evidence/evidence-files.contract.js';
import { summaryOf } from '../../src/backup/summary.js';
import { placeOf } from '../../src/progress/evidence/place-of.js';
import { Place, TOKEN_SECRET, withoutSignIns } from '../support/backups.js';
import { startApp, startDaymark, testConfig } from '../support/daymark.js';
import { evidenceOf } from '../support/evidence.js';
import { Learner, PASSWORD } from '../support/people.js';
import { assertProperty } from '../support/property.js';
import { S3_KEYS, s3StandIn } from '../support/s3-stand-in.js';

const folder = mkdtempSync(join(tmpdir(), 'daymark-backups-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const fileOf = (name: string) => join(folder, `${name}.daymark`);

describe('a backup', () => {
  const daymark = startDaymark();
  const { submits, uploads, projectId } = evidenceOf(daymark);
  const places: Place[] = [];
  const emptyPlace = async () => {
    const place = await Place.empty();
    places.push(place);
    return place;
  };
  /** The Daymark that runs, as the backup command sees it. */
  const running = () => Object.assign(new Place(daymark.databaseUrl), { folder: daymark.folder });
  let wren: Learner;
  let evidenceId: string;

  beforeAll(async () => {
    wren = await daymark.learner({ name: 'Wren Überhafen' });
    const plan = await wren.plan();
    await wren.logs({
      date: '2026-03-02',
      minutes: 45,
      skillId: plan.items.find((item) => item.skillId !== null)!.skillId!,
      note: 'Tabs\t, \\N, "quotes" and 🙂\nlines',
    });
    const file = await uploads(wren, 'notes.txt', new TextEncoder().encode('What I built'));
    evidenceId = file.id;
    await submits(wren, await projectId(), [{ kind: 'file', fileId: file.id }]);
  }, 60_000);
  afterAll(async () => {
    for (const place of places) await place.remove();
  });

  it('holds one instant while people go on, and gives all of it back to an empty database', async () => {
    const before = await running().content();
    let writes = 0;
    let isOver = false;
    const goesOn = (async () => {
      while (!isOver) await wren.logs({ date: '2026-03-01', minutes: 1 + (writes++ % 5) });
    })();
    const end = await running().backsUp(fileOf('whole'));
    isOver = true;
    await goesOn;
    expect(writes).toBeGreaterThan(0);
    expect(Object.keys(end.tables)).toEqual(Object.keys(before));
    // Days and their entries are of one instant: the sums beside the log fit it.
    const place = await emptyPlace();
    await place.restores(fileOf('whole'));
    expect(await place.contentButSignIns()).toEqual(withoutSignIns(end.tables));
    const [sums] = await place.ask<{ day: number; entries: number }>(
      'select (select sum(minutes)::int from study_day) as day, (select sum(minutes)::int from study_entry where deleted_at is null) as entries',
    );
    expect(sums?.day).toBe(sums?.entries);
    expect(await place.schemas()).toEqual([]);
    expect(place.told.at(-1)).toBe('The backup is restored. Start Daymark.');
  });

  it('is for its owner only, is not overwritten, and leaves nothing when it fails', async () => {
    await running().backsUp(fileOf('mine'));
    expect(statSync(fileOf('mine')).mode & 0o777).toBe(0o600);
    await expect(running().backsUp(fileOf('mine'))).rejects.toThrow('exists already');
    const first = readFileSync(fileOf('mine'));
    await running().backsUp(fileOf('mine'), { isForced: true, withoutSecrets: true });
    expect(readFileSync(fileOf('mine')).equals(first)).toBe(false);
    await expect(running().backsUp(join(folder, 'no-folder', 'file'))).rejects.toThrow('does not exist');
    const stop = new AbortController();
    stop.abort();
    await expect(running().backsUp(fileOf('stopped'), { signal: stop.signal })).rejects.toThrow();
    expect([existsSync(fileOf('stopped')), existsSync(`${fileOf('stopped')}.part`)]).toEqual([false, false]);
    const place = await emptyPlace();
    await expect(place.backsUp(fileOf('nothing'))).rejects.toThrow('nothing to back up');
  });

  it('serves the same people, evidence and sessions when Daymark starts on it', async () => {
    await running().backsUp(fileOf('started'));
    const place = await emptyPlace();
    await place.restores(fileOf('started'));
    // As the start does: the queues have no tables yet.
    await runAllMigrations(place.url, { databaseUrl: place.url }, testConfig());
    const started = await startApp(place.url, { clock: daymark.clock, settings: { DAYMARK_DATA_DIR: place.folder } });
    try {
      const back = await new Learner((await started.getUrl()).replace('[::1]', 'localhost')).signsIn(wren.email, PASSWORD);
      expect(back.session.account.name).toBe('Wren Überhafen');
      const { bytes } = await back.call(readFile, { params: { enrollmentId: wren.enrollmentId, fileId: evidenceId } });
      expect(new TextDecoder().decode(bytes)).toBe('What I built');
    } finally {
      await started.close();
    }
  });

  it('without secrets holds none, and says that everyone signs in again', async () => {
    await wren.signsIn(wren.email);
    await running().ask(
      `insert into message (id, person_id, kind, key, to_address, subject, text, html, secrets, unsubscribe_url, state, created_at)
       values (gen_random_uuid(), gen_random_uuid(), 'password-reset', 'one', 'w@example.org', 'A new password', 'a link', 'a link', '{a link}', 'a link', 'waiting', '2026-03-02T09:00:00Z')`,
    );
    const end = await running().backsUp(fileOf('bare'), { withoutSecrets: true });
    expect([end.tables.session?.rows, end.tables.refresh_token?.rows]).toEqual([0, 0]);
    const seen: string[] = [];
    const { manifest } = await readBackup(fileOf('bare'), undefined, {
      secrets: async () => void seen.push('secrets'),
      outbox: async () => void seen.push('outbox'),
    });
    expect([manifest.hasSecrets, seen]).toEqual([false, []]);
    const place = await emptyPlace();
    const settings = readSettings({ DATABASE_URL: place.url, DAYMARK_DATA_DIR: place.folder });
    writeFileSync(join(place.folder, 'secrets.json'), JSON.stringify({ tokenSecret: 'of before'.padEnd(40, '.') }));
    await place.restores(fileOf('bare'), { settings });
    expect(
      await place.ask(`select from message where text <> '' or html <> '' or secrets <> '{}' or unsubscribe_url is not null or state = 'waiting'`),
    ).toEqual([]);
    expect((await place.ask('select from message')).length).toBe((await running().ask('select from message')).length);
    expect(place.told).toContainEqual(expect.stringContaining('everyone signs in again'));
    expect(readFileSync(join(place.folder, 'secrets.json'), 'utf8')).not.toContain('of before');
    expect(statSync(join(place.folder, 'secrets.json')).mode & 0o777).toBe(0o600);
  });

  it('knows which columns are secret', async () => {
    const columns = await running().ask<{ table: string; column: string }>(
      `select table_name as table, column_name as column from information_schema.columns
       where table_schema = 'public' and column_name ~ '(hash|secret|token|endpoint|p256dh|auth_key|private)' order by 1, 2`,
    );
    const known = ['account.password_hash', 'attempt_count.subject_hash', 'exam_prediction.hash'];
    const unknown = columns
      .map(({ table, column }) => ({ table, name: `${table}.${column}` }))
      .filter(({ table, name }) => !(table in SECRETS) && !known.includes(name));
    expect(unknown.map(({ name }) => name)).toEqual([]);
    const tables = await running().content();
    expect(Object.keys(SECRETS).filter((table) => !(table in tables))).toEqual([]);
  });
});

describe('a backup of a Daymark with files in S3', () => {
  const s3 = s3StandIn();
  const s3Settings = (url: string) => ({
    DAYMARK_FILES_S3_URL: url,
    DAYMARK_FILES_S3_BUCKET: S3_KEYS.bucket,
    DAYMARK_FILES_S3_REGION: S3_KEYS.region,
    DAYMARK_FILES_S3_ACCESS_KEY_ID: S3_KEYS.accessKeyId,
    DAYMARK_FILES_S3_SECRET_ACCESS_KEY: S3_KEYS.secretAccessKey,
  });
  const daymark = startDaymark();
  const { uploads, submits, projectId } = evidenceOf(daymark);
  let [url, place, key]: [string, Place, string] = ['', null!, ''];
  let wren: Learner;
  const inS3 = (of: Place) => testConfig({ DATABASE_URL: of.url, DAYMARK_DATA_DIR: of.folder, DAYMARK_TOKEN_SECRET: TOKEN_SECRET, ...s3Settings(url) });
  const running = () => Object.assign(new Place(daymark.databaseUrl), { folder: daymark.folder });
  const reads = async () => {
    await runAllMigrations(place.url, { databaseUrl: place.url }, testConfig());
    const app = await startApp(place.url, { clock: daymark.clock, settings: { DAYMARK_DATA_DIR: place.folder, ...s3Settings(url) } });
    try {
      const back = await new Learner((await app.getUrl()).replace('[::1]', 'localhost')).signsIn(wren.email, PASSWORD);
      const [file] = await place.ask<{ id: string }>('select id from evidence_file');
      const { bytes } = await back.call(readFile, { params: { enrollmentId: wren.enrollmentId, fileId: file!.id } });
      return new TextDecoder().decode(bytes);
    } finally {
      await app.close();
    }
  };

  beforeAll(async () => {
    url = await s3.listen();
    wren = await daymark.learner();
    const file = await uploads(wren, 'notes.txt', new TextEncoder().encode('What I built'));
    await submits(wren, await projectId(), [{ kind: 'file', fileId: file.id }]);
    await running().backsUp(fileOf('on-disk'));
    const [row] = await running().ask<{ id: string }>('select stored_as as id from evidence_file');
    key = placeOf(row!.id);
    s3.objects.set(key, { bytes: Buffer.from('What I built'), type: 'text/plain' });
    await running().backsUp(fileOf('in-s3'), { settings: inS3(running()) });
    place = await Place.empty();
  }, 60_000);
  afterAll(async () => {
    await place.remove();
    await s3.close();
  });

  it('holds the keys, says so, and restores an empty database whose files are in the bucket', async () => {
    const checked = await readBackup(fileOf('in-s3'), undefined);
    expect([checked.manifest.files, checked.end.s3Keys, checked.end.files]).toEqual(['in-s3', [key], 0]);
    expect(summaryOf(checked)).toContain('Files are in S3: this backup holds 1 key and not the files. Back up the bucket too.');
    await place.restores(fileOf('in-s3'), { settings: inS3(place) });
    expect(place.told).toContain(`All files of the backup (1 file) are in the bucket evidence at ${url}.`);
    expect(await reads()).toBe('What I built');
  }, 60_000);

  it('lists the files that the bucket lacks, or why it cannot be read, before anything is replaced', async () => {
    const stop = () => Promise.reject(new Error('No.'));
    const told = async (settings = inS3(place)) => {
      place.told.length = 0;
      await expect(place.restores(fileOf('in-s3'), { settings, agree: stop })).rejects.toThrow('No.');
      return place.told.join('\n');
    };
    const before = await place.content();
    s3.objects.clear();
    expect(await told()).toContain(`1 of 1 file of the backup is missing from the bucket evidence at ${url}: ${key}.`);
    s3.fails = 403;
    expect(await told()).toContain(`The files of the backup can't be checked, because the bucket evidence at ${url} can't be read (it answered 403`);
    s3.fails = undefined;
    expect(await told(place.settings)).toContain(`is missing from ${place.folder}/files: ${key}.`);
    expect(await place.content()).toEqual(before);
  }, 60_000);

  it('restores files from a folder into the bucket, or changes nothing if the bucket refuses them', async () => {
    s3.fails = 403;
    await expect(place.restores(fileOf('on-disk'), { settings: inS3(place) })).rejects.toThrow(
      `A file could not be written to the bucket evidence at ${url} (it answered 403`,
    );
    s3.fails = undefined;
    expect(await place.schemas()).toEqual([]);
    await place.restores(fileOf('on-disk'), { settings: inS3(place) });
    expect(String(s3.objects.get(key)?.bytes)).toBe('What I built');
    expect(await reads()).toBe('What I built');
  }, 60_000);
});

describe('the rows of a table', () => {
  const COLUMNS = {
    id: 'int',
    words: 'text',
    bytes: 'bytea',
    document: 'jsonb',
    day: 'date',
    instant: 'timestamptz',
    single: 'real',
    double: 'double precision',
    large: 'bigint',
    exact: 'numeric',
    list: 'text[]',
    span: 'interval',
  };
  const text = fc.string({ unit: 'binary' }).map((value) => value.replaceAll('\0', ''));
  const day = fc.oneof(
    fc.constantFrom('infinity', '-infinity', '0044-03-15 BC', '4713-01-01 BC', '5874897-12-31'),
    fc.date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) }).map((date) => date.toISOString().slice(0, 10)),
  );
  const instant = fc.oneof(
    fc.constantFrom('infinity', '-infinity', '0044-03-15 12:00:00.000001+00 BC', '294276-12-31 23:59:59.999999+00'),
    fc.date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) }).map((date) => date.toISOString()),
  );
  const row = fc.tuple(
    ...[
      text,
      fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes)),
      fc.jsonValue().map((value) => JSON.stringify(value).replaceAll('\\u0000', '')),
    ],
    ...[day, instant, fc.float().map(String), fc.double().map(String), fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n).map(String)],
    ...[
      fc.oneof(
        fc.constant('NaN'),
        fc.bigInt().map((value) => `${value}.5`),
      ),
      fc.array(fc.option(text), { maxLength: 3 }),
      fc.constantFrom('1 year -3 days 04:05:06.789', '-00:00:01'),
    ],
  );
  const rows = fc.array(
    row.chain((values) => fc.tuple(...values.map((value) => fc.option(fc.constant(value))))),
    { maxLength: 8 },
  );

  it('come back as they were, whatever is in them', async () => {
    const place = await Place.empty();
    const database = await openDatabase(place.settings, { tell: () => undefined, isAlone: true });
    const { client } = database;
    const columns = Object.entries(COLUMNS).map(([name, type]) => `${name} ${type}`);
    const names = Object.keys(COLUMNS);
    const table = { name: 'odd', columns: names };
    const parameters = names.map((_, i) => `$${i + 1}`).join(', ');
    try {
      for (const schema of ['public', 'daymark_restoring']) {
        await client.query(`create schema if not exists ${schema}`);
        await client.query(`create table ${schema}.odd (${columns.join(', ')})`);
      }
      const comesBack = fc.asyncProperty(rows, async (values) => {
        await client.query('truncate public.odd, daymark_restoring.odd');
        for (const [id, each] of values.entries()) await client.query(`insert into public.odd values (${parameters})`, [id, ...each]);
        const loader = new Loader(client, [table], { tables: [table] } as Manifest);
        const tally = new TableTally();
        for await (const { bytes } of rowsOf(client, 'public', table)) {
          tally.add(bytes);
          // Cut in the middle of rows and letters.
          for (let at = 0; at < bytes.length; at += 7) await loader.rows('odd', bytes.subarray(at, at + 7));
        }
        await loader.close();
        const sum = tally.sum();
        expect(sum.rows).toBe(values.length);
        await loader.check({ tables: { odd: sum } } as unknown as End);
        const { rows: differing } = await client.query(
          '(table public.odd except all table daymark_restoring.odd) union all (table daymark_restoring.odd except all table public.odd)',
        );
        expect(differing).toEqual([]);
      });
      await assertProperty(comesBack, { runs: 40 });
    } finally {
      await database.close();
      await place.remove();
    }
  });
});

describe('a restore', () => {
  const daymark = startDaymark();
  let place: Place;
  let before: Awaited<ReturnType<Place['content']>>;

  beforeAll(async () => {
    const learner = await daymark.learner({ name: 'Of the backup' });
    await learner.logs({ date: '2026-03-02', minutes: 30 });
    await Object.assign(new Place(daymark.databaseUrl), { folder: daymark.folder }).backsUp(fileOf('good'));
    await Object.assign(new Place(daymark.databaseUrl), { folder: daymark.folder }).backsUp(fileOf('sealed'), { passphrase: 'correct horse battery' });
  }, 60_000);
  beforeEach(async () => {
    place = await Place.empty();
    await place.restores(fileOf('good'));
    await place.ask(`update account set name = 'Of today'`);
    before = await place.content();
    place.told.length = 0;
  });
  afterEach(() => place.remove());
  const names = async () => (await place.ask<{ name: string }>('select distinct name from account')).map(({ name }) => name);

  it('keeps what it replaced, goes back to it, and discards it', async () => {
    await place.restores(fileOf('good'));
    expect(await names()).toEqual(['Of the backup']);
    expect(await place.schemas()).toEqual(['daymark_replaced']);
    expect(place.told.at(-1)).toContain('npm run restore -- --undo');
    const alone = async (work: (database: Awaited<ReturnType<typeof openDatabase>>) => Promise<unknown>) => {
      const database = await openDatabase(place.settings, { tell: () => undefined, isAlone: true });
      await work(database).finally(() => database.close());
    };
    await alone((database) => undoRestore(database, place.settings));
    expect(await place.content()).toEqual(before);
    await alone((database) => undoRestore(database, place.settings));
    expect(await names()).toEqual(['Of the backup']);
    await alone(({ client }) => discardReplaced(client, place.settings, fileStoreOf(place.settings)));
    expect(await place.schemas()).toEqual([]);
    await expect(alone((database) => undoRestore(database, place.settings))).rejects.toThrow('nothing to go back to');
    await expect(alone(({ client }) => discardReplaced(client, place.settings, fileStoreOf(place.settings)))).rejects.toThrow('nothing to discard');
  });

  it('of a cut file, with a wrong passphrase, or of a newer Daymark changes nothing', async () => {
    const cut = fileOf('cut');
    writeFileSync(cut, readFileSync(fileOf('good')));
    truncateSync(cut, Math.floor(statSync(cut).size / 2));
    await expect(place.restores(cut)).rejects.toThrow('damaged or incomplete');
    await expect(place.restores(fileOf('sealed'), { passphrase: 'wrong horse battery' })).rejects.toThrow('The passphrase is wrong');
    await expect(place.restores(fileOf('sealed'))).rejects.toThrow('is encrypted');
    const { manifest } = await readBackup(fileOf('good'), undefined);
    expect(() => refuseUnknownMigrations({ ...manifest, migrations: [...manifest.migrations, 'OfTomorrow1999999999999'] })).toThrow('made by a newer Daymark');
    expect(await place.content()).toEqual(before);
    await place.restores(fileOf('sealed'), { passphrase: 'correct horse battery' });
    expect(await names()).toEqual(['Of the backup']);
  }, 60_000);

  it('is refused while Daymark runs on the database, and keeps Daymark from starting', async () => {
    const presence = await holdPresence(place.url);
    await expect(place.restores(fileOf('good'))).rejects.toThrow('Daymark is running on this database');
    await presence.end();
    expect(await place.content()).toEqual(before);
    const database = await openDatabase(place.settings, { tell: () => undefined, isAlone: true });
    await expect(holdPresence(place.url)).rejects.toThrow('A restore is running');
    await database.close();
    await (await holdPresence(place.url)).end();
  });

  it('that breaks off while it loads changes nothing, and the next one works', async () => {
    const database = await openDatabase(place.settings, { tell: () => undefined, isAlone: true });
    const { manifest } = await readBackup(fileOf('good'), undefined);
    const tell = (line: string) => void (line.startsWith('Upgrading') && database.client.end());
    const wanted = { file: fileOf('good'), passphrase: undefined, manifest, settings: place.settings, store: fileStoreOf(place.settings), database, tell };
    await expect(restore(wanted)).rejects.toThrow();
    await database.close();
    expect(await place.content()).toEqual(before);
    // As a killed process leaves it.
    expect(await place.schemas()).toEqual(['daymark_restoring']);
    await place.restores(fileOf('good'));
    expect([await names(), await place.schemas()]).toEqual([['Of the backup'], ['daymark_replaced']]);
  });

  it('takes a database over that a newer Daymark has changed', async () => {
    await place.ask('create table of_tomorrow (id int)', `insert into migration (timestamp, name) values (1999999999999, 'OfTomorrow1999999999999')`);
    await place.restores(fileOf('good'));
    expect(await place.ask(`select to_regclass('of_tomorrow') as found`)).toEqual([{ found: null }]);
    expect(await place.ask(`select name from migration where name like 'OfTomorrow%'`)).toEqual([]);
  });
});

describe('an upgrade', () => {
  it('restores a backup of an earlier Daymark at its migrations, then runs the others', async () => {
    const [old, place] = [await Place.empty(), await Place.empty()];
    try {
      const earlier = migrations.slice(
        0,
        migrations.findIndex(({ name }) => name.startsWith('SearchKey')),
      );
      const source = await new DataSource({ ...dataSourceOptions(old.url, testConfig()), migrations: earlier }).initialize();
      await source.runMigrations({ transaction: 'each' });
      await source.query(
        `insert into account (id, email, email_key, name, time_zone, created_at) values (gen_random_uuid(), 'w@example.org', 'w@example.org', 'Wren É', 'UTC', '2026-03-02T09:00:00Z')`,
      );
      await source.destroy();
      await old.backsUp(fileOf('earlier'));
      await place.restores(fileOf('earlier'));
      expect(await place.ask('select name, name_key from account')).toEqual([{ name: 'Wren É', name_key: 'wren e' }]);
      expect(await place.ask('select name from migration order by timestamp')).toEqual(migrations.map(({ name }) => ({ name })));
    } finally {
      await old.remove();
      await place.remove();
    }
  });
});
