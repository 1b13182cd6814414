import { publishCurriculum, readCertification } from '../../src/curriculum/curriculum.contract.js';
import { readCurriculum } from '../../src/curriculum/read-curriculum.js';
import { readFileSync } from 'node:fs';
import { assignMentor, enroll } from '../../src/enrollments/enrollments.contract.js';
import { grantWaiver, listWaivers, readAdmission, revokeWaiver } from '../../src/enrollments/waivers/waivers.contract.js';
import { changeAccount } from '../../src/users/users.contract.js';
import { startDaymark } from '../support/daymark.js';
import { EVENINGS } from '../support/people.js';

const REASON = 'Passed it elsewhere in 2024';

describe('a level that demands something first', () => {
  const daymark = startDaymark();
  const specialist = async () => {
    const { levels } = await daymark.visitor().call(readCertification, { params: { slug: 'kubernetes' } });
    return levels.find(({ slug }) => slug === 'security-specialist')!;
  };
  const wish = (levelId: string) => ({ body: { levelId, examOn: '2026-05-01', availability: EVENINGS } });

  it('says what is missing and who can help, and lets in whoever has a waiver', async () => {
    const [learner, admin] = [await daymark.learner({ enrolled: false }), await daymark.withRoles('admin')];
    const { id: levelId } = await specialist();
    expect(await learner.call(readAdmission, { params: { levelId } })).toMatchObject({
      ...{ admitted: false, waiver: null, missing: [{ kind: 'level', level: { title: 'Kubernetes Administrator (CKA)' } }] },
    });
    expect((await learner.refused(enroll, wish(levelId))).detail).toContain('Your mentor or an admin can let you in all the same');

    const params = { accountId: learner.id, levelId };
    const waiver = await admin.call(grantWaiver, { params, body: { reason: REASON } });
    expect(waiver).toMatchObject({ reason: REASON, level: { id: levelId }, granted: { by: 'A admin' }, revoked: null });
    expect(await admin.call(grantWaiver, { params, body: { reason: 'Another reason' } })).toEqual(waiver);
    expect(await learner.call(readAdmission, { params: { levelId } })).toMatchObject({ admitted: true, waiver: { reason: REASON } });
    expect(await learner.call(enroll, wish(levelId))).toMatchObject({ level: { id: levelId } });
  });

  it('keeps who granted and who revoked, for the record', async () => {
    const [learner, admin] = [await daymark.learner({ enrolled: false }), await daymark.withRoles('admin')];
    const { id: levelId } = await specialist();
    const params = { accountId: learner.id, levelId };
    await admin.call(grantWaiver, { params, body: { reason: REASON } });
    await admin.call(revokeWaiver, { params });
    await admin.call(revokeWaiver, { params });
    expect(await learner.refused(enroll, wish(levelId))).toMatchObject({ type: '/problems/prerequisite-missing' });
    await admin.call(grantWaiver, { params, body: { reason: 'Once more' } });
    const { items } = await admin.call(listWaivers, { params: { accountId: learner.id } });
    const newest = await admin.call(listWaivers, { params: { accountId: learner.id }, query: { limit: 1 } });
    const older = await admin.call(listWaivers, { params: { accountId: learner.id }, query: { limit: 1, cursor: newest.nextCursor! } });
    expect([...newest.items, ...older.items]).toEqual(items);
    expect(items).toMatchObject([
      { reason: 'Once more', revoked: null },
      { reason: REASON, revoked: { by: 'A admin' } },
    ]);
  });

  it('can be waived by the learner’s own mentor, and by no other', async () => {
    const [learner, mentor, stranger, admin] = [
      await daymark.learner(),
      await daymark.withRoles('mentor'),
      await daymark.withRoles('mentor'),
      await daymark.withRoles('admin'),
    ];
    await admin.call(assignMentor, { params: { enrollmentId: learner.enrollmentId }, body: { mentorId: mentor.id } });
    const { id: levelId } = await specialist();
    const params = { accountId: learner.id, levelId };
    expect(await mentor.call(grantWaiver, { params, body: { reason: REASON } })).toMatchObject({ granted: { by: 'A mentor' } });
    const body = { reason: REASON };
    expect(await stranger.refused(grantWaiver, { params, body })).toMatchObject({ type: '/problems/not-found' });
    expect(await stranger.refused(listWaivers, { params: { accountId: learner.id } })).toMatchObject({ type: '/problems/not-found' });
    expect(await stranger.refused(revokeWaiver, { params })).toMatchObject({ type: '/problems/not-found' });
    expect(await learner.refused(grantWaiver, { params, body })).toMatchObject({ type: '/problems/not-permitted' });
    expect(await mentor.refused(grantWaiver, { params, body: { reason: ' ' } })).toMatchObject({ errors: [{ path: 'body.reason' }] });
    const nowhere = { ...params, levelId: '018f0000-0000-7000-8000-000000000000' };
    expect(await mentor.refused(grantWaiver, { params: nowhere, body })).toMatchObject({ type: '/problems/not-found' });
  });

  it('stops for knowledge and experience too, where the program enforces them', async () => {
    const [learner, admin] = [await daymark.learner({ enrolled: false }), await daymark.withRoles('admin')];
    const { document } = readCurriculum(readFileSync('curricula/kubernetes.yaml', 'utf8'));
    document!.slug = 'strict';
    document!.levels[0]!.prerequisites = [{ kind: 'experience', text: 'A year on call.', rule: 'enforced' }];
    await admin.call(publishCurriculum, { body: { text: JSON.stringify(document) } });
    const { levels } = await learner.call(readCertification, { params: { slug: 'strict' } });
    const levelId = levels[0]!.id;
    expect(await learner.refused(enroll, wish(levelId))).toMatchObject({ detail: expect.stringContaining('demands: A year on call.') as string });
    await admin.call(grantWaiver, { params: { accountId: learner.id, levelId }, body: { reason: 'Two years on call, seen' } });
    expect(await learner.call(enroll, wish(levelId))).toMatchObject({ level: { id: levelId } });
  });

  it('asks nothing where it demands nothing', async () => {
    const learner = await daymark.learner();
    const { today } = learner.enrollment;
    expect(await learner.call(readAdmission, { params: { levelId: learner.enrollment.level.id } })).toEqual({
      today,
      admitted: true,
      missing: [],
      waiver: null,
      request: null,
    });
  });

  it('says the date it is where the learner is, from which an exam date is chosen', async () => {
    const { levels } = await daymark.visitor().call(readCertification, { params: { slug: 'kubernetes' } });
    const params = { levelId: levels[0]!.id };
    const [west, east] = [await daymark.learner({ enrolled: false }), await daymark.learner({ enrolled: false })];
    await west.call(changeAccount, { body: { timeZone: 'Pacific/Pago_Pago' } });
    await east.call(changeAccount, { body: { timeZone: 'Pacific/Kiritimati' } });
    daymark.clock.setTo('2026-03-03T10:10:00Z');
    expect(await west.call(readAdmission, { params })).toMatchObject({ today: '2026-03-02' });
    expect(await east.call(readAdmission, { params })).toMatchObject({ today: '2026-03-04' });
    await east.call(changeAccount, { body: { dayStartMinutes: 30 } });
    expect(await east.call(readAdmission, { params })).toMatchObject({ today: '2026-03-03' });
  });
});
