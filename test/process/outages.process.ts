import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../src/platform/embedded/embedded-postgres.js';
import { enrollMany, makeAdmin } from '../../bench/support/many-enrollments.js';
import { publishCurriculum, readCertification } from '../../src/curriculum/curriculum.contract.js';
import { previewCurriculum } from '../../src/enrollments/moves/preview.contract.js';
import { readCurriculum } from '../../src/curriculum/read-curriculum.js';
import { listMoves, moveEnrollments } from '../../src/enrollments/moves/moves.contract.js';
import { logStudy } from '../../src/progress/progress.contract.js';
import { Learner, Someone } from '../support/people.js';
import { dataFolder, isAlive, removeFolder, StartedDaymark } from './started-daymark.js';

const FROM_HERE = ['node', 'scripts/start.mjs'];
const today = () => new Date().toISOString().slice(0, 10);
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Things that break while people study, on a database of one's own. */
describe('while Daymark runs', () => {
  const folder = dataFolder();
  let database: EmbeddedPostgres;
  const started: StartedDaymark[] = [];
  const start = async (settings: Record<string, string> = {}) => {
    const shared = { DATABASE_URL: database.url, DAYMARK_TOKEN_SECRET: 'a secret that only these tests know', DAYMARK_DATA_DIR: join(folder, 'daymark') };
    const daymark = await StartedDaymark.run({ ...shared, DAYMARK_QUEUE_LOCK_MS: '1000', DAYMARK_QUEUE_STALL_MS: '1000', ...settings }, FROM_HERE);
    started.push(daymark);
    await daymark.ready();
    return daymark;
  };
  const enrolled = async (daymark: StartedDaymark) => (await new Learner(daymark.url).registers()).enrolls({ examOn: inDays(30) });
  /** Resolves once readiness covers the change; the test's own time limit ends the waiting. */
  const covered = async (learner: Learner, changedAt: string): Promise<void> => {
    while (((await learner.readiness()).coversUntil ?? '') < changedAt) await pause(50);
  };

  beforeAll(async () => {
    database = await startEmbeddedPostgres(folder, { throwAway: true });
  }, 240_000);
  afterEach(() => started.splice(0).forEach((daymark) => daymark.kill()));
  afterAll(async () => {
    await database.stop();
    removeFolder(folder);
  }, 240_000);

  it('a database that is down for twenty seconds is said so, and all goes on by itself when it is back', async () => {
    const daymark = await start({ DAYMARK_TICK_SECONDS: '2' });
    const learner = await enrolled(daymark);
    const before = await learner.logs({ date: today(), minutes: 30 });
    await database.stop();
    const isBack = pause(20_000);
    const refusal = await learner.refused(logStudy, { params: { enrollmentId: learner.enrollmentId }, body: { date: today(), minutes: 10 } });
    expect(refusal).toMatchObject({ status: 503, type: '/problems/database-down' });
    expect((await fetch(`${daymark.url}/health/ready`)).status).toBe(503);
    expect((await fetch(`${daymark.url}/health/live`)).status).toBe(200);
    await isBack;
    database = await startEmbeddedPostgres(folder, { throwAway: true });
    await daymark.ready();
    const after = await learner.logs({ date: today(), minutes: 15 });
    expect(after.day).toEqual({ minutes: before.minutes + 15, entries: 2 });
    await covered(learner, after.changedAt);
    expect(await daymark.stop('SIGTERM')).toEqual({ code: 0, signal: null });
  }, 240_000);

  it('a huge file that is imported keeps nobody waiting', async () => {
    const daymark = await start({ DAYMARK_ROLES: 'api' });
    const admin = await new Someone(daymark.url).registers();
    await makeAdmin(database.url, admin.id);
    await admin.signsIn(admin.email);
    const text = Array.from({ length: 400_000 }, (_, n) => `key-${n}: 1`).join('\n');
    let isRefused = false;
    const refusal = admin.refused(previewCurriculum, { body: { text } }).finally(() => (isRefused = true));
    let answers = 0;
    while (!isRefused) {
      await fetch(`${daymark.url}/health/live`);
      if (!isRefused) answers += 1;
    }
    expect(await refusal).toMatchObject({ type: '/problems/curriculum-invalid' });
    expect(answers).toBeGreaterThan(20);
  }, 240_000);

  it('a worker that is killed in the middle of a job leaves it to the next', async () => {
    const api = await start({ DAYMARK_ROLES: 'api' });
    const asWorker = { DAYMARK_ROLES: 'worker', DAYMARK_CLAIM_SECONDS: '2', DAYMARK_TICK_SECONDS: '1' };
    const worker = await start(asWorker);
    const learner = await enrolled(api);
    // Whoever recomputes waits, its work claimed and nothing written, for as long as this is held.
    const holder = new pg.Client({ connectionString: database.url });
    await holder.connect();
    await holder.query('begin');
    await holder.query('lock table project_completion in access exclusive mode');
    const { changedAt } = await learner.logs({ date: today(), minutes: 30 });
    const waiting = "select from pg_stat_activity where application_name = 'daymark worker' and wait_event_type = 'Lock'";
    while ((await holder.query(waiting)).rowCount === 0) await pause(20);
    await worker.stop('SIGKILL', 'its group');
    expect(isAlive(worker.pid)).toBe(false);
    await holder.query('rollback');
    await holder.end();
    expect((await learner.readiness()).coversUntil ?? '').not.toBe(changedAt);
    await start(asWorker);
    await covered(learner, changedAt);
  }, 240_000);

  it('a worker that is killed in the middle of a move leaves the rest to the next, and moves nobody twice', async () => {
    const api = await start({ DAYMARK_ROLES: 'api' });
    const asWorker = { DAYMARK_ROLES: 'worker', DAYMARK_CLAIM_SECONDS: '2', DAYMARK_TICK_SECONDS: '1' };
    const worker = await start(asWorker);
    const admin = await new Someone(api.url).registers();
    await makeAdmin(database.url, admin.id);
    await admin.signsIn(admin.email);
    const { levels } = await admin.call(readCertification, { params: { slug: 'kubernetes' } });
    await enrollMany(database.url, levels[0]!.id, 1_200);
    const { document } = readCurriculum(readFileSync('curricula/kubernetes.yaml', 'utf8'));
    await admin.call(publishCurriculum, { body: { text: JSON.stringify({ ...document, summary: 'Anew.' }) } });

    // The second batch waits for as long as this is held.
    const holder = new pg.Client({ connectionString: database.url });
    await holder.connect();
    await holder.query('begin');
    await holder.query('select from enrollment where id = (select id from enrollment where level_id = $1 order by id offset 700 limit 1) for update', [
      levels[0]!.id,
    ]);
    const { id } = await admin.call(moveEnrollments, { params: { slug: 'kubernetes' }, body: { release: 2 } });
    const move = async () => (await admin.call(listMoves, { params: { slug: 'kubernetes' } })).items.find((each) => each.id === id)!;
    while ((await move()).moved === 0) await pause(20);
    await worker.stop('SIGKILL', 'its group');
    await holder.query('rollback');
    expect(await move()).toMatchObject({ total: 1_200, moved: 500, finishedAt: null });

    await start(asWorker);
    while ((await move()).finishedAt === null) await pause(50);
    expect(await move()).toMatchObject({ moved: 1_200 });
    const told = await holder.query('select count(*)::int as count, count(distinct enrollment_id)::int as enrollments from enrollment_move');
    expect(told.rows).toEqual([{ count: 1_200, enrollments: 1_200 }]);
    await holder.end();
  }, 240_000);
});
