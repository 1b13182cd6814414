import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { DataSource } from 'typeorm';
import { AppModule } from '../../src/app.module.js';
import { CurriculumService } from '../../src/curriculum/curriculum.service.js';
import { listLearners } from '../../src/mentoring/mentoring.contract.js';
import { listEnrollments } from '../../src/enrollments/enrollments.contract.js';
import { readFile } from '../../src/progress/evidence/evidence-files.contract.js';
import { listEvidence } from '../../src/progress/evidence/evidence.contract.js';
import { listWaitingReviews } from '../../src/progress/evidence/reviews.contract.js';
import { listSignOffs } from '../../src/progress/evidence/sign-offs.contract.js';
import { listPractice } from '../../src/progress/practice/practice.contract.js';
import { listStudyEntries } from '../../src/progress/progress.contract.js';
import { fillDemo } from '../../src/demo/fill-demo.js';
import { LivedThrough } from '../../src/demo/lived-through.js';
import { LEARNERS } from '../../src/demo/school.js';
import { SetClock as DemoClock } from '../../src/demo/set-clock.js';
import { storyOf } from '../support/demo-story.js';
import { freshDatabase, startApp, testConfig } from '../support/daymark.js';
import { Learner, Someone } from '../support/people.js';
import { SetClock } from '../support/set-clock.js';

type Accounts = Record<'admin' | 'mentor' | 'learner', { email: string; password: string }>;

/** A Monday, on which nothing waited for a review while the story hung on the weekday. */
const FILLED_AT = Temporal.Instant.from('2026-11-30T12:00:00Z');
/** Two weeks that hold 31 December, then the ends of months and the days on which clocks change, each at another hour of the day. */
const OTHER_DATES = [
  ...Array.from({ length: 14 }, (_, i) => Temporal.Instant.from('2026-12-20T09:00:00Z').add({ hours: i * 25 })),
  ...['2027-01-31T00:10:00Z', '2027-03-28T01:30:00Z', '2027-10-31T00:30:00Z', '2028-02-29T23:50:00Z'].map((text) => Temporal.Instant.from(text)),
];

describe('the demo school', () => {
  const folder = mkdtempSync(join(tmpdir(), 'daymark-demo-'));
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  const clock = new SetClock(FILLED_AT);
  const ground = () => ({ config: testConfig({ DAYMARK_DATA_DIR: folder }), databaseUrl: database.url, queueStore: { databaseUrl: database.url }, clock });
  const accounts = () => JSON.parse(readFileSync(join(folder, 'demo-accounts.json'), 'utf8')) as Accounts;

  beforeAll(async () => {
    database = await freshDatabase();
    await fillDemo(ground());
  }, 120_000);

  afterAll(async () => {
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('keeps how to sign in as each kind of person, for the owner alone', () => {
    expect(Object.keys(accounts()).sort()).toEqual(['admin', 'learner', 'mentor']);
    expect(statSync(join(folder, 'demo-accounts.json')).mode & 0o777).toBe(0o600);
  });

  it('is one that people believe: some behind, some ready, with weeks of history, evidence and its reviews, and no mail to anybody', async () => {
    const app = await startApp(database.url, { clock, settings: { DAYMARK_DATA_DIR: folder } });
    try {
      const url = (await app.getUrl()).replace('[::1]', 'localhost');
      const { mentor, learner } = accounts();
      const harriet = await new Someone(url).signsIn(mentor.email, mentor.password);
      const { items, counts } = await harriet.call(listLearners, { query: {} });
      expect(items.length).toBeGreaterThanOrEqual(5);
      expect(counts.needAttention).toBeGreaterThan(0);
      expect(counts.needAttention).toBeLessThan(items.length);
      expect(items.every(({ readiness }) => readiness.score !== null)).toBe(true);
      expect(items.some(({ trend }) => trend.length >= 25)).toBe(true);
      const { items: waiting } = await harriet.call(listWaitingReviews, { query: {} });
      expect(waiting.map(({ learner }) => learner.name).sort()).toEqual(['Mina Shoal', 'Otto Breakwater', 'Wren Harbour']);
      const evidence = [];
      for (const { enrollmentId } of items) {
        const handedIn = (await harriet.call(listEvidence, { params: { enrollmentId }, query: {} })).items;
        evidence.push(...handedIn.map((each) => ({ ...each, enrollmentId })));
      }
      expect(new Set(evidence.map(({ state }) => state))).toEqual(new Set(['submitted', 'resubmitted', 'approved']));
      expect(new Set(evidence.flatMap((each) => each.reviews.map(({ verdict }) => verdict)))).toEqual(new Set(['changes-requested', 'approved']));
      const { enrollmentId, items: shown } = evidence.find(({ state }) => state === 'approved')!;
      expect(shown.map(({ kind }) => kind)).toEqual(['link', 'text', 'file']);
      const fileId = shown.flatMap((item) => (item.kind === 'file' ? item.file.id : []))[0]!;
      const { bytes } = await harriet.call(readFile, { params: { enrollmentId, fileId } });
      expect(new TextDecoder().decode(bytes)).toContain('accuracy');
      const { items: signOffs } = await harriet.call(listSignOffs, { params: { enrollmentId } });
      expect(signOffs[0]).toMatchObject({ signed: { by: 'Harriet Lode' }, revoked: null });
      const wren = await new Learner(url).signsIn(learner.email, learner.password);
      expect(wren.session.account.name).toBe('Wren Harbour');
      const [enrollment] = (await wren.call(listEnrollments, { query: {} })).items;
      const params = { enrollmentId: enrollment!.id };
      expect((await wren.call(listPractice, { params, query: {} })).items).toHaveLength(3);
      const entries = (await wren.call(listStudyEntries, { params, query: { limit: 100 } })).items;
      expect(new Set(entries.map(({ kind }) => kind)).size).toBeGreaterThan(2);
      expect(new Set(entries.map(({ recall }) => recall)).size).toBe(5);
    } finally {
      await app.close();
    }
  });

  it('is not filled twice', async () => {
    const before = accounts();
    expect((await fillDemo(ground())).join('\n')).toContain(before.learner.email);
    expect(accounts()).toEqual(before);
  });

  const registers = async (url: string) => {
    const app = await startApp(url, { clock });
    await new Someone((await app.getUrl()).replace('[::1]', 'localhost')).registers();
    await app.close();
  };

  it('starts again after somebody registered, and after one of its people changed their address', async () => {
    const before = accounts();
    await registers(database.url);
    const source = await new DataSource({ type: 'postgres', url: database.url }).initialize();
    const address = 'wren@harbour.example';
    await source.query('update account set email = $2, email_key = $2 where email = $1', [before.learner.email, address]).finally(() => source.destroy());
    expect((await fillDemo(ground())).join('\n')).toContain(before.admin.email);
    expect(accounts()).toEqual(before);
  });

  it('is not put among people of another Daymark', async () => {
    const other = await freshDatabase();
    await registers(other.url);
    await expect(fillDemo({ ...ground(), databaseUrl: other.url, queueStore: { databaseUrl: other.url } })).rejects.toThrow(
      'This Daymark has people of its own',
    );
    await other.drop();
  });
});

describe('the story of the demo school', () => {
  const folder = mkdtempSync(join(tmpdir(), 'daymark-demo-'));
  const clock = new DemoClock(OTHER_DATES[0]!);
  /** Lives with what the others have: studies, practices, gets changes requested and something approved, and waits for a review. */
  const otto = LEARNERS.find(({ name }) => name === 'Otto Breakwater')!;
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let app: INestApplicationContext;

  beforeAll(async () => {
    database = await freshDatabase();
    const config = testConfig({ DAYMARK_ROLES: 'api', DAYMARK_DATA_DIR: folder });
    const ground = { config, databaseUrl: database.url, queueStore: { databaseUrl: database.url }, clock };
    app = await NestFactory.createApplicationContext(AppModule.on(ground), { logger: false, abortOnError: false });
    await app.get(CurriculumService).importShipped();
  }, 60_000);

  afterAll(async () => {
    await app.close();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  const toldOn = async (now: Temporal.Instant) => {
    const email = (name: string) => `${name.toLowerCase().replaceAll(' ', '.')}@filled-${now.epochMilliseconds}.example.org`;
    await new LivedThrough(app, clock, now, 'a password nobody needs', email).live([otto]);
    return storyOf(app.get(DataSource), email(otto.name));
  };
  let first: Awaited<ReturnType<typeof toldOn>>;

  beforeAll(async () => {
    first = await toldOn(FILLED_AT);
    expect(first).toMatchObject({
      enrolledDaysAgo: 35,
      examInDays: 12,
      submitted: [
        [21, 'document-a-workflow', 1, 'changes-requested'],
        [17, 'document-a-workflow', 2, 'approved'],
        [2, 'git-repository-for-a-model', 1, 'submitted'],
      ],
    });
  }, 60_000);

  it.each(OTHER_DATES.map(String))('is the same when it is filled at %s', async (text) => {
    expect(await toldOn(Temporal.Instant.from(text))).toEqual(first);
  });
});
