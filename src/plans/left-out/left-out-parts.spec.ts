import { refuseUnlessParts } from './left-out-rows.js';
import { leftOutParts } from './left-out-parts.js';

const skill = (id: string) => ({ id, slug: id, title: `Skill ${id}`, weightPercent: 20, effortMinutes: 90, afterIds: [] });
const level = { skills: [skill('a'), skill('b')], projects: [{ id: 'p', slug: 'p', title: 'Project', effortMinutes: 120, skillIds: ['a'] }] };
const leftOut = (partId: string) => ({ partId, leftOutAt: '2026-03-02T09:00:00+00:00', leftOutBy: { id: 'w', name: 'Wren' } });

describe('what is left out of a plan', () => {
  it('is told in the order of the level, with when and by whom', () => {
    const parts = leftOutParts(level, [leftOut('p'), leftOut('b')]);
    expect(parts.map(({ title, kind, weightPercent }) => [title, kind, weightPercent])).toEqual([['Skill b', 'skill', 20], ['Project', 'project', 0]]); // prettier-ignore
    expect(parts[0]).toMatchObject({ effortMinutes: 90, leftOutAt: '2026-03-02T09:00:00.000Z', leftOutBy: { name: 'Wren' } });
  });

  it('is nothing that the level no longer has', () => {
    expect(leftOutParts(level, [leftOut('gone')])).toEqual([]);
  });

  it('is never all there is, and nothing that the level does not have', () => {
    expect(() => refuseUnlessParts(level, ['a', 'p'])).not.toThrow();
    expect(() => refuseUnlessParts(level, ['a', 'b', 'p'])).toThrow('at least one');
    expect(() => refuseUnlessParts(level, ['x'])).toThrow('of this level');
  });
});
