import { Temporal } from 'temporal-polyfill';
import { skillTimes } from './skill-times.js';

const today = Temporal.PlainDate.from('2026-03-10');
const skill = (id: string, weightPercent: number) => ({ id, slug: id, title: id, weightPercent, effortMinutes: 600, afterIds: [] });
const level = { skills: [skill('a', 75), skill('b', 25)], projects: [{ id: 'p', slug: 'p', title: 'p', effortMinutes: 300, skillIds: ['a'] }] };

describe('the time of each skill against its weight', () => {
  it('is its share of the minutes of skills, with projects and the rest beside', () => {
    const facts = {
      minutesBySkill: {
        a: { minutes: 60, entries: 2, lastOn: '2026-03-01' },
        b: { minutes: 30, entries: 1, lastOn: '2026-03-02' },
        gone: { minutes: 9, entries: 1, lastOn: '2026-03-01' },
      },
      minutesByProject: { p: { minutes: 50, entries: 1, lastOn: '2026-03-03' } },
      memoryBySkill: { a: { stability: 9, difficulty: 5, lastOn: '2026-03-01' } },
    };
    const { items, projects, ...rest } = skillTimes(level, facts, 200, today);
    expect(items).toMatchObject([
      {
        skillId: 'a',
        weightPercent: 75,
        sharePercent: 66.7,
        minutes: 60,
        entries: 2,
        lastStudiedOn: '2026-03-01',
        recallPercent: 90,
        nextReviewOn: '2026-03-10',
      },
      { skillId: 'b', weightPercent: 25, sharePercent: 33.3, minutes: 30, recallPercent: null, nextReviewOn: null },
    ]);
    expect(projects).toEqual([{ projectId: 'p', title: 'p', effortMinutes: 300, minutes: 50, entries: 1, lastStudiedOn: '2026-03-03' }]);
    expect(rest).toEqual({ otherMinutes: 60, totalMinutes: 200 });
  });

  it('is nothing before anything is logged', () => {
    const { items, otherMinutes } = skillTimes(level, { minutesBySkill: {}, minutesByProject: {}, memoryBySkill: {} }, 0, today);
    expect(items.map(({ sharePercent, minutes }) => [sharePercent, minutes])).toEqual([
      [0, 0],
      [0, 0],
    ]);
    expect(otherMinutes).toBe(0);
  });
});
