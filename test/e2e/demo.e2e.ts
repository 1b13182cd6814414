import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listLearners } from '../../src/mentoring/mentoring.contract.js';
import { listEnrollments } from '../../src/enrollments/enrollments.contract.js';
import { readFile } from '../../src/progress/evidence/evidence-files.contract.js';
import { listEvidence } from '../../src/progress/evidence/evidence.contract.js';
import { listWaitingReviews } from '../../src/progress/evidence/reviews.contract.js';
import { listSignOffs } from '../../src/progress/evidence/sign-offs.contract.js';
import { listPractice } from '../../src/progress/practice/practice.contract.js';
import { listStudyEntries } from '../../src/progress/progress.contract.js';
import { fillDemo } from '../../src/demo/fill-demo.js';
import { freshDatabase, startApp, testConfig } from '../support/daymark.js';
import { Learner, Someone } from '../support/people.js';
import { SystemClock } from '../support/system-clock.js';

type Accounts = Record<'admin' | 'mentor' | 'learner', { email: string; password: string }>;

describe('the demo school', () => {
  const folder = mkdtempSync(join(tmpdir(), 'daymark-demo-'));
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  const clock = new SystemClock();
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
      const { items, needAttention } = await harriet.call(listLearners, { query: {} });
      expect(items.length).toBeGreaterThanOrEqual(5);
      expect(needAttention).toBeGreaterThan(0);
      expect(needAttention).toBeLessThan(items.length);
      expect(items.every(({ readiness }) => readiness.score !== null)).toBe(true);
      expect(items.some(({ trend }) => trend.length >= 25)).toBe(true);
      const { items: waiting } = await harriet.call(listWaitingReviews, { query: {} });
      expect(waiting.length).toBeGreaterThan(0);
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

  it('is refused once somebody else has an account', async () => {
    const app = await startApp(database.url, { clock });
    await new Someone((await app.getUrl()).replace('[::1]', 'localhost')).registers();
    await app.close();
    await expect(fillDemo(ground())).rejects.toThrow('This Daymark has people of its own');
  });
});
