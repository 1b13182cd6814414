import { readAvailability } from '../../src/enrollments/availability/availability.contract.js';
import { pause } from '../../src/enrollments/life/life.contract.js';
import { listStudyEntries } from '../../src/progress/progress.contract.js';
import { listSignOffs, signOff } from '../../src/progress/evidence/sign-offs.contract.js';
import { assignMentor } from '../../src/enrollments/enrollments.contract.js';
import { readLevel } from '../../src/curriculum/curriculum.contract.js';
import { changeAccount, listAccounts, signIn } from '../../src/users/users.contract.js';
import { startDaymark } from '../support/daymark.js';

const DECOMPOSED = ' Pru\u0308fung\u202e\r\n  zwei\u200b \u0007';
const KEPT = 'Prüfung\n  zwei';
const MARKS = `a${'\u0316\u0301'.repeat(150_000)}`;

/** Every field is held to its schema by test/unit/every-text.spec.ts; these show how a text is stored and answered. */
describe('texts that people send', () => {
  const daymark = startDaymark();

  it('are kept in one form: a note, a reason, what a mentor writes', async () => {
    const [learner, mentor, admin] = [await daymark.learner(), await daymark.withRoles('mentor'), await daymark.withRoles('admin')];
    const params = { enrollmentId: learner.enrollmentId };
    await learner.logs({ date: '2026-03-02', minutes: 30, note: DECOMPOSED });
    const { items } = await learner.call(listStudyEntries, { params, query: {} });
    expect(items.map(({ note }) => note)).toEqual([KEPT]);

    await admin.call(assignMentor, { params, body: { mentorId: mentor.id } });
    const { skills } = await learner.call(readLevel, { params: { levelId: learner.enrollment.level.id } });
    await mentor.call(signOff, { params: { ...params, skillId: skills[0]!.id }, body: { note: DECOMPOSED } });
    expect((await learner.call(listSignOffs, { params })).items.map(({ note }) => note)).toEqual([KEPT]);

    await learner.call(pause, { params, body: { untilOn: null, reason: DECOMPOSED } });
    expect((await learner.call(readAvailability, { params })).pause?.reason).toBe(KEPT);
  });

  it.each(['a\0b', '\ud800'])('are refused by the name of the field where no database keeps them: %j', async (text) => {
    const [learner, admin] = [await daymark.learner(), await daymark.withRoles('admin')];
    const params = { enrollmentId: learner.enrollmentId };
    const faultOf = (path: string) => ({ status: 400, errors: [{ path, message: expect.stringContaining('can’t be saved') as string }] });
    expect(await learner.refused(pause, { params, body: { untilOn: null, reason: text } })).toMatchObject(faultOf('body.reason'));
    expect(await learner.fails({ date: '2026-03-02', minutes: 30, note: text })).toMatchObject(faultOf('body.note'));
    expect(await daymark.visitor().refused(signIn, { body: { email: text, password: 'tide tables' } })).toMatchObject(faultOf('body.email'));
    if (text.includes('\0')) {
      expect(await admin.refused(listAccounts, { query: { search: text } })).toMatchObject(faultOf('query.search'));
      expect(await admin.refused(listAccounts, { query: { cursor: text } })).toMatchObject({ status: 400, errors: [{ path: 'query.cursor' }] });
    }
  });

  it('with hundreds of thousands of marks on a letter do not keep others waiting', async () => {
    const learner = await daymark.learner();
    await learner.logs({ date: '2026-03-02', minutes: 30, note: MARKS });
    expect(await learner.refused(changeAccount, { body: { name: '\u0301'.repeat(300_000) } })).toMatchObject({ status: 400 });
    expect(await daymark.visitor().refused(signIn, { body: { email: MARKS, password: 'tide tables' } })).toMatchObject({ status: 401 });
  });
});
