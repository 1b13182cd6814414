import { readFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';
import {
  listCertifications,
  listUnlistedCertifications,
  publishCurriculum,
  readCertification,
  readLevel,
  setOffering,
  type Offering,
} from '../../src/curriculum/curriculum.contract.js';
import { CurriculumService } from '../../src/curriculum/curriculum.service.js';
import type { CurriculumDocument } from '../../src/curriculum/curriculum-document.contract.js';
import { searchCurricula } from '../../src/curriculum/search.contract.js';
import { enroll } from '../../src/enrollments/enrollments.contract.js';
import { listAuditEntries } from '../../src/platform/audit/audit.contract.js';
import { readPlan } from '../../src/plans/plans.contract.js';
import { startDaymark } from '../support/daymark.js';
import { EVENINGS, type Someone } from '../support/people.js';

const SHIPPED = 'certified-mlops-engineer';
const shipped = readFileSync(`curricula/${SHIPPED}.yaml`, 'utf8');

describe('a certification', () => {
  const daymark = startDaymark();
  const set = (admin: Someone, slug: string, offering: Offering) => admin.call(setOffering, { params: { slug }, body: { offering } });
  const slugsFor = async (person = daymark.visitor()) => (await person.call(listCertifications, {})).items.map(({ slug }) => slug);
  const enrolls = (levelId: string) => ({ body: { levelId, examOn: '2026-04-20', availability: EVENINGS } });

  /** Its own certification, so that what one test hides is not missing in another. */
  async function published(slug: string): Promise<{ admin: Someone; levelId: string }> {
    const admin = await daymark.withRoles('admin');
    const document = { ...(parse(shipped) as CurriculumDocument), slug, title: `Seamanship ${slug}` };
    await admin.call(publishCurriculum, { body: { text: stringify(document) } });
    const { levels } = await admin.call(readCertification, { params: { slug } });
    return { admin, levelId: levels[0]!.id };
  }

  it('that is hidden leaves the catalog and the search, and is open to those who have its address', async () => {
    const { admin, levelId } = await published('hidden-one');
    const finds = async () => (await daymark.visitor().call(searchCurricula, { query: { q: 'seamanship', limit: 50 } })).items;
    expect(await slugsFor()).toContain('hidden-one');
    expect((await finds()).some(({ certification }) => certification.slug === 'hidden-one')).toBe(true);

    expect(await set(admin, 'hidden-one', 'hidden')).toEqual({ slug: 'hidden-one', offering: 'hidden' });
    expect(await slugsFor()).not.toContain('hidden-one');
    expect((await finds()).filter(({ certification }) => certification.slug === 'hidden-one')).toEqual([]);
    expect(await daymark.visitor().call(readCertification, { params: { slug: 'hidden-one' } })).toMatchObject({ offering: 'hidden' });
    expect((await admin.call(listUnlistedCertifications, {})).items).toMatchObject([{ slug: 'hidden-one', offering: 'hidden' }]);
    const learner = await daymark.learner({ enrolled: false });
    expect(await learner.call(enroll, enrolls(levelId))).toMatchObject({ state: 'active' });

    await set(admin, 'hidden-one', 'listed');
    expect(await slugsFor()).toContain('hidden-one');
    expect((await admin.call(listUnlistedCertifications, {})).items).toEqual([]);
  });

  it('that is archived takes no new learners, and those who prepare continue', async () => {
    const { admin, levelId } = await published('archived-one');
    const early = await daymark.learner({ enrolled: false });
    const { id: enrollmentId } = await early.call(enroll, enrolls(levelId));
    await set(admin, 'archived-one', 'archived');

    const late = await daymark.learner({ enrolled: false });
    const refusal = await late.refused(enroll, enrolls(levelId));
    expect(refusal).toMatchObject({ type: '/problems/certification-archived', detail: expect.stringContaining('Seamanship archived-one') });
    expect(await late.call(readLevel, { params: { levelId } })).toMatchObject({ certification: { offering: 'archived' } });
    expect((await early.call(readPlan, { params: { enrollmentId } })).items.length).toBeGreaterThan(0);
  });

  it('is set by admins alone, with who and when, and a repeat changes nothing', async () => {
    const { admin } = await published('audited-one');
    const entries = async () => (await admin.call(listAuditEntries, { query: { subject: 'audited-one', act: 'certification-offered' } })).items;
    await set(admin, 'audited-one', 'archived');
    await set(admin, 'audited-one', 'archived');
    expect(await entries()).toMatchObject([{ by: { person: { id: admin.id } }, detail: { previousOffering: 'listed', offering: 'archived' } }]);
    const body = { offering: 'listed' };
    expect(await admin.refused(setOffering, { params: { slug: 'no-such-one' }, body })).toMatchObject({ type: '/problems/not-found' });
    expect(await admin.refused(setOffering, { params: { slug: 'audited-one' }, body: { offering: 'gone' } })).toMatchObject({
      errors: [{ path: 'body.offering' }],
    });
    const learner = await daymark.learner();
    for (const refused of [learner.refused(setOffering, { params: { slug: 'audited-one' }, body }), learner.refused(listUnlistedCertifications, {})])
      expect(await refused).toMatchObject({ type: '/problems/not-permitted' });
  });

  it('that came with Daymark can be archived, too, and the next start leaves it so', async () => {
    const admin = await daymark.withRoles('admin');
    await set(admin, SHIPPED, 'archived');
    await daymark.app.get(CurriculumService).importShipped();
    expect(await slugsFor()).not.toContain(SHIPPED);
    await set(admin, SHIPPED, 'listed');
  });
});
