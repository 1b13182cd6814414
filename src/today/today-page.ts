import { Temporal } from 'temporal-polyfill';
import type { OwnEnrollment } from '../enrollments/enrollments.service.js';
import { withStates } from '../plans/item-state.js';
import { steadinessOf } from '../plans/planned-days.js';
import type { LocalDate } from '../platform/time/time.contract.js';
import { changeSince } from '../readiness/change.js';
import type { Today } from './today.contract.js';
import type { TodayRows } from './today.statement.js';

export interface Week {
  monday: LocalDate;
  sunday: LocalDate;
  /** Monday to Sunday. */
  dates: readonly LocalDate[];
}

/** The calendar week that a date lies in. */
export function weekOf(date: LocalDate): Week {
  const day = Temporal.PlainDate.from(date);
  const monday = day.subtract({ days: day.dayOfWeek - 1 });
  const dates = Array.from({ length: 7 }, (_, i) => monday.add({ days: i }).toString());
  return { monday: dates[0] ?? date, sunday: dates[6] ?? date, dates };
}

/** Makes the page of the rows: everything that needs no database. */
export function todayPage(enrollment: OwnEnrollment, rows: TodayRows & { plan: object }, today: LocalDate, week: Week): Today {
  const items = withStates(rows.items, rows.logged, today);
  const ofToday = items.filter(({ date }) => date === today);
  const minutesOn = new Map(rows.studyDays.map(({ date, minutes }) => [date, minutes]));
  const { feasible, neededMinutes, availableMinutes } = rows.plan;
  return {
    enrollmentId: enrollment.id,
    date: today,
    level: { id: enrollment.levelId, title: rows.level },
    state: enrollment.state,
    examOn: enrollment.examOn,
    daysToExam: Temporal.PlainDate.from(today).until(enrollment.examOn, { largestUnit: 'days' }).days,
    plannedMinutes: ofToday.reduce((sum, { minutes }) => sum + minutes, 0),
    loggedMinutes: minutesOn.get(today) ?? 0,
    items: ofToday,
    next: items.find(({ date }) => date > today) ?? null,
    week: week.dates.map((date, weekday) => {
      const plannedMinutes = rows.plannedByDay[date] ?? 0;
      const rest = plannedMinutes === 0 && enrollment.weeklyMinutes[weekday] === 0;
      return { date, plannedMinutes, loggedMinutes: minutesOn.get(date) ?? 0, rest };
    }),
    plan: { feasible, neededMinutes, availableMinutes },
    ...readinessPart(rows),
    ...steadinessOf(
      rows.plannedDates,
      rows.studyDays.map(({ date }) => date),
      today,
    ),
  };
}

function readinessPart({ readiness, scoreAWeekAgo }: TodayRows): Pick<Today, 'readiness' | 'nextActions'> {
  if (!readiness) {
    const nothing = { score: null, low: null, high: null, change: null, wanting: null, computedAt: null, coversUntil: null };
    return { readiness: { state: 'computing', band: 'too-early', ...nothing }, nextActions: [] };
  }
  const { nextActions, computedAt, coversUntil, ...sums } = readiness;
  return {
    readiness: {
      ...sums,
      change: changeSince(scoreAWeekAgo, readiness.score),
      computedAt: new Date(computedAt).toISOString(),
      coversUntil: new Date(coversUntil).toISOString(),
    },
    nextActions,
  };
}
