import { byAttention, learnerRow } from './learner-row.js';
import type { MentoredRow } from './mentored.statements.js';

const mentored = (more: Partial<MentoredRow> = {}): MentoredRow => ({
  enrollmentId: 'e',
  name: 'Wren Harbour',
  isDeactivated: false,
  levelSlug: 'foundation',
  levelTitle: 'Foundation',
  state: 'active',
  startedOn: '2026-02-01',
  examOn: '2026-04-01',
  today: '2026-03-16',
  score: 60,
  low: 50,
  high: 70,
  band: 'near',
  probability: 0.71,
  probabilityLow: 0.6,
  probabilityHigh: 0.8,
  scoreAWeekAgo: 52,
  trend: [50, 52, 60],
  lastStudiedOn: '2026-03-15',
  time: { weeklyMinutes: [60, 60, 60, 60, 0, 60, 60], exceptions: {}, breaks: [] },
  plannedDates: ['2026-03-14', '2026-03-15', '2026-03-16'],
  studyDates: ['2026-03-14', '2026-03-15'],
  plannedMinutes: 300,
  loggedMinutes: 280,
  ...more,
});

describe("a learner on a mentor's board", () => {
  it('has readiness with its change, the last study day, the streak and the days to the exam', () => {
    expect(learnerRow(mentored()).row).toMatchObject({
      readiness: { score: 60, low: 50, high: 70, band: 'near', change: 8, chance: { probability: 0.71, low: 0.6, high: 0.8 } },
      daysSinceStudied: 1,
      studiedOfPlanned: { studied: 2, planned: 2 },
      streak: 2,
      daysToExam: 16,
      needsAttention: false,
    });
  });

  it('is too early to say anything of before the first computation', () => {
    const unknown = { probability: null, probabilityLow: null, probabilityHigh: null };
    const { readiness } = learnerRow(mentored({ ...unknown, score: null, low: null, high: null, band: null, scoreAWeekAgo: null })).row;
    expect(readiness).toEqual({ score: null, low: null, high: null, band: 'too-early', change: null, chance: null });
  });

  it('needs attention when silent, and none once passed', () => {
    const silent = { lastStudiedOn: '2026-03-06', studyDates: [], loggedMinutes: 0 };
    expect(learnerRow(mentored(silent)).row.reasons.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['silent', 'behind']));
    expect(learnerRow(mentored({ ...silent, state: 'passed' }))).toMatchObject({ weight: 0, row: { needsAttention: false, reasons: [] } });
  });

  it('needs no attention while the account is deactivated, whatever is behind', () => {
    const silent = mentored({ lastStudiedOn: '2026-03-01', studyDates: [], loggedMinutes: 0, isDeactivated: true });
    expect(learnerRow(silent)).toMatchObject({ weight: 0, row: { isDeactivated: true, needsAttention: false, reasons: [] } });
  });

  it('stands where attention puts them, then by exam, and last if deactivated', () => {
    const rows = [
      mentored({ enrollmentId: 'deactivated', examOn: '2026-03-20', isDeactivated: true }),
      mentored({ enrollmentId: 'over', examOn: '2026-03-01' }),
      mentored({ enrollmentId: 'later', examOn: '2026-05-01' }),
      mentored({ enrollmentId: 'sooner' }),
      mentored({ enrollmentId: 'silent', lastStudiedOn: '2026-03-01' }),
    ];
    expect(
      rows
        .map(learnerRow)
        .sort(byAttention)
        .map(({ row }) => row.enrollmentId),
    ).toEqual(['silent', 'sooner', 'later', 'over', 'deactivated']);
  });
});
