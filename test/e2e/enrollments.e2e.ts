import { randomUUID } from 'node:crypto';
import { readCertification } from '../../src/curriculum/curriculum.contract.js';
import {
  assignMentor,
  changeAvailability,
  changeExamDate,
  changePace,
  enroll,
  listEnrollments,
  listEnrollmentsOf,
  readEnrollment,
  recordOutcome,
  takeWithdrawalBack,
  withdraw,
} from '../../src/enrollments/enrollments.contract.js';
import { listEnrollmentChanges } from '../../src/enrollments/life/life.contract.js';
import { startDaymark } from '../support/daymark.js';
import { EVENINGS, type Learner } from '../support/people.js';

const REST = { monday: 0, tuesday: 0, wednesday: 0, thursday: 0, friday: 0, saturday: 0, sunday: 0 };

describe('enrolling', () => {
  const daymark = startDaymark();
  const level = async (slug: string) => {
    const { levels } = await daymark.visitor().call(readCertification, { params: { slug: 'certified-mlops-engineer' } });
    return levels.find((each) => each.slug === slug)!.id;
  };
  const attempt = async (learner: Learner, change: object = {}) =>
    learner.refused(enroll, { body: { levelId: await level('foundation'), examOn: '2026-04-01', availability: EVENINGS, ...change } });

  it('begins today, where the learner is, in the current release', async () => {
    daymark.clock.setTo('2026-03-02T23:30:00Z');
    const learner = await daymark.learner({ timeZone: 'Asia/Kolkata' });
    expect(learner.enrollment).toMatchObject({
      state: 'active',
      startedOn: '2026-03-03',
      today: '2026-03-03',
      examOn: '2026-04-01',
      daysToExam: 29,
      release: 1,
      mentor: null,
    });
    expect(learner.enrollment.availability).toEqual(EVENINGS);
    daymark.clock.setTo('2026-03-02T09:00:00Z');
  });

  it('in a level twice is refused, also when both come at once', async () => {
    const learner = await daymark.learner({ enrolled: false });
    const body = { levelId: await level('foundation'), examOn: '2026-04-01', availability: EVENINGS };
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => learner.call(enroll, { body })));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await attempt(learner)).toMatchObject({ type: '/problems/already-enrolled', status: 409 });
    expect((await learner.call(listEnrollments, { query: {} })).items).toHaveLength(1);
  });

  it('with the same Idempotency-Key counts once', async () => {
    const learner = await daymark.learner({ enrolled: false });
    const sent = { headers: { 'idempotency-key': randomUUID() }, body: { levelId: await level('foundation'), examOn: '2026-04-01', availability: EVENINGS } };
    const first = await learner.call(enroll, sent);
    expect((await learner.call(enroll, sent)).id).toBe(first.id);
  });

  it.each([
    ['today', '2026-03-02'],
    ['in the past', '2026-02-01'],
    ['more than five years ahead', '2031-03-03'],
  ])('for an exam %s is refused, with the dates that are possible', async (_, examOn) => {
    const learner = await daymark.learner({ enrolled: false });
    expect(await attempt(learner, { examOn })).toMatchObject({ type: '/problems/exam-date-not-possible', from: '2026-03-03', to: '2031-03-02' });
    expect((await learner.call(listEnrollments, { query: {} })).items).toEqual([]);
  });

  it('needs some time in the week, a level that is open, and one that there is', async () => {
    const learner = await daymark.learner({ enrolled: false });
    expect(await attempt(learner, { availability: REST })).toMatchObject({ type: '/problems/no-time-at-all' });
    expect(await attempt(learner, { availability: { ...EVENINGS, monday: 1_000 } })).toMatchObject({
      type: '/problems/invalid-input',
      errors: [{ path: 'body.availability.monday' }],
    });
    expect(await attempt(learner, { levelId: await level('specialist') })).toMatchObject({ type: '/problems/level-not-open' });
    expect(await attempt(learner, { levelId: randomUUID() })).toMatchObject({ type: '/problems/not-found' });
  });

  it('in a level that is no longer offered is refused', async () => {
    const learner = await daymark.learner({ enrolled: false });
    const retired = await level('advanced');
    await daymark.database.query('update level set retired_at = $2 where id = $1', [retired, daymark.clock.now().toString()]);
    expect(await attempt(learner, { levelId: retired })).toMatchObject({ type: '/problems/level-retired' });
  });
});

describe('an enrollment', () => {
  const daymark = startDaymark();

  it('in a level behind another one, as its program has it, waits until that one is passed', async () => {
    const learner = await daymark.learner({ enrolled: false });
    const { levels } = await learner.call(readCertification, { params: { slug: 'kubernetes' } });
    const [administrator, specialist] = ['administrator', 'security-specialist'].map((slug) => levels.find((level) => level.slug === slug)!);
    const wish = (levelId: string) => ({ body: { levelId, examOn: '2026-04-01', availability: EVENINGS } });
    expect(await learner.refused(enroll, wish(specialist!.id))).toMatchObject({
      ...{ type: '/problems/prerequisite-missing', levelIds: [administrator!.id] },
      detail: expect.stringContaining('comes after Kubernetes Administrator (CKA)') as string,
    });
    const { id } = await learner.call(enroll, wish(administrator!.id));
    expect(await learner.refused(enroll, wish(specialist!.id))).toMatchObject({ type: '/problems/prerequisite-missing' });
    await learner.call(recordOutcome, { params: { enrollmentId: id }, body: { takenOn: '2026-03-02', result: 'passed' } });
    expect((await learner.call(enroll, wish(specialist!.id))).level.title).toBe('Kubernetes Security Specialist (CKS)');
  });

  it('is read by its learner and by the mentor it is assigned to, and there is none for others', async () => {
    const [learner, stranger, admin, mentor] = [
      await daymark.learner(),
      await daymark.learner(),
      await daymark.withRoles('admin'),
      await daymark.withRoles('mentor'),
    ];
    const params = { enrollmentId: learner.enrollmentId };
    for (const other of [stranger, mentor, admin]) expect(await other.refused(readEnrollment, { params })).toMatchObject({ type: '/problems/not-found' });
    const assigned = await admin.call(assignMentor, { params, body: { mentorId: mentor.id } });
    expect(assigned.mentor).toEqual({ id: mentor.id, name: 'A mentor' });
    expect(await mentor.call(readEnrollment, { params })).toMatchObject({ id: learner.enrollmentId, learner: { name: 'Wren Harbour' } });
    expect((await admin.call(listEnrollmentsOf, { params: { accountId: learner.id } })).items).toMatchObject([
      { id: learner.enrollmentId, mentor: { id: mentor.id } },
    ]);
    await admin.call(assignMentor, { params, body: { mentorId: null } });
    expect(await mentor.refused(readEnrollment, { params })).toMatchObject({ type: '/problems/not-found' });
  });

  it('is assigned to nobody who is no mentor', async () => {
    const [learner, admin] = [await daymark.learner(), await daymark.withRoles('admin')];
    const params = { enrollmentId: learner.enrollmentId };
    expect(await admin.refused(assignMentor, { params, body: { mentorId: admin.id } })).toMatchObject({ type: '/problems/not-a-mentor' });
    expect(await admin.refused(assignMentor, { params: { enrollmentId: randomUUID() }, body: { mentorId: null } })).toMatchObject({
      type: '/problems/not-found',
    });
  });

  it('takes another exam date and another week, and no impossible ones', async () => {
    const learner = await daymark.learner();
    const params = { enrollmentId: learner.enrollmentId };
    expect(await learner.call(changeExamDate, { params, body: { examOn: '2026-05-01' } })).toMatchObject({ examOn: '2026-05-01', daysToExam: 60 });
    expect(await learner.call(changeAvailability, { params, body: { ...EVENINGS, friday: 30 } })).toMatchObject({ availability: { friday: 30 } });
    expect(await learner.refused(changeExamDate, { params, body: { examOn: '2026-03-02' } })).toMatchObject({ type: '/problems/exam-date-not-possible' });
    expect(await learner.refused(changeAvailability, { params, body: REST })).toMatchObject({ type: '/problems/no-time-at-all' });
    expect(await learner.reads()).toMatchObject({ examOn: '2026-05-01' });
  });

  it('goes as hard as the learner says: no day beyond the most, no session under the shortest, and the history tells', async () => {
    const learner = await daymark.learner({ examOn: '2026-07-01' });
    const params = { enrollmentId: learner.enrollmentId };
    expect(learner.enrollment.pace).toEqual({ mostMinutesADay: null, shortestSessionMinutes: 20 });
    await learner.plan();
    const pace = { mostMinutesADay: 55, shortestSessionMinutes: 25 };
    expect(await learner.call(changePace, { params, body: pace })).toMatchObject({ pace });
    const { items, today, feasible } = await learner.plan();
    expect(feasible).toBe(true);
    for (const { date } of items) expect(items.reduce((sum, each) => sum + (each.date === date ? each.minutes : 0), 0)).toBeLessThanOrEqual(55);
    expect(items.filter((item) => item.date >= today && item.kind === 'study' && item.minutes < 25)).toEqual([]);
    const { items: lines } = await learner.call(listEnrollmentChanges, { params, query: {} });
    expect(lines[0]).toMatchObject({ words: 'At most 55 min a day, sessions from 25 min' });
    const refusal = await learner.refused(changePace, { params, body: { mostMinutesADay: 20, shortestSessionMinutes: 30 } });
    expect(refusal).toMatchObject({ type: '/problems/invalid-input', errors: [{ path: 'body.mostMinutesADay', message: 'A day holds a session at least' }] });
    const stranger = await daymark.learner();
    expect(await stranger.refused(changePace, { params, body: pace })).toMatchObject({ type: '/problems/not-found' });
  });

  it('that was passed keeps its dates, and cannot be passed again', async () => {
    const learner = await daymark.learner();
    const params = { enrollmentId: learner.enrollmentId };
    const outcome = { takenOn: '2026-03-02', result: 'passed' as const, scorePercent: 81 };
    expect(await learner.refused(recordOutcome, { params, body: { ...outcome, takenOn: '2026-03-03' } })).toMatchObject({
      type: '/problems/exam-date-not-possible',
    });
    expect(await learner.call(recordOutcome, { params, body: outcome })).toMatchObject({ state: 'passed' });
    expect(await learner.refused(recordOutcome, { params, body: outcome })).toMatchObject({ type: '/problems/state-forbids' });
    expect(await learner.refused(changeExamDate, { params, body: { examOn: '2026-05-01' } })).toMatchObject({ type: '/problems/state-forbids' });
    expect(await learner.refused(changeAvailability, { params, body: EVENINGS })).toMatchObject({ type: '/problems/state-forbids' });
    expect(await learner.refused(changePace, { params, body: learner.enrollment.pace })).toMatchObject({ type: '/problems/state-forbids' });
  });

  it('can be left and gone on with, unless the level was begun anew since', async () => {
    const learner = await daymark.learner();
    const params = { enrollmentId: learner.enrollmentId };
    const { date, minutes } = await learner.logs({ date: '2026-03-02', minutes: 20 });
    expect((await learner.call(withdraw, { params })).state).toBe('withdrawn');
    expect((await learner.call(withdraw, { params })).state).toBe('withdrawn');
    expect(await learner.fails({ date, minutes })).toMatchObject({ type: '/problems/enrollment-closed' });
    expect((await learner.call(takeWithdrawalBack, { params })).state).toBe('active');
    expect((await learner.logs({ date, minutes })).day.minutes).toBe(40);

    await learner.call(withdraw, { params });
    await learner.enrolls();
    expect(await learner.refused(takeWithdrawalBack, { params })).toMatchObject({ type: '/problems/already-enrolled' });
    const passed = await daymark.learner();
    await passed.call(recordOutcome, { params: { enrollmentId: passed.enrollmentId }, body: { takenOn: '2026-03-02', result: 'passed' } });
    expect(await passed.refused(withdraw, { params: { enrollmentId: passed.enrollmentId } })).toMatchObject({ type: '/problems/state-forbids' });
    expect(await passed.refused(withdraw, { params })).toMatchObject({ type: '/problems/not-found' });
  });

  it('is listed page by page, the newest first', async () => {
    const learner = await daymark.learner();
    await learner.enrolls({ level: 'professional' });
    const first = await learner.call(listEnrollments, { query: { limit: 1 } });
    const second = await learner.call(listEnrollments, { query: { limit: 1, cursor: first.nextCursor! } });
    expect([...first.items, ...second.items].map(({ level }) => level.slug)).toEqual(['professional', 'foundation']);
    expect(second.nextCursor).toBeNull();
    expect(await learner.refused(listEnrollments, { query: { cursor: 'made-up' } })).toMatchObject({ type: '/problems/invalid-input' });
  });
});
