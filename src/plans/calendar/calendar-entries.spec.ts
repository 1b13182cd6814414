import { calendarEntries, type Prepared } from './calendar-entries.js';

const item = { position: 0, kind: 'study', skillId: null, projectId: null, minutes: 45, pinned: false, loggedMinutes: 0, state: 'open' } as const;
const PREPARED: Prepared = {
  enrollment: {
    id: 'e',
    examOn: '2026-06-01',
    level: { id: 'l', slug: 'foundation', title: 'MLOps Foundation' },
    certification: { slug: 'mlops', title: 'MLOps' },
    state: 'active',
    pause: null,
    today: '2026-03-30',
  },
  items: [
    { ...item, id: 'old', date: '2026-01-01', title: 'Long ago' },
    { ...item, id: 'done', date: '2026-03-29', title: 'ML lifecycle', state: 'done' },
    { ...item, id: 'open', date: '2026-04-01', title: 'Containers' },
  ],
  fixedDates: [{ id: 'w', kind: 'workshop', title: 'Kubernetes day', date: '2026-04-20', minutes: 90 }],
};
const enrolled = (changes: Partial<Prepared['enrollment']>): Prepared => ({ ...PREPARED, enrollment: { ...PREPARED.enrollment, ...changes } });
const shown = (...all: Prepared[]) => calendarEntries(all, 'https://x.example/plan').map(({ event }) => `${event.date} ${event.summary}`);

describe('the calendar of a learner', () => {
  it('shows what is planned and done, workshops and the exam, from two months back on', () => {
    expect(shown(PREPARED)).toEqual(['2026-03-29 ✓ ML lifecycle', '2026-04-01 Containers', '2026-04-20 Kubernetes day', '2026-06-01 Exam: MLOps Foundation']);
    const [first] = calendarEntries([PREPARED], 'https://x.example/plan');
    expect(first).toEqual({
      enrollmentId: 'e',
      sourceId: 'done',
      event: {
        uid: 'done@daymark',
        date: '2026-03-29',
        summary: '✓ ML lifecycle',
        description: '45 min for MLOps Foundation',
        category: 'study',
        isBusy: false,
        url: 'https://x.example/plan',
      },
    });
  });

  it('keeps the day of the exam busy, and no other', () => {
    const busy = calendarEntries([PREPARED], '').filter(({ event }) => event.isBusy);
    expect(busy.map(({ event }) => event.uid)).toEqual(['e-exam@daymark']);
  });

  it('names the level in each title where there are two', () => {
    const other = { ...enrolled({ id: 'f', level: { id: 'm', slug: 'professional', title: 'MLOps Professional' } }), fixedDates: [] };
    expect(shown(PREPARED, other)).toEqual([
      '2026-03-29 ✓ ML lifecycle (MLOps Foundation)',
      '2026-04-01 Containers (MLOps Foundation)',
      '2026-04-20 Kubernetes day (MLOps Foundation)',
      '2026-06-01 Exam: MLOps Foundation',
      '2026-03-29 ✓ ML lifecycle (MLOps Professional)',
      '2026-04-01 Containers (MLOps Professional)',
      '2026-06-01 Exam: MLOps Professional',
    ]);
  });

  it('tells levels of the same title apart by their certification', () => {
    const other = enrolled({ id: 'f', certification: { slug: 'data', title: 'Data Engineering' } });
    expect(shown(PREPARED, other)).toContain('2026-06-01 Exam: Data Engineering, MLOps Foundation');
  });

  it('shows nothing that lies in a pause, and no work while one lasts', () => {
    const pausedUntil = (untilOn: string | null) => enrolled({ state: 'paused', pause: { fromOn: '2026-03-30', untilOn } });
    expect(shown(pausedUntil(null))).toEqual([]);
    expect(shown(pausedUntil('2026-04-20'))).toEqual(['2026-04-20 Kubernetes day', '2026-06-01 Exam: MLOps Foundation']);
    expect(shown(pausedUntil('2026-05-01'))).toEqual(['2026-06-01 Exam: MLOps Foundation']);
  });
});
