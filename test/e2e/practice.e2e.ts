import { randomUUID } from 'node:crypto';
import { readCertification } from '../../src/curriculum/curriculum.contract.js';
import {
  correctPractice,
  deletePractice,
  listPractice,
  listSelfRatings,
  rateSkill,
  recordPractice,
  restorePractice,
  unrateSkill,
} from '../../src/progress/practice/practice.contract.js';
import { startDaymark } from '../support/daymark.js';
import type { Learner } from '../support/people.js';

const mock = { takenOn: '2026-03-01', source: 'Mock exam A', itemsRight: 42, itemsAsked: 60 };

describe('practice results', () => {
  const daymark = startDaymark();
  const skillsOf = async (level: string) => {
    const { levels } = await daymark.visitor().call(readCertification, { params: { slug: 'certified-mlops-engineer' } });
    return levels.find(({ slug }) => slug === level)!.skills;
  };
  const of = ({ enrollmentId }: Learner) => ({ params: { enrollmentId } });
  const listed = async (learner: Learner) => (await learner.call(listPractice, { ...of(learner), query: {} })).items;
  const withdraw = ({ enrollmentId }: Learner) => daymark.database.query(`update enrollment set state = 'withdrawn' where id = $1`, [enrollmentId]);

  it('are kept whole and by skill, the latest first, and ask for readiness', async () => {
    const learner = await daymark.learner();
    const [skill] = await skillsOf('foundation');
    const skills = [{ skillId: skill!.id, itemsRight: 5, itemsAsked: 9 }];
    await daymark.database.query('delete from work');
    const result = await learner.call(recordPractice, { ...of(learner), body: { ...mock, skills } });
    expect(result).toMatchObject({ ...mock, skills, deletedAt: null });
    expect(await daymark.database.query('select kind from work where subject_id = $1', [learner.enrollmentId])).toEqual([{ kind: 'readiness' }]);
    for (const takenOn of ['2026-02-20', '2026-03-02']) await learner.call(recordPractice, { ...of(learner), body: { ...mock, takenOn } });
    const first = await learner.call(listPractice, { ...of(learner), query: { limit: 2 } });
    const rest = await learner.call(listPractice, { ...of(learner), query: { limit: 2, cursor: first.nextCursor! } });
    expect([...first.items, ...rest.items].map(({ takenOn }) => takenOn)).toEqual(['2026-03-02', '2026-03-01', '2026-02-20']);
  });

  it('count once for the same key, and a key of somebody else is refused', async () => {
    const [learner, other] = [await daymark.learner(), await daymark.learner()];
    const headers = { 'idempotency-key': randomUUID() };
    await learner.call(recordPractice, { ...of(learner), headers, body: mock });
    expect(await learner.call(recordPractice, { ...of(learner), headers, body: { ...mock, itemsRight: 1 } })).toMatchObject({ itemsRight: 42 });
    expect(await listed(learner)).toHaveLength(1);
    expect(await other.refused(recordPractice, { ...of(other), headers, body: mock })).toMatchObject({ type: '/problems/key-taken' });
  });

  it('are corrected as a whole, deleted, and taken back', async () => {
    const learner = await daymark.learner();
    const [one, two] = await skillsOf('foundation');
    const part = (skillId: string) => ({ skillId, itemsRight: 3, itemsAsked: 4 });
    const { id } = await learner.call(recordPractice, { ...of(learner), body: { ...mock, skills: [part(one!.id)] } });
    const params = { enrollmentId: learner.enrollmentId, resultId: id };
    const corrected = await learner.call(correctPractice, { params, body: { ...mock, itemsRight: 50, skills: [part(two!.id)] } });
    expect(corrected).toMatchObject({ itemsRight: 50, skills: [part(two!.id)] });
    expect(await learner.call(deletePractice, { params })).toMatchObject({ deletedAt: expect.any(String) });
    expect(await listed(learner)).toEqual([]);
    expect(await learner.refused(correctPractice, { params, body: mock })).toMatchObject({ type: '/problems/not-found' });
    expect(await learner.call(restorePractice, { params })).toMatchObject({ deletedAt: null, skills: [part(two!.id)] });
    expect(await listed(learner)).toHaveLength(1);
  });

  it.each([
    ['more right than asked', { itemsRight: 61 }, 'body.itemsRight'],
    ['nothing asked', { itemsAsked: 0, itemsRight: 0 }, 'body.itemsAsked'],
    ['no name', { source: ' ' }, 'body.source'],
    ['a skill twice', { skills: [1, 2].map(() => ({ skillId: '0190a000-0000-7000-8000-000000000000', itemsRight: 1, itemsAsked: 1 })) }, 'body.skills'],
    ['a part larger than the whole', { skills: [{ skillId: '0190a000-0000-7000-8000-000000000000', itemsRight: 1, itemsAsked: 61 }] }, 'body.skills'],
  ])('refuse %s by the name of the field', async (_, wrong, path) => {
    const learner = await daymark.learner();
    expect(await learner.refused(recordPractice, { ...of(learner), body: { ...mock, ...wrong } })).toMatchObject({ errors: [{ path }] });
  });

  it('are of this level, of an open date, of an open enrollment, and nobody else writes them', async () => {
    const [learner, stranger] = [await daymark.learner(), await daymark.learner()];
    const { id } = await learner.call(recordPractice, { ...of(learner), body: mock });
    const params = { enrollmentId: learner.enrollmentId, resultId: id };
    const elsewhere = { ...mock, skills: [{ skillId: (await skillsOf('professional'))[0]!.id, itemsRight: 1, itemsAsked: 1 }] };
    const tomorrow = { ...mock, takenOn: '2026-03-03' };
    const refusals = async (body: object) => [
      (await learner.refused(recordPractice, { ...of(learner), body })).type,
      (await learner.refused(correctPractice, { params, body })).type,
    ];
    expect(await refusals(elsewhere)).toEqual(['/problems/unknown-skill', '/problems/unknown-skill']);
    expect(await refusals(tomorrow)).toEqual(['/problems/date-not-loggable', '/problems/date-not-loggable']);
    expect(await stranger.refused(recordPractice, { ...of(learner), body: mock })).toMatchObject({ type: '/problems/not-found' });
    await withdraw(learner);
    expect(await refusals(mock)).toEqual(['/problems/enrollment-closed', '/problems/enrollment-closed']);
    for (const endpoint of [deletePractice, restorePractice]) expect(await learner.refused(endpoint, { params })).toMatchObject({ status: 409 });
  });
});

describe('self-ratings', () => {
  const daymark = startDaymark();

  it('are dated, the last of a day counts, and the one before counts again when it is taken back', async () => {
    const learner = await daymark.learner();
    const { levels } = await learner.call(readCertification, { params: { slug: 'certified-mlops-engineer' } });
    const skillId = levels.find(({ slug }) => slug === 'foundation')!.skills[0]!.id;
    const params = { enrollmentId: learner.enrollmentId, skillId };
    const all = async () => (await learner.call(listSelfRatings, { params: { enrollmentId: learner.enrollmentId } })).items;
    await learner.call(rateSkill, { params, body: { rating: 1 } });
    expect(await learner.call(rateSkill, { params, body: { rating: 2 } })).toEqual({ skillId, rating: 2, ratedOn: '2026-03-02', earlier: [] });
    daymark.clock.setTo('2026-03-09T09:00:00Z');
    const later = { skillId, rating: 4, ratedOn: '2026-03-09', earlier: [{ rating: 2, ratedOn: '2026-03-02' }] };
    expect(await learner.call(rateSkill, { params, body: { rating: 4 } })).toEqual(later);
    expect(await all()).toEqual([later]);
    await learner.call(unrateSkill, { params });
    expect(await all()).toEqual([{ skillId, rating: 2, ratedOn: '2026-03-02', earlier: [] }]);
    expect(await learner.refused(rateSkill, { params, body: { rating: 6 } })).toMatchObject({ errors: [{ path: 'body.rating' }] });
    const unknown = { ...params, skillId: randomUUID() };
    expect(await learner.refused(rateSkill, { params: unknown, body: { rating: 3 } })).toMatchObject({ type: '/problems/unknown-skill' });
    await daymark.database.query(`update enrollment set state = 'withdrawn' where id = $1`, [learner.enrollmentId]);
    expect(await learner.refused(rateSkill, { params, body: { rating: 3 } })).toMatchObject({ type: '/problems/enrollment-closed' });
    expect(await learner.refused(unrateSkill, { params })).toMatchObject({ type: '/problems/enrollment-closed' });
    daymark.clock.setTo('2026-03-02T09:00:00Z');
  });
});
