import type { ToldChange } from '../../curriculum/curriculum.contract.js';
import { levelImpact } from './level-impact.js';

const skill = (slug: string, weightPercent?: number) => ({ slug, title: slug.toUpperCase(), ...(weightPercent !== undefined && { weightPercent }) });
const changed = (path: string[], words: string, kind = 'changed', part = 'skill') => ({ kind, part, path, title: '', words }) as ToldChange;

describe('what another release means to a level', () => {
  const before = { slug: 'basics', skills: [skill('a', 50), skill('b', 50)], projects: [skill('p')] };

  it('is what comes, what goes, and what is different, of this level alone', () => {
    const after = { slug: 'basics', skills: [skill('b', 60), skill('c', 40)], projects: [skill('p'), skill('q')] };
    const changes = [
      changed(['levels', 'basics', 'skills', 'b'], 'B weighs 60% instead of 50%'),
      changed(['levels', 'basics', 'skills', 'c'], 'C is new', 'added'),
      changed(['levels', 'other', 'skills', 'x'], 'X weighs more'),
      changed([], 'The certification is called otherwise', 'changed', 'certification'),
    ];
    expect(levelImpact(before, after, changes)).toEqual({
      gains: { skills: ['C'], projects: ['Q'] },
      loses: { skills: ['A'], projects: [] },
      changes: ['B weighs 60% instead of 50%'],
      stays: null,
    });
  });

  it('is that its learners stay where the level is gone, or has no weights', () => {
    expect(levelImpact(before, undefined, [])).toMatchObject({ stays: 'level-gone' });
    expect(levelImpact(before, { slug: 'basics', skills: [skill('a')] }, [])).toMatchObject({ stays: 'level-not-open' });
  });
});
