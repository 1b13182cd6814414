import type { OwnEnrollment } from '../enrollments/enrollments.service.js';
import { weekOf } from '../platform/time/local-date.js';
import type { ShownBasis } from '../readiness/shown-basis.service.js';
import { todayPage } from './today-page.js';
import type { TodayRows } from './today.statement.js';

const today = '2026-03-04';
const enrollment: OwnEnrollment = {
  id: 'e',
  learnerId: 'l',
  levelId: 'level',
  releaseId: 'r',
  state: 'active',
  startedOn: '2026-03-01',
  examOn: '2026-04-01',
  timeZone: 'UTC',
  revision: 1,
  weeklyMinutes: [60, 60, 60, 60, 0, 120, 0],
  pace: { mostMinutesADay: null, shortestSessionMinutes: 20 },
  examDateIsProposed: false,
  dayStartMinutes: 0,
  exceptions: {},
  breaks: [],
};
const item = { position: 0, kind: 'study' as const, title: 'Model packaging', skillId: 'a', projectId: null, minutes: 60, pinned: false };
const rows: TodayRows & { plan: object } = {
  enrollment: null,
  level: 'Foundation',
  plan: { feasible: true, neededMinutes: 900, availableMinutes: 1500, openProposalId: null, enrollmentRevision: 1, releaseId: 'r', nextDueAt: null },
  items: [
    { ...item, id: 'now', date: today },
    { ...item, id: 'soon', date: '2026-03-05' },
  ],
  logged: [{ date: today, planItemId: 'now', skillId: 'a', projectId: null, minutes: 60 }],
  plannedByDay: { '2026-03-02': 60, '2026-03-04': 60, '2026-03-05': 60 },
  plannedDates: ['2026-03-02', '2026-03-04'],
  studyDays: [
    { date: '2026-03-03', minutes: 20 },
    { date: today, minutes: 75 },
  ],
  readiness: null,
  scoreAWeekAgo: null,
  hasReleaseNews: false,
};
const shown: ShownBasis = { skills: [], wanting: null, nextActions: [], examOn: '2026-04-01' };
const page = (more: Partial<TodayRows> = {}) =>
  todayPage(enrollment, { ...rows, ...more, plan: rows.plan }, more.readiness ? shown : null, today, weekOf(today));

describe('the page of today', () => {
  it('shows what was done, what comes next, and how long there is to the exam', () => {
    expect(page()).toMatchObject({
      plannedMinutes: 60,
      loggedMinutes: 75,
      items: [{ id: 'now', state: 'done', loggedMinutes: 60 }],
      next: { id: 'soon', state: 'open' },
      daysToExam: 28,
      streak: 1,
      studiedOfPlanned: { studied: 1, planned: 2 },
    });
  });

  it('tells what was planned yesterday where nothing is logged on it, and not in a break', () => {
    const yesterday = { ...item, id: 'missed', date: '2026-03-03' };
    const items = [yesterday, ...rows.items];
    expect(page({ items })).toMatchObject({ forgotten: null, items: [{ id: 'now' }] });
    const empty = { items, studyDays: [] };
    expect(page(empty).forgotten).toMatchObject({ date: '2026-03-03', items: [{ id: 'missed', state: 'missed', minutes: 60 }] });
    const done = { date: '2026-03-02', planItemId: 'missed', skillId: 'a', projectId: null, minutes: 60 };
    expect(page({ ...empty, logged: [done] }).forgotten).toBeNull();
    const away = { ...enrollment, breaks: [{ fromOn: '2026-03-03', toOn: '2026-03-03' }] };
    expect(todayPage(away, { ...rows, ...empty, plan: rows.plan }, null, today, weekOf(today)).forgotten).toBeNull();
  });

  it('shows the week from Monday on, a day without time and without a plan as one of rest', () => {
    const { week } = page();
    expect(week.map(({ date }) => date)).toEqual(['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06', '2026-03-07', '2026-03-08']);
    expect(week.map(({ rest }) => rest)).toEqual([false, false, false, false, true, false, true]);
    expect(week.map(({ plannedMinutes, loggedMinutes }) => [plannedMinutes, loggedMinutes])).toEqual([
      [60, 0],
      [0, 20],
      [60, 75],
      [60, 0],
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
  });

  it('says that readiness is being computed until it was, and then since when, with the change of a week', () => {
    expect(page()).toMatchObject({ readiness: { state: 'computing', band: 'too-early', score: null }, nextActions: [] });
    const computed = {
      ...{ score: 40, low: 30, high: 52, band: 'building' as const, probability: 0.7, probabilityLow: 0.6, probabilityHigh: 0.8 },
      ...{ levelId: 'level', releaseId: 'r', basis: '', hasMentor: false, computedFor: today, coversUntil: '2026-03-04T08:00:00+00:00' },
    };
    expect(page({ readiness: { ...computed, state: 'computed', computedAt: '2026-03-04T08:00:01+00:00' }, scoreAWeekAgo: 31 }).readiness).toEqual({
      ...{ state: 'computed', score: 40, low: 30, high: 52, band: 'building', change: 9, wanting: null, skills: [] },
      ...{ computedAt: '2026-03-04T08:00:01.000Z', coversUntil: '2026-03-04T08:00:00.000Z' },
      chance: { examOn: '2026-04-01', probability: 0.7, low: 0.6, high: 0.8 },
    });
  });
});
