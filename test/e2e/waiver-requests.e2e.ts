import { readCertification } from '../../src/curriculum/curriculum.contract.js';
import { assignMentor, enroll } from '../../src/enrollments/enrollments.contract.js';
import { askForWaiver, declineWaiverRequest, listWaiverRequests, withdrawWaiverRequest } from '../../src/enrollments/waivers/waiver-requests.contract.js';
import { grantWaiver, readAdmission } from '../../src/enrollments/waivers/waivers.contract.js';
import { startDaymark } from '../support/daymark.js';
import { EVENINGS, type Learner, type Someone } from '../support/people.js';

const REASON = 'Passed it elsewhere in 2024';

describe('whoever is stopped by what a level demands', () => {
  const daymark = startDaymark();
  let levelId: string;
  beforeAll(async () => {
    const { levels } = await daymark.visitor().call(readCertification, { params: { slug: 'kubernetes' } });
    levelId = levels.find(({ slug }) => slug === 'security-specialist')!.id;
  });
  const asks = (learner: Learner, reason = REASON) => learner.call(askForWaiver, { params: { levelId }, body: { reason } });
  const admission = (learner: Learner) => learner.call(readAdmission, { params: { levelId } });
  const openFor = async (someone: Someone, accountId?: string) =>
    (await someone.call(listWaiverRequests, { query: { limit: 100, ...(accountId && { accountId }) } })).items;
  const people = async () => {
    const [learner, mentor, admin] = [await daymark.learner(), await daymark.withRoles('mentor'), await daymark.withRoles('admin')];
    await admin.call(assignMentor, { params: { enrollmentId: learner.enrollmentId }, body: { mentorId: mentor.id } });
    return { learner, mentor, admin };
  };

  it('asks to be let in, once however often, and sees that nobody has decided yet', async () => {
    const { learner } = await people();
    expect(await admission(learner)).toMatchObject({ admitted: false, request: null });
    const request = await asks(learner);
    expect(request).toMatchObject({ reason: REASON, level: { id: levelId }, outcome: null, closed: null, answer: null });
    expect(await asks(learner, 'Another reason')).toEqual(request);
    expect(await admission(learner)).toMatchObject({ admitted: false, request: { id: request.id, outcome: null } });
  });

  it('is read by their own mentor and by admins, the longest waiting first, and by nobody else', async () => {
    const [{ learner, mentor, admin }, stranger] = [await people(), await daymark.withRoles('mentor')];
    const { id } = await asks(learner);
    expect(await openFor(mentor)).toMatchObject([{ id, learner: { id: learner.id, name: 'Wren Harbour' }, reason: REASON }]);
    expect(await openFor(admin, learner.id)).toMatchObject([{ id }]);
    expect((await openFor(admin)).map((each) => each.id)).toContain(id);
    expect(await openFor(stranger)).toEqual([]);
    expect(await openFor(stranger, learner.id)).toEqual([]);
    expect(await learner.refused(listWaiverRequests, { query: {} })).toMatchObject({ type: '/problems/not-permitted' });
    const [first, second] = [await admin.call(listWaiverRequests, { query: { limit: 1 } }), await openFor(admin)];
    expect(first.items).toEqual(second.slice(0, 1));
    const rest = await admin.call(listWaiverRequests, { query: { limit: 100, cursor: first.nextCursor! } });
    expect([...first.items, ...rest.items]).toEqual(second);
  });

  it('is let in by the waiver, which closes the request', async () => {
    const { learner, mentor } = await people();
    await asks(learner);
    await mentor.call(grantWaiver, { params: { accountId: learner.id, levelId }, body: { reason: 'Seen the certificate' } });
    expect(await openFor(mentor)).toEqual([]);
    expect(await admission(learner)).toMatchObject({ admitted: true, request: { outcome: 'granted', closed: { by: 'A mentor' } } });
    await learner.call(enroll, { body: { levelId, examOn: '2026-05-01', availability: EVENINGS } });
    expect(await learner.refused(askForWaiver, { params: { levelId }, body: { reason: REASON } })).toMatchObject({ type: '/problems/waiver-not-needed' });
  });

  it('is declined with a reason that they read, and may ask again', async () => {
    const [{ learner, mentor, admin }, stranger] = [await people(), await daymark.withRoles('mentor')];
    const { id: requestId } = await asks(learner);
    const sent = { params: { requestId }, body: { reason: 'Show me the certificate' } };
    expect(await stranger.refused(declineWaiverRequest, sent)).toMatchObject({ type: '/problems/not-found' });
    expect(await learner.refused(declineWaiverRequest, sent)).toMatchObject({ type: '/problems/not-permitted' });
    const declined = await mentor.call(declineWaiverRequest, sent);
    expect(declined).toMatchObject({ outcome: 'declined', answer: 'Show me the certificate', closed: { by: 'A mentor' } });
    expect(await admin.call(declineWaiverRequest, { ...sent, body: { reason: 'Too late' } })).toEqual(declined);
    expect(await admission(learner)).toMatchObject({ admitted: false, request: { outcome: 'declined', answer: 'Show me the certificate' } });
    const again = await asks(learner, 'Here it is');
    expect(again).toMatchObject({ outcome: null, reason: 'Here it is' });
    expect(await openFor(mentor)).toMatchObject([{ id: again.id }]);
  });

  it('takes it back, and nobody can decide it then', async () => {
    const { learner, mentor } = await people();
    const { id: requestId } = await asks(learner);
    await learner.call(withdrawWaiverRequest, { params: { levelId } });
    await learner.call(withdrawWaiverRequest, { params: { levelId } });
    expect(await openFor(mentor)).toEqual([]);
    expect(await admission(learner)).toMatchObject({ request: { outcome: 'withdrawn' } });
    expect(await mentor.refused(declineWaiverRequest, { params: { requestId }, body: { reason: 'Nobody decides this now' } })).toMatchObject({
      type: '/problems/waiver-request-closed',
    });
  });

  it('needs nothing where nothing is demanded of them', async () => {
    const learner = await daymark.learner();
    const refused = await learner.refused(askForWaiver, { params: { levelId: learner.enrollment.level.id }, body: { reason: REASON } });
    expect(refused).toMatchObject({ type: '/problems/waiver-not-needed', detail: 'You may begin MLOps Foundation as it is. Choose a date and start.' });
    expect(await learner.refused(askForWaiver, { params: { levelId }, body: { reason: ' ' } })).toMatchObject({ errors: [{ path: 'body.reason' }] });
    const nowhere = { levelId: '018f0000-0000-7000-8000-000000000000' };
    expect(await learner.refused(askForWaiver, { params: nowhere, body: { reason: REASON } })).toMatchObject({ type: '/problems/not-found' });
  });
});
