import { readFileSync } from 'node:fs';
import { discardDraft, openDraft } from '../../src/curriculum/drafts/draft.contract.js';
import { publishCurriculum, readCertification } from '../../src/curriculum/curriculum.contract.js';
import { assignMentor } from '../../src/enrollments/enrollments.contract.js';
import { moveEnrollments } from '../../src/enrollments/moves/moves.contract.js';
import { Mover } from '../../src/enrollments/moves/mover.service.js';
import { grantWaiver, revokeWaiver } from '../../src/enrollments/waivers/waivers.contract.js';
import { listAuditEntries } from '../../src/platform/audit/audit.contract.js';
import { setAccountRoles } from '../../src/users/users.contract.js';
import { startDaymark } from '../support/daymark.js';
import type { Someone } from '../support/people.js';

const shipped = readFileSync('curricula/kubernetes.yaml', 'utf8');

describe('the audit trail', () => {
  const daymark = startDaymark({ worker: true });
  const trail = (admin: Someone, query: Parameters<typeof admin.call<typeof listAuditEntries>>[1]['query'] = {}) =>
    admin.call(listAuditEntries, { query }).then(({ items }) => items);

  it('holds who let whom in, and why, and who took it back', async () => {
    const [learner, admin] = [await daymark.learner({ enrolled: false, name: 'Wren Harbour' }), await daymark.withRoles('admin')];
    const { levels } = await learner.call(readCertification, { params: { slug: 'kubernetes' } });
    const level = levels.find(({ slug }) => slug === 'security-specialist')!;
    const params = { accountId: learner.id, levelId: level.id };
    for (const _ of [1, 2]) await admin.call(grantWaiver, { params, body: { reason: 'Passed it elsewhere' } });
    for (const _ of [1, 2]) await admin.call(revokeWaiver, { params });
    const detail = { level: { id: level.id, title: level.title } };
    const person = { id: learner.id, name: 'Wren Harbour', email: learner.email, about: { reason: 'Passed it elsewhere' } };
    const subject = { kind: 'account', id: learner.id, label: 'Wren Harbour', person };
    expect(await trail(admin, { subject: learner.id })).toMatchObject([
      { act: 'waiver-revoked', by: { kind: 'person', person: { id: admin.id, name: 'A admin' } }, subject, detail },
      { act: 'waiver-granted', by: { kind: 'person', person: { id: admin.id, name: 'A admin' } }, subject, detail },
    ]);
  });

  it('holds what was published, put away and moved', async () => {
    const admin = await daymark.withRoles('admin');
    const publishes = (title: string) =>
      admin.call(publishCurriculum, { body: { text: shipped.replace('slug: kubernetes', 'slug: watched').replace(/^title: .*$/m, `title: ${title}`) } });
    await publishes('Watched');
    await publishes('Watched closely');
    await publishes('Watched closely');
    await admin.call(openDraft, { body: { certification: 'watched' } });
    for (const _ of [1, 2]) await admin.call(discardDraft, { params: { slug: 'watched' } });
    const { id: moveId } = await admin.call(moveEnrollments, { params: { slug: 'watched' }, body: { release: 2 } });
    await daymark.app.get(Mover).run(moveId);
    const told = (await trail(admin, { subject: 'watched' })).map(({ act, by, subject, detail }) => [act, by.person?.id, subject.label, detail]);
    expect(told.toReversed()).toEqual([
      ['release-published', admin.id, 'Watched', { release: 1, previousRelease: null, from: 'file' }],
      ['release-published', admin.id, 'Watched closely', { release: 2, previousRelease: 1, from: 'file' }],
      ['draft-discarded', admin.id, 'Watched closely', { revision: 1 }],
      ['move-started', admin.id, 'Watched closely', { moveId, release: 2, total: 0 }],
      ['move-finished', admin.id, 'Watched closely', { moveId, release: 2, moved: 0 }],
    ]);
    expect((await trail(admin, { act: 'release-published' })).filter(({ by }) => by.kind === 'daymark').map(({ subject }) => subject.id)).toContain(
      'kubernetes',
    );
  });

  it('holds who may do what by whose word, and who looks after whom', async () => {
    const [admin, mentor, learner] = [await daymark.withRoles('admin'), await daymark.withRoles('learner'), await daymark.learner()];
    await admin.call(setAccountRoles, { params: { accountId: mentor.id }, body: { accountRoles: ['mentor'] } });
    for (const mentorId of [mentor.id, null]) await admin.call(assignMentor, { params: { enrollmentId: learner.enrollmentId }, body: { mentorId } });
    expect((await trail(admin, { person: mentor.id })).map(({ act }) => act)).toEqual(['mentor-unassigned', 'mentor-assigned', 'account-roles-changed']);
    expect((await trail(admin, { subject: mentor.id }))[0]).toMatchObject({
      act: 'account-roles-changed',
      subject: { person: { before: { roles: ['learner'] }, after: { roles: ['mentor'] } } },
    });
    expect(await trail(admin, { subject: learner.id })).toMatchObject([
      { act: 'mentor-unassigned', detail: { enrollmentId: learner.enrollmentId }, involved: { previousMentor: { id: mentor.id } } },
      { act: 'mentor-assigned', involved: { mentor: { id: mentor.id, name: 'A learner' } } },
    ]);
    expect((await trail(admin, { person: admin.id })).length).toBe(3);
  });

  it('is read page by page, by admins', async () => {
    const admin = await daymark.withRoles('admin');
    const all = await trail(admin, { limit: 100 });
    const pages = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page: Awaited<ReturnType<typeof admin.call<typeof listAuditEntries>>> = await admin.call(listAuditEntries, {
        query: { limit: 3, ...(cursor && { cursor }) },
      });
      pages.push(...page.items);
      cursor = page.nextCursor;
    }
    expect(pages).toEqual(all);
    expect(await admin.refused(listAuditEntries, { query: { act: 'Not A Slug' } })).toMatchObject({ errors: [{ path: 'query.act' }] });
    expect(await (await daymark.someone()).refused(listAuditEntries, {})).toMatchObject({ type: '/problems/not-permitted' });
  });

  it('is rewritten by nobody', async () => {
    for (const sql of [`update audit_entry set act = 'nothing'`, `update audit_entry set by_id = null, by_kind = 'daymark'`, 'delete from audit_entry'])
      await expect(daymark.database.query(sql)).rejects.toThrow('cannot be changed');
  });
});
