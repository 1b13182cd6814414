import { assignMentor, readEnrollment } from '../../src/enrollments/enrollments.contract.js';
import { listEnrollmentChanges } from '../../src/enrollments/life/life.contract.js';
import { listAuditEntries } from '../../src/platform/audit/audit.contract.js';
import { deleteAccount, setAccountRoles } from '../../src/users/users.contract.js';
import type { Refused } from '../support/caller.js';
import { startDaymark } from '../support/daymark.js';
import { PASSWORD, type Learner, type Someone } from '../support/people.js';

describe('taking the account role mentor', () => {
  const daymark = startDaymark();
  const of = ({ enrollmentId }: Learner) => ({ params: { enrollmentId } });
  const noSuch = { type: '/problems/not-found' };
  const audited = (admin: Someone, person: string) =>
    admin
      .call(listAuditEntries, { query: { person } })
      .then(({ items }) => items.map(({ act, involved }) => [act, Object.entries(involved).map(([role, { id }]) => [role, id])]));

  /** A mentor of one learner, and somebody who can take over. */
  async function mentored() {
    const [admin, mentor, successor] = [await daymark.withRoles('admin'), await daymark.withRoles('learner', 'mentor'), await daymark.withRoles('mentor')];
    const learner = await daymark.learner();
    await admin.call(assignMentor, { ...of(learner), body: { mentorId: mentor.id } });
    const takes = (body: { learnersTo?: string | null } = {}) => ({ params: { accountId: mentor.id }, body: { accountRoles: ['learner' as const], ...body } });
    const gives = (person: Someone) => ({ params: { accountId: person.id }, body: { accountRoles: ['learner' as const, 'mentor' as const] } });
    return { admin, mentor, successor, learner, takes, gives };
  }

  /** How an assignment ends that runs beside something else. */
  const assigning = (admin: Someone, learner: Learner, mentor: Someone) =>
    admin.call(assignMentor, { ...of(learner), body: { mentorId: mentor.id } }).then(
      () => 'assigned',
      ({ problem }: Refused) => problem.type.replace('/problems/', ''),
    );

  it('is refused while learners would be left without a mentor, with how many', async () => {
    const { admin, mentor, learner, takes } = await mentored();
    expect(await admin.refused(setAccountRoles, takes())).toMatchObject({
      status: 409,
      type: '/problems/learners-left',
      detail: '1 learner would have no mentor. Choose a new mentor, or confirm that there is none.',
      learners: 1,
    });
    expect(await mentor.call(readEnrollment, of(learner))).toMatchObject({ id: learner.enrollmentId });
  });

  it('hands the learners over to another mentor in the same transaction, with a line in their history and in the audit trail', async () => {
    const { admin, mentor, successor, learner, takes } = await mentored();
    await admin.call(setAccountRoles, takes({ learnersTo: successor.id }));
    expect((await learner.reads()).mentor).toMatchObject({ id: successor.id });
    expect(await successor.call(readEnrollment, of(learner))).toMatchObject({ id: learner.enrollmentId });
    expect((await learner.call(listEnrollmentChanges, of(learner))).items[0]).toMatchObject({ what: 'mentor', words: 'Mentor: A mentor' });
    expect((await audited(admin, learner.id))[0]).toEqual([
      'learner-handed-over',
      [
        ['mentor', successor.id],
        ['previousMentor', mentor.id],
      ],
    ]);
  });

  it('leaves the learners without a mentor where the admin says so', async () => {
    const { admin, mentor, learner, takes } = await mentored();
    await admin.call(setAccountRoles, takes({ learnersTo: null }));
    expect((await learner.reads()).mentor).toBeNull();
    expect((await audited(admin, learner.id))[0]).toEqual(['mentor-unassigned', [['previousMentor', mentor.id]]]);
  });

  it('is in the history of the learners of a mentor who deletes the account', async () => {
    const { mentor, learner } = await mentored();
    await mentor.call(deleteAccount, { body: { password: PASSWORD } });
    expect((await learner.reads()).mentor).toBeNull();
    expect((await learner.call(listEnrollmentChanges, of(learner))).items[0]).toMatchObject({ what: 'mentor' });
  });

  it('changes nothing when the successor is not a mentor, or is the one who stops', async () => {
    const { admin, mentor, learner, takes } = await mentored();
    for (const learnersTo of [learner.id, mentor.id])
      expect(await admin.refused(setAccountRoles, takes({ learnersTo }))).toMatchObject({
        type: '/problems/not-a-mentor',
      });
    expect((await learner.reads()).mentor).toMatchObject({ id: mentor.id });
  });

  it('makes nobody their own mentor', async () => {
    const { admin, learner, takes, gives } = await mentored();
    await admin.call(setAccountRoles, gives(learner));
    await admin.call(setAccountRoles, takes({ learnersTo: learner.id }));
    expect((await learner.reads()).mentor).toBeNull();
  });

  it('lets no assignment of before come back with the role', async () => {
    const { admin, mentor, learner, gives } = await mentored();
    await daymark.database.query(`delete from account_role where account_id = $1 and role = 'mentor'`, [mentor.id]);
    await admin.call(setAccountRoles, gives(mentor));
    expect(await mentor.refused(readEnrollment, of(learner))).toMatchObject(noSuch);
  });

  it('leaves no learner with a former mentor, even when the assignment comes at the same moment', async () => {
    const { admin, learner } = await mentored();
    const mentor = await daymark.withRoles('learner', 'mentor');
    const given = { params: { accountId: mentor.id }, body: { accountRoles: ['learner' as const, 'mentor' as const] } };
    const taken = { ...given, body: { accountRoles: ['learner' as const], learnersTo: null } };
    for (let round = 0; round < 40; round++) {
      await admin.call(setAccountRoles, given);
      const assign = assigning(admin, learner, mentor);
      await admin.call(setAccountRoles, taken);
      expect(['assigned', 'not-a-mentor']).toContain(await assign);
      expect(await daymark.database.query('select 1 from enrollment_reader where mentor_id = $1', [mentor.id])).toEqual([]);
    }
  });

  it('leaves no learner with a mentor whose account is deleted at the same moment', async () => {
    const { admin, learner } = await mentored();
    for (let round = 0; round < 12; round++) {
      const mentor = await daymark.withRoles('mentor');
      await admin.call(assignMentor, { ...of(learner), body: { mentorId: mentor.id } });
      const assign = assigning(admin, learner, mentor);
      await mentor.call(deleteAccount, { body: { password: PASSWORD } });
      expect(['assigned', 'not-a-mentor']).toContain(await assign);
      expect((await learner.reads()).mentor).toBeNull();
    }
  });
});
