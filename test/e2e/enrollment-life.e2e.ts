import { randomUUID } from 'node:crypto';
import { readCertification } from '../../src/curriculum/curriculum.contract.js';
import { assignMentor, changeExamDate, enroll, recordOutcome, takeWithdrawalBack, withdraw } from '../../src/enrollments/enrollments.contract.js';
import { addBreak, readAvailability } from '../../src/enrollments/availability/availability.contract.js';
import { ENROLLMENT_LIFE, type EnrollmentState } from '../../src/enrollments/enrollment-life.js';
import {
  completeOutcome,
  endPause,
  listEnrollmentChanges,
  listOutcomes,
  pause,
  recertify,
  removeOutcome,
  setRetake,
} from '../../src/enrollments/life/life.contract.js';
import { listAuditEntries } from '../../src/platform/audit/audit.contract.js';
import { changeAccount } from '../../src/users/users.contract.js';
import { startDaymark } from '../support/daymark.js';
import { EVENINGS, type Learner } from '../support/people.js';

const of = (learner: Learner) => ({ params: { enrollmentId: learner.enrollmentId } });
const history = async (learner: Learner) => (await learner.call(listEnrollmentChanges, of(learner))).items.map(({ words }) => words);

describe('the life of an enrollment', () => {
  const daymark = startDaymark();

  it('has pauses: begun with a reason, changed, and ended by hand; their days are a break', async () => {
    const learner = await daymark.learner();
    const paused = await learner.call(pause, { ...of(learner), body: { reason: 'A new job' } });
    expect(paused).toMatchObject({ state: 'paused', pause: { fromOn: '2026-03-02', untilOn: null } });
    expect(await learner.call(pause, { ...of(learner), body: { untilOn: '2026-03-30', reason: 'A new job' } })).toMatchObject({
      pause: { fromOn: '2026-03-02', untilOn: '2026-03-30' },
    });
    expect((await learner.call(readAvailability, of(learner))).pause).toMatchObject({ reason: 'A new job', untilOn: '2026-03-30' });
    expect((await learner.plan()).items.filter(({ date }) => date < '2026-03-30')).toEqual([]);
    for (const untilOn of ['2026-03-02', '2027-03-03'])
      expect(await learner.refused(pause, { ...of(learner), body: { untilOn } })).toMatchObject({ type: '/problems/pause-not-possible', from: '2026-03-03' });
    daymark.clock.setTo('2026-03-05T09:00:00Z');
    expect(await learner.call(endPause, of(learner))).toMatchObject({ state: 'active', pause: null });
    expect(await learner.call(endPause, of(learner))).toMatchObject({ state: 'active' });
    expect((await learner.today()).week.filter(({ rest }) => rest).map(({ date }) => date)).toEqual([
      ...['2026-03-02', '2026-03-03', '2026-03-04'],
      ...['2026-03-06', '2026-03-08'],
    ]);
    expect(await history(learner)).toEqual(['Preparing', 'Paused until 2026-03-30', 'Paused', 'Enrolled, exam on 2026-04-01']);
    daymark.clock.setTo('2026-03-02T09:00:00Z');
  });

  it('may be left while it is paused, and goes on active', async () => {
    const learner = await daymark.learner();
    await learner.call(pause, { ...of(learner), body: {} });
    expect(await learner.call(withdraw, of(learner))).toMatchObject({ state: 'withdrawn', pause: null });
    expect(await learner.refused(pause, { ...of(learner), body: {} })).toMatchObject({ type: '/problems/state-forbids', state: 'withdrawn' });
    expect(await learner.call(takeWithdrawalBack, of(learner))).toMatchObject({ state: 'active', pause: null });
  });

  it('has an exam whose result comes later, once', async () => {
    const learner = await daymark.learner();
    expect(await learner.call(recordOutcome, { ...of(learner), body: { takenOn: '2026-03-02', result: null } })).toMatchObject({ state: 'exam-taken' });
    const { items } = await learner.call(listOutcomes, of(learner));
    expect(items).toMatchObject([{ takenOn: '2026-03-02', result: null, scorePercent: null, validUntil: null }]);
    const outcome = { params: { ...of(learner).params, outcomeId: items[0]!.id } };
    const passed = { result: 'passed' as const, scorePercent: 81 };
    expect(await learner.refused(completeOutcome, { ...outcome, body: { ...passed, validUntil: '2026-03-01' } })).toMatchObject({
      type: '/problems/exam-date-not-possible',
    });
    expect(await learner.call(completeOutcome, { ...outcome, body: passed })).toMatchObject({ state: 'passed', certificateUntil: '2028-03-02' });
    expect(await learner.call(completeOutcome, { ...outcome, body: passed })).toMatchObject({ state: 'passed' });
    expect(await learner.refused(completeOutcome, { ...outcome, body: { result: 'failed' } })).toMatchObject({ type: '/problems/result-known' });
    expect(await learner.refused(completeOutcome, { params: { ...outcome.params, outcomeId: randomUUID() }, body: passed })).toMatchObject({
      type: '/problems/not-found',
    });
    expect((await history(learner))[0]).toBe('Result of the exam of 2026-03-02: passed');
  });

  it('goes on after an exam that was not passed: with a retake, not by moving the date', async () => {
    const learner = await daymark.learner();
    await learner.call(recordOutcome, { ...of(learner), body: { takenOn: '2026-03-02', result: 'failed', scorePercent: 61 } });
    const later = { ...of(learner), body: { examOn: '2026-05-01' } };
    expect(await learner.refused(changeExamDate, later)).toMatchObject({
      type: '/problems/state-forbids',
      detail: expect.stringContaining('retake') as string,
    });
    expect(await learner.refused(recertify, later)).toMatchObject({ type: '/problems/state-forbids' });
    expect(await learner.refused(setRetake, { ...later, body: { examOn: '2026-03-02' } })).toMatchObject({ type: '/problems/exam-date-not-possible' });
    expect(await learner.call(setRetake, later)).toMatchObject({ state: 'active', examOn: '2026-05-01', certificateUntil: null });
    expect(await learner.refused(setRetake, later)).toMatchObject({ type: '/problems/state-forbids' });
    expect((await learner.plan()).examOn).toBe('2026-05-01');
    expect((await learner.call(listOutcomes, of(learner))).items).toMatchObject([{ result: 'failed', scorePercent: 61 }]);
  });

  it('goes on as before once a result is removed that was recorded by mistake, and the trail keeps it', async () => {
    const [learner, other, admin] = [await daymark.learner(), await daymark.learner(), await daymark.withRoles('admin')];
    const latest = async () => ({ params: { ...of(learner).params, outcomeId: (await learner.call(listOutcomes, of(learner))).items[0]!.id } });
    const passed = { takenOn: '2026-03-02', result: 'passed' as const };
    for (const body of [passed, { ...passed, result: 'failed' as const }, { ...passed, result: null }]) {
      await learner.call(recordOutcome, { ...of(learner), body });
      const mistake = await latest();
      expect((await other.refused(removeOutcome, mistake)).status).toBe(404);
      expect(await learner.call(removeOutcome, mistake)).toMatchObject({ state: 'active', examOn: '2026-04-01', certificateUntil: null });
      expect(await learner.call(removeOutcome, mistake)).toMatchObject({ state: 'active' });
      expect((await learner.call(listOutcomes, of(learner))).items).toEqual([]);
    }
    expect((await learner.plan()).items.length).toBeGreaterThan(0);
    expect((await history(learner))[0]).toBe('Result of the exam of 2026-03-02 removed');
    const { items } = await admin.call(listAuditEntries, { query: { act: 'exam-result-removed', person: learner.id } });
    expect(items.map(({ by, subject }) => [by.person?.id, subject.person?.before?.result])).toEqual(
      [null, 'failed', 'passed'].map((result) => [learner.id, result]),
    );
  });

  it('keeps a result that something was built on', async () => {
    const learner = await daymark.learner();
    const attempts = async () => (await learner.call(listOutcomes, of(learner))).items.map(({ id }) => ({ params: { ...of(learner).params, outcomeId: id } }));
    await learner.call(recordOutcome, { ...of(learner), body: { takenOn: '2026-03-02', result: 'failed' } });
    const [first] = await attempts();
    await learner.call(setRetake, { ...of(learner), body: { examOn: '2026-05-01' } });
    expect(await learner.refused(removeOutcome, first!)).toMatchObject({ type: '/problems/state-forbids', state: 'active' });
    daymark.clock.setTo('2026-03-09T09:00:00Z');
    await learner.call(recordOutcome, { ...of(learner), body: { takenOn: '2026-03-09', result: 'passed' } });
    expect(await learner.refused(removeOutcome, first!)).toMatchObject({ type: '/problems/result-built-on' });
    daymark.clock.setTo('2026-03-02T09:00:00Z');
  });

  it('begins again for a recertification, with the end of the certificate as it says itself', async () => {
    const learner = await daymark.learner();
    const body = { takenOn: '2026-03-02', result: 'passed' as const, validUntil: '2029-06-30' };
    expect(await learner.call(recordOutcome, { ...of(learner), body })).toMatchObject({ state: 'passed', certificateUntil: '2029-06-30' });
    expect(await learner.refused(recertify, { ...of(learner), body: { examOn: '2020-01-01' } })).toMatchObject({ type: '/problems/exam-date-not-possible' });
    expect(await learner.call(recertify, { ...of(learner), body: { examOn: '2026-09-01' } })).toMatchObject({
      ...{ state: 'active', examOn: '2026-09-01', certificateUntil: '2029-06-30' },
    });
  });

  it('may have no exam date yet: one is proposed, until one is chosen, and again', async () => {
    const learner = await daymark.learner({ enrolled: false });
    const { levels } = await learner.call(readCertification, { params: { slug: 'certified-mlops-engineer' } });
    const foundation = levels.find(({ slug }) => slug === 'foundation')!;
    learner.enrollment = await learner.call(enroll, { body: { levelId: foundation.id, examOn: null, availability: EVENINGS } });
    const { examOn, examDateIsProposed } = learner.enrollment;
    expect(examDateIsProposed).toBe(true);
    expect(examOn > '2026-03-08').toBe(true);
    expect(await learner.plan()).toMatchObject({ examOn, feasible: true });
    expect(await learner.call(changeExamDate, { ...of(learner), body: { examOn: '2026-06-01' } })).toMatchObject({
      examOn: '2026-06-01',
      examDateIsProposed: false,
    });
    expect(await learner.call(changeExamDate, { ...of(learner), body: { examOn: null } })).toMatchObject({ examOn, examDateIsProposed: true });
    expect(await history(learner)).toEqual([
      `Exam date open again, ${examOn} proposed`,
      'Exam on 2026-06-01',
      `Enrolled, exam date not chosen, ${examOn} proposed`,
    ]);
  });

  it('takes only the steps of its table, from every state, and says which there are', async () => {
    const learner = await daymark.learner();
    const [body, outcome] = [{ examOn: '2026-05-01' }, { takenOn: '2026-03-02', result: null }];
    const steps: Partial<Record<EnrollmentState, () => Promise<unknown>>> = {
      paused: () => learner.refused(pause, { ...of(learner), body: {} }),
      'exam-taken': () => learner.refused(recordOutcome, { ...of(learner), body: outcome }),
      withdrawn: () => learner.refused(withdraw, of(learner)),
    };
    for (const [from, next] of Object.entries(ENROLLMENT_LIFE)) {
      await daymark.database.query('update enrollment set state = $2 where id = $1', [learner.enrollmentId, from]);
      for (const [to, refused] of Object.entries(steps)) {
        if ((next as readonly string[]).includes(to) || from === to) continue;
        expect(await refused()).toMatchObject({
          type: '/problems/state-forbids',
          state: from,
          detail: expect.stringContaining(next[0].replace('-', ' ')) as string,
        });
      }
      if (from !== 'failed') expect(await learner.refused(setRetake, { ...of(learner), body })).toMatchObject({ state: from });
      if (from !== 'passed' && from !== 'expired') expect(await learner.refused(recertify, { ...of(learner), body })).toMatchObject({ state: from });
    }
  });

  it('has a history page by page, in which a mentor reads no reasons and no kinds of breaks', async () => {
    const [learner, admin, mentor] = [await daymark.learner(), await daymark.withRoles('admin'), await daymark.withRoles('mentor')];
    await admin.call(assignMentor, { ...of(learner), body: { mentorId: mentor.id } });
    await learner.call(addBreak, { ...of(learner), body: { kind: 'illness', fromOn: '2026-03-02', toOn: '2026-03-04', note: 'The flu' } });
    await learner.call(pause, { ...of(learner), body: { reason: 'Still ill' } });
    const first = await learner.call(listEnrollmentChanges, { ...of(learner), query: { limit: 2 } });
    expect(first.items).toMatchObject([
      { what: 'state', words: 'Paused', note: 'Still ill', changedBy: { id: learner.id, name: 'Wren Harbour' } },
      { what: 'break', words: 'Illness from 2026-03-02 to 2026-03-04' },
    ]);
    const second = await learner.call(listEnrollmentChanges, { ...of(learner), query: { limit: 2, cursor: first.nextCursor! } });
    expect(second).toMatchObject({ items: [{ words: 'Mentor: A mentor', changedBy: { name: 'A admin' } }, { what: 'enrolled' }], nextCursor: null });
    expect((await mentor.call(listEnrollmentChanges, of(learner))).items.slice(0, 2)).toMatchObject([
      { words: 'Paused', note: '' },
      { words: 'Break from 2026-03-02 to 2026-03-04' },
    ]);
    expect((await mentor.call(listOutcomes, of(learner))).items).toEqual([]);
    const stranger = await daymark.learner();
    for (const list of [listEnrollmentChanges, listOutcomes]) expect(await stranger.refused(list, of(learner))).toMatchObject({ type: '/problems/not-found' });
  });
});

describe('what turns over by itself', () => {
  const daymark = startDaymark({ worker: true });
  const turned = async (learner: Learner, instant: string) => {
    const signal = daymark.signal('enrollment-turned', learner.enrollmentId);
    daymark.clock.setTo(instant);
    daymark.triggers.fire('enrollments');
    await signal;
    return learner.reads();
  };

  it('is a pause, on the day that was said, as it begins for the learner', async () => {
    daymark.clock.setTo('2026-03-02T09:00:00Z');
    const learner = await daymark.learner({ timeZone: 'Europe/Berlin' });
    await learner.call(changeAccount, { body: { dayStartMinutes: 240 } });
    await learner.call(pause, { ...of(learner), body: { untilOn: '2026-03-10', reason: 'Moving house' } });
    const [row] = await daymark.database.query<{ due: Date }[]>('select next_due_at as due from enrollment where id = $1', [learner.enrollmentId]);
    await learner.plan();
    expect(row?.due.toISOString()).toBe('2026-03-10T03:00:00.000Z');
    expect(await turned(learner, '2026-03-10T03:00:01Z')).toMatchObject({ state: 'active', pause: null, today: '2026-03-10' });
    const { items } = await learner.call(listEnrollmentChanges, of(learner));
    expect(items[0]).toMatchObject({ words: 'Preparing', changedBy: null });
    expect((await learner.plan()).items.find(({ date }) => date > '2026-03-02')?.date).toBe('2026-03-10');
  });

  it('is a certificate, the day after its last', async () => {
    daymark.clock.setTo('2026-03-02T09:00:00Z');
    const learner = await daymark.learner();
    await learner.call(recordOutcome, { ...of(learner), body: { takenOn: '2026-03-02', result: 'passed' } });
    const signal = daymark.signal('enrollment-turned', learner.enrollmentId);
    daymark.clock.setTo('2028-03-03T00:00:01Z');
    daymark.triggers.fire('enrollments');
    await signal;
    await learner.signsIn(learner.email);
    expect(await learner.reads()).toMatchObject({ state: 'expired', certificateUntil: '2028-03-02' });
    expect(await learner.fails({ date: '2028-03-03', minutes: 20 })).toMatchObject({ type: '/problems/enrollment-closed' });
    expect(await learner.call(recertify, { ...of(learner), body: { examOn: '2028-06-01' } })).toMatchObject({ state: 'active' });
  });
});
