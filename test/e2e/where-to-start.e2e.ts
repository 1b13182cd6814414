import { listCertifications, readCertification } from '../../src/curriculum/curriculum.contract.js';
import { findStart } from '../../src/curriculum/where-to-start.contract.js';
import type { Sent } from '../../src/platform/http/endpoint.contract.js';
import { startDaymark } from '../support/daymark.js';

const params = { slug: 'certified-mlops-engineer' };

describe('where to start', () => {
  const daymark = startDaymark();

  it('is told to anybody, with the reasons and the id of the level', async () => {
    const visitor = daymark.visitor();
    const { levels } = await visitor.call(readCertification, { params });
    const answer = await visitor.call(findStart, { params, query: { knows: 'docker,python', lacks: 'kubernetes' } });
    expect(answer.level).toEqual({ id: levels[1]?.id, slug: 'professional', title: 'MLOps Professional' });
    expect(answer.reasons.map(({ kind }) => kind)).toEqual(['order', 'known', 'taught-here', 'advice']);
    expect(answer.subjects.find(({ slug }) => slug === 'kubernetes')).toEqual({ slug: 'kubernetes', name: 'Kubernetes', said: 'lacking' });
  });

  it('follows a job role, a path, or the level one thinks of', async () => {
    const start = async (query: NonNullable<Sent<typeof findStart>['query']>) => (await visitor.call(findStart, { params, query })).level?.slug;
    const visitor = daymark.visitor();
    expect(await start({})).toBe('foundation');
    expect(await start({ role: 'data-engineer' })).toBe('foundation');
    expect(await start({ path: 'sre' })).toBe('professional');
    expect(await start({ level: 'professional', met: 'professional.1', partly: 'professional.2', unmet: 'professional.3,professional.4' })).toBe('foundation');
    expect(await start({ role: 'data-engineer', passed: 'foundation' })).toBe('professional');
  });

  it('demands what the program demands', async () => {
    const query = { level: 'security-specialist', met: 'security-specialist.1' };
    const answer = await daymark.visitor().call(findStart, { params: { slug: 'kubernetes' }, query });
    expect(answer.level?.slug).toBe('administrator');
    expect(answer.reasons.map(({ kind }) => kind)).toContain('comes-first');
  });

  it('is refused for what the certification does not hold, by its place', async () => {
    const query = { role: 'sailor', knows: 'docker,knots', unmet: 'professional.9' };
    const refusal = await daymark.visitor().refused(findStart, { params, query });
    expect(refusal).toMatchObject({ type: '/problems/answer-unknown', status: 422 });
    expect(refusal.errors).toEqual([
      { path: 'query.role', message: 'There is no job role "sailor"' },
      { path: 'query.knows', message: 'There is no subject "knots"' },
      { path: 'query.unmet', message: 'There is no prerequisite "professional.9"' },
    ]);
    expect(await daymark.visitor().refused(findStart, { params: { slug: 'nowhere' } })).toMatchObject({ type: '/problems/not-found' });
    expect(await daymark.visitor().refused(findStart, { params, query: { knows: 'Docker!' } })).toMatchObject({ type: '/problems/invalid-input' });
  });

  it('is refused where one thing is said both ways', async () => {
    const query = { knows: 'docker,git', lacks: 'docker', met: 'professional.2', unmet: 'professional.2' };
    expect(await daymark.visitor().refused(findStart, { params, query })).toMatchObject({
      type: '/problems/answers-contradict',
      errors: [{ path: 'query.lacks' }, { path: 'query.unmet' }],
    });
  });

  it('is looked for in a list that says how long each certificate is valid and how much its levels hold', async () => {
    const { items } = await daymark.visitor().call(listCertifications, {});
    expect(items.find(({ slug }) => slug === params.slug)).toMatchObject({
      validityMonths: { min: 24, max: 36 },
      levels: [{ skills: 4 }, {}, {}, { skills: 3 }],
    });
  });
});
