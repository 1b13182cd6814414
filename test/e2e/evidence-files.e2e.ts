import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import sharp from 'sharp';
import { MOST_BYTES, MOST_FILE_BYTES, readFile, uploadFile } from '../../src/progress/evidence/evidence-files.contract.js';
import { startDaymark } from '../support/daymark.js';
import { evidenceOf } from '../support/evidence.js';
import { pngThatUnfolds } from '../support/png-that-unfolds.js';
import type { Learner } from '../support/people.js';
import { S3_KEYS, s3StandIn } from '../support/s3-stand-in.js';

const text = (words: string) => new TextEncoder().encode(words);
const picture = () => sharp({ create: { width: 30, height: 20, channels: 3, background: 'teal' } });
const SVG = text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(document.cookie)</script></svg>');
const HTML = text('<!doctype html><script>alert(document.cookie)</script>');

describe('files of evidence', () => {
  const daymark = startDaymark();
  const { projectId: projectOf, submits, uploads, mentorOf } = evidenceOf(daymark);
  const refusal = (learner: Learner, name: string, bytes: Uint8Array) =>
    learner.refused(uploadFile, { params: { enrollmentId: learner.enrollmentId }, query: { name }, body: bytes });
  const kept = (): string[] => readdirSync(join(daymark.folder, 'files'), { recursive: true }).map(String);
  /** As a browser gets it, headers and all. */
  const raw = (learner: Learner, fileId: string) =>
    fetch(`${daymark.url}/api/v1/enrollments/${learner.enrollmentId}/files/${fileId}`, { headers: { authorization: `Bearer ${learner.token}` } });

  it('come back as they were, to be saved, as what they are', async () => {
    const learner = await daymark.learner();
    const bytes = zipSync({ 'model.py': text('print(1)') });
    const file = await uploads(learner, 'Mein Projekt – Übung.zip', bytes);
    expect(file).toMatchObject({ name: 'Mein Projekt – Übung.zip', type: 'application/zip', bytes: bytes.length });
    const read = await learner.call(readFile, { params: { enrollmentId: learner.enrollmentId, fileId: file.id } });
    expect(read).toMatchObject({ name: file.name, type: 'application/zip' });
    expect(Buffer.compare(read.bytes, bytes)).toBe(0);
    const { headers } = await raw(learner, file.id);
    expect(headers.get('content-disposition')).toMatch(/^attachment; /);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
  });

  it('that are images are written anew, may be shown, and keep nothing but the picture', async () => {
    const learner = await daymark.learner();
    const taken = await picture()
      .jpeg()
      .withExif({ IFD3: { GPSLatitude: '51/1 30/1 3230/100' } })
      .toBuffer();
    const polyglot = Buffer.concat([taken, HTML, zipSync({ 'evil.html': HTML })]);
    const { id, type } = await uploads(learner, 'photo.jpg', polyglot);
    expect(type).toBe('image/jpeg');
    const { headers } = await raw(learner, id);
    expect(headers.get('content-disposition')).toMatch(/^inline; /);
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    const { bytes } = await learner.call(readFile, { params: { enrollmentId: learner.enrollmentId, fileId: id } });
    expect(Buffer.from(bytes).includes('script')).toBe(false);
    expect(Buffer.from(bytes).includes('GPS')).toBe(false);
    expect((await sharp(bytes).metadata()).exif).toBeUndefined();
    expect(await uploads(learner, 'dance.gif', await picture().gif().toBuffer())).toMatchObject({ name: 'dance.webp', type: 'image/webp' });
  });

  it.each([
    ['an SVG with a script', 'chart.svg', SVG],
    ['an HTML page', 'page.html', HTML],
    ['a script', 'run.bat', text('@echo off\r\ndel *.*')],
  ])('of which one is %s are text to be saved, under a name that runs nothing', async (_, name, bytes) => {
    const learner = await daymark.learner();
    const { id, ...file } = await uploads(learner, name, bytes);
    expect(file).toMatchObject({ name: `${name}.txt`, type: 'text/plain; charset=utf-8' });
    const { headers } = await raw(learner, id);
    expect(headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(headers.get('content-disposition')).toMatch(/^attachment; /);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it.each([
    ['a page that claims to be a picture', 'photo.png', HTML],
    ['a picture that claims to be a text', 'notes.md', zipSync({ a: text('a') })],
  ])('never are %s', async (_, name, bytes) => {
    const learner = await daymark.learner();
    expect(await refusal(learner, name, bytes)).toMatchObject({ type: '/problems/file-not-as-named', found: expect.any(String) });
  });

  it.each([
    ['empty', new Uint8Array()],
    ['a program', Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0])],
    ['a text in no encoding that is read', Uint8Array.from([0xff, 0xfe, 0x41, 0])],
  ])('never are %s', async (_, bytes) => {
    expect(await refusal(await daymark.learner(), 'thing', bytes)).toMatchObject({ type: '/problems/file-not-taken', status: 422 });
  });

  it.each([
    ['a picture that would unfold to 3.6 thousand million pixels', 'huge.png', async () => pngThatUnfolds(60_000)],
    ['half a picture', 'half.jpg', async () => (await picture().resize(300, 300).jpeg().toBuffer()).subarray(0, 500)],
    ['what only begins like a picture', 'gifar.gif', async () => Buffer.from('GIF89a/*<script>alert(1)</script>*/=1;')],
  ])('never are %s', async (_, name, make) => {
    expect(await refusal(await daymark.learner(), name, await make())).toMatchObject({ type: '/problems/image-unreadable' });
  });

  it('have 10 MB at most, to the byte', async () => {
    const learner = await daymark.learner();
    const bytes = new Uint8Array(MOST_FILE_BYTES).fill(0x61);
    expect(await uploads(learner, 'long.txt', bytes)).toMatchObject({ bytes: MOST_FILE_BYTES });
    expect(await refusal(learner, 'longer.txt', new Uint8Array(MOST_FILE_BYTES + 1).fill(0x61))).toMatchObject({ type: '/problems/body-too-large' });
  });

  it.each([
    ['../../../../etc/cron.d/evil.txt', 'evil.txt'],
    ['..\\..\\Windows\\evil.txt', 'evil.txt'],
    ['/absolute.txt', 'absolute.txt'],
    ['a\r\nset-cookie: evil=1.txt', 'a set-cookie_ evil=1.txt'],
    ['photo\u202etxt.exe', 'phototxt.exe.txt'],
    ['..', 'file.txt'],
  ])('called %j are kept in their place, as %j', async (given, name) => {
    const learner = await daymark.learner();
    const file = await uploads(learner, given, text('harmless'));
    expect(file.name).toBe(name);
    expect((await raw(learner, file.id)).headers.get('set-cookie')).toBeNull();
    expect(kept().filter((path) => !/^evidence(\/[0-9a-f]{2}(\/[0-9a-f-]{36})?)?$/.test(path))).toEqual([]);
  });

  it('are taken as bytes, with a name, and nothing else', async () => {
    const learner = await daymark.learner();
    const address = `${daymark.url}/api/v1/enrollments/${learner.enrollmentId}/files`;
    const post = (type: string, query = '?name=a.txt') =>
      fetch(`${address}${query}`, { method: 'POST', headers: { authorization: `Bearer ${learner.token}`, 'content-type': type }, body: 'a' });
    for (const type of ['text/html', 'image/svg+xml', 'text/csv']) expect((await post(type)).status).toBe(415);
    expect((await post('application/octet-stream', '')).status).toBe(400);
  });

  it('are counted once by their key, and belong to one enrollment', async () => {
    const [learner, other, key] = [await daymark.learner(), await daymark.learner(), randomUUID()];
    const answers = await Promise.all(Array.from({ length: 5 }, () => uploads(learner, 'once.txt', text('once'), key)));
    expect(new Set(answers.map(({ id }) => id))).toEqual(new Set([key]));
    expect(await uploads(learner, 'again.txt', text('again'), key)).toMatchObject({ name: 'once.txt' });
    const sent = { params: { enrollmentId: other.enrollmentId }, query: { name: 'mine.txt' }, body: text('mine'), headers: { 'idempotency-key': key } };
    expect(await other.refused(uploadFile, sent)).toMatchObject({ type: '/problems/key-taken' });
  });

  it('have 200 MB of an enrollment together, at once too', async () => {
    const learner = await daymark.learner();
    await uploads(learner, 'some.txt', text('some'));
    await daymark.database.query('update evidence_file set bytes = $2 where enrollment_id = $1', [learner.enrollmentId, MOST_BYTES - 1_000]);
    const outcomes = await Promise.allSettled(Array.from({ length: 4 }, () => uploads(learner, 'more.txt', new Uint8Array(400).fill(0x61))));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    expect(await refusal(learner, 'more.txt', new Uint8Array(400).fill(0x61))).toMatchObject({ type: '/problems/no-room-for-file', free: 200 });
  });

  it('are read by the learner, and by their mentor once evidence shows them', async () => {
    const [learner, stranger] = [await daymark.learner(), await daymark.learner()];
    const mentor = await mentorOf(learner);
    const { id: fileId } = await uploads(learner, 'notes.md', text('# Mine'));
    const params = { enrollmentId: learner.enrollmentId, fileId };
    expect(await learner.call(readFile, { params })).toMatchObject({ type: 'text/markdown; charset=utf-8' });
    expect(await mentor.refused(readFile, { params })).toMatchObject({ type: '/problems/not-found' });
    await submits(learner, await projectOf(), [{ kind: 'file', fileId }]);
    expect(await mentor.call(readFile, { params })).toMatchObject({ name: 'notes.md' });
    expect(await stranger.refused(readFile, { params })).toMatchObject({ type: '/problems/not-found' });
    expect(await stranger.refused(readFile, { params: { ...params, enrollmentId: stranger.enrollmentId } })).toMatchObject({ type: '/problems/not-found' });
    expect(await mentor.refused(uploadFile, { params, query: { name: 'a.txt' }, body: text('a') })).toMatchObject({ type: '/problems/not-permitted' });
  });

  it('are not taken once the learner withdrew', async () => {
    const learner = await daymark.learner();
    await daymark.database.query(`update enrollment set state = 'withdrawn' where id = $1`, [learner.enrollmentId]);
    expect(await refusal(learner, 'late.txt', text('late'))).toMatchObject({ type: '/problems/enrollment-closed' });
  });
});

describe('files of evidence in an S3-compatible store', () => {
  const s3 = s3StandIn();
  const settings: Record<string, string> = {
    DAYMARK_FILES_S3_BUCKET: S3_KEYS.bucket,
    DAYMARK_FILES_S3_REGION: S3_KEYS.region,
    DAYMARK_FILES_S3_ACCESS_KEY_ID: S3_KEYS.accessKeyId,
    DAYMARK_FILES_S3_SECRET_ACCESS_KEY: S3_KEYS.secretAccessKey,
  };
  beforeAll(async () => {
    settings.DAYMARK_FILES_S3_URL = await s3.listen();
  });
  const daymark = startDaymark({ settings });
  const { uploads } = evidenceOf(daymark);
  afterAll(() => s3.close());

  it('are kept there and come from there', async () => {
    const learner = await daymark.learner();
    const { id: fileId } = await uploads(learner, 'notes.txt', text('far away'));
    expect([...s3.objects.values()].map(({ bytes }) => String(bytes))).toEqual(['far away']);
    const { bytes } = await learner.call(readFile, { params: { enrollmentId: learner.enrollmentId, fileId } });
    expect(Buffer.from(bytes).toString()).toBe('far away');
  });

  it('wait where it does not answer; nothing is half done', async () => {
    const learner = await daymark.learner();
    const params = { enrollmentId: learner.enrollmentId };
    const { id: fileId } = await uploads(learner, 'notes.txt', text('here'));
    s3.fails = 500;
    expect(await learner.refused(uploadFile, { params, query: { name: 'a.txt' }, body: text('a') })).toMatchObject({
      type: '/problems/files-down',
      status: 503,
    });
    expect(await learner.refused(readFile, { params: { ...params, fileId } })).toMatchObject({ type: '/problems/files-down' });
    s3.fails = undefined;
    const [{ count } = { count: -1 }] = await daymark.database.query<{ count: number }[]>(
      'select count(*) as count from evidence_file where enrollment_id = $1',
      [learner.enrollmentId],
    );
    expect(count).toBe(1);
  });
});
