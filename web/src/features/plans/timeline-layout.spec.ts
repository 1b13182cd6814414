import { describe, expect, it } from '@jest/globals';
import { timelineOf } from './timeline-layout';

const plan = {
  today: '2026-03-06',
  examOn: '2026-03-22',
  bufferDays: 2,
  phases: [
    { title: 'Learn', summary: '', from: '2026-03-02', to: '2026-03-11' },
    { title: 'Mend', summary: '', from: '2026-03-12', to: '2026-03-21' },
  ],
  fixedDates: [{ id: 'w', kind: 'workshop' as const, title: 'Workshop', date: '2026-03-12', minutes: 60 }],
};
const breaks = [{ id: 'b', kind: 'holiday' as const, fromOn: '2026-03-14', toOn: '2026-03-15', note: 'By the sea' }];

describe('the timeline to the exam', () => {
  it('draws twenty days to scale: a day is five per cent', () => {
    const drawn = timelineOf(plan, breaks);
    expect(drawn.todayPercent).toBe(20);
    expect(drawn.phases.map(({ state, startPercent, widthPercent, donePercent }) => [state, startPercent, widthPercent, donePercent])).toEqual([
      ['now', 0, 50, 40],
      ['ahead', 50, 50, 0],
    ]);
    expect(drawn.breaks[0]).toMatchObject({ startPercent: 60, widthPercent: 10, note: 'By the sea' });
    expect(drawn.buffer).toMatchObject({ from: '2026-03-20', to: '2026-03-21', startPercent: 90, widthPercent: 10 });
    expect(drawn.fixedDates[0]?.percent).toBe(52.5);
  });

  it('keeps a break that outlasts the exam before it, and leaves out one that is over before the start', () => {
    const [long] = timelineOf(plan, [{ ...breaks[0]!, toOn: '2026-04-15' }]).breaks;
    expect([long?.to, long?.widthPercent]).toEqual(['2026-03-21', 40]);
    expect(timelineOf(plan, [{ ...breaks[0]!, fromOn: '2026-02-01', toOn: '2026-02-03' }]).breaks).toEqual([]);
  });

  it('is whole once the exam is over', () => {
    const drawn = timelineOf({ ...plan, today: '2026-03-25', bufferDays: 0 }, []);
    expect([drawn.todayPercent, drawn.buffer, drawn.phases.map(({ state }) => state)]).toEqual([100, null, ['done', 'done']]);
  });
});
