import { withPartTitles } from './part-titles.js';

const item = (date: string, title: string, more: object = {}) => ({ date, position: 0, kind: 'study' as const, title, skillId: 'a', projectId: null, ...more });
const titles = (items: ReturnType<typeof item>[], done: readonly number[] = []) =>
  withPartTitles(items, (each) => done.includes(items.indexOf(each))).map(({ title }) => title);

describe('titles of parts', () => {
  it('count all of a skill in the order of their days, in whatever order they come', () => {
    expect(titles([item('2026-03-12', 'Recall, part 3 of 7'), item('2026-03-10', 'Recall'), item('2026-03-11', 'Recall')])).toEqual([
      'Recall, part 3 of 3',
      'Recall, part 1 of 3',
      'Recall, part 2 of 3',
    ]);
  });

  it('count within a day by their places, and say nothing of the only part', () => {
    const second = item('2026-03-10', 'Recall', { position: 1 });
    expect(titles([second, item('2026-03-10', 'Recall')])).toEqual(['Recall, part 2 of 2', 'Recall, part 1 of 2']);
    expect(titles([item('2026-03-10', 'Recall, part 7 of 7')])).toEqual(['Recall']);
  });

  it('leave what is done, other skills and what is no work', () => {
    const others = [item('2026-03-10', 'Review: Recall', { kind: 'review' }), item('2026-03-10', 'Tests', { skillId: 'b' })];
    expect(titles([item('2026-03-09', 'Recall, part 1 of 7'), item('2026-03-11', 'Recall'), ...others], [0])).toEqual([
      'Recall, part 1 of 7',
      'Recall',
      'Review: Recall',
      'Tests',
    ]);
  });
});
