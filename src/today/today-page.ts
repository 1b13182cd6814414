import type { OwnEnrollment } from '../enrollments/enrollments.service.js';
import { isInBreak, minutesOn } from '../enrollments/study-time.js';
import { withStates } from '../plans/item-state.js';
import { steadinessOf } from '../plans/planned-days.js';
import type { PlanItem } from '../plans/plans.contract.js';
import { daysBefore, daysBetween, type Week } from '../platform/time/local-date.js';
import type { LocalDate } from '../platform/time/time.contract.js';
import { changeSince } from '../readiness/change.js';
import type { ShownBasis } from '../readiness/shown-basis.service.js';
import type { Today } from './today.contract.js';
import type { TodayRows } from './today.statement.js';

/** Makes the page of the rows: everything that needs no database. */
/** @param shown what is shown beside the score; null where there is none yet */
export function todayPage(enrollment: OwnEnrollment, rows: TodayRows & { plan: object }, shown: ShownBasis | null, today: LocalDate, week: Week): Today {
  const items = withStates(rows.items, rows.logged, today);
  const ofToday = items.filter(({ date }) => date === today);
  const loggedOn = new Map(rows.studyDays.map(({ date, minutes }) => [date, minutes]));
  const { feasible, neededMinutes, availableMinutes, openProposalId } = rows.plan;
  return {
    enrollmentId: enrollment.id,
    date: today,
    level: { id: enrollment.levelId, title: rows.level },
    state: enrollment.state,
    examOn: enrollment.examOn,
    daysToExam: daysBetween(today, enrollment.examOn),
    plannedMinutes: ofToday.reduce((sum, { minutes }) => sum + minutes, 0),
    loggedMinutes: loggedOn.get(today) ?? 0,
    items: ofToday,
    next: items.find(({ date }) => date > today) ?? null,
    week: week.dates.map((date) => {
      const plannedMinutes = rows.plannedByDay[date] ?? 0;
      const rest = plannedMinutes === 0 && minutesOn(enrollment, date) === 0;
      return { date, plannedMinutes, loggedMinutes: loggedOn.get(date) ?? 0, rest };
    }),
    forgotten: forgotten(enrollment, items, loggedOn, daysBefore(today, 1)),
    hasReleaseNews: rows.hasReleaseNews,
    plan: { feasible, neededMinutes, availableMinutes, openProposalId },
    ...readinessPart(rows, shown),
    ...steadinessOf(
      rows.plannedDates.filter((date) => loggedOn.has(date) || !isInBreak(enrollment, date)),
      rows.studyDays.map(({ date }) => date),
      today,
    ),
  };
}

/** What was planned yesterday, if nothing at all is logged on it; what was done on another day is not forgotten. */
function forgotten(enrollment: OwnEnrollment, items: readonly PlanItem[], loggedOn: ReadonlyMap<LocalDate, number>, yesterday: LocalDate): Today['forgotten'] {
  const missed = items.filter(({ date, state }) => date === yesterday && state === 'missed');
  const isForgotten = enrollment.state === 'active' && missed.length > 0 && !loggedOn.has(yesterday) && !isInBreak(enrollment, yesterday);
  return isForgotten ? { date: yesterday, items: missed } : null;
}

function readinessPart({ readiness, scoreAWeekAgo }: TodayRows, shown: ShownBasis | null): Pick<Today, 'readiness' | 'nextActions'> {
  if (!readiness || !shown) {
    const nothing = { score: null, low: null, high: null, change: null, wanting: null, chance: null, skills: [], computedAt: null, coversUntil: null };
    return { readiness: { state: 'computing', band: 'too-early', ...nothing }, nextActions: [] };
  }
  const { state, score, low, high, band, probability, probabilityLow, probabilityHigh, computedAt, coversUntil } = readiness;
  const isKnown = probability !== null && probabilityLow !== null && probabilityHigh !== null;
  return {
    readiness: {
      ...{ state, score, low, high, band, wanting: shown.wanting },
      skills: shown.skills.map((skill) => ({ skillId: skill.skillId, title: skill.title, score: skill.score, low: skill.low, high: skill.high })),
      chance: isKnown ? { examOn: shown.examOn, probability, low: probabilityLow, high: probabilityHigh } : null,
      change: changeSince(scoreAWeekAgo, score),
      computedAt: new Date(computedAt).toISOString(),
      coversUntil: new Date(coversUntil).toISOString(),
    },
    nextActions: shown.nextActions,
  };
}
