/** A learner's way to an exam in Daymark as a preparation: what of it is work with a due day, and what was studied by when. */
import { Temporal } from 'temporal-polyfill';
import type { ItemsAnswered, Preparation, ProjectHistory, Reading, Work } from '../history.js';

/** The share (percent) of all work that practice exams are; projects are the rest, by effort. Without projects they are all. */
const PRACTICE_WEIGHT = 60;
/** Shares of the way by which practice exams are due. */
const PRACTICE_DUE = [0.6, 0.8, 0.95];
/** The last project is due at this share of the way, the others evenly before it, in the order of the level. */
const LAST_PROJECT_DUE = 0.9;
/** What a mentor's word on a project counts as, in percent. */
const PROJECT_SCORE = { approved: 90, returned: 50 };
/** A usual day of study, and the largest share of days that anybody is expected to study on. */
const USUAL_DAY = { minutes: 45, mostOf: 0.7 };
const READING_DAYS = 30;
/** Readings go back so far; what lies before is in their sums. */
const READINGS = 5;

/** All that a way to an exam says; days are numbers (basis.ts). */
export interface Way {
  startDay: number;
  examDay: number;
  /** Exams of this level taken before. */
  earlierAttempts: number;
  /** Expected of the whole level. */
  effortMinutes: number;
  /** Minutes of the days with study, of the last 150 days at least. */
  minutesByDay: readonly (readonly [day: number, minutes: number])[];
  /** What was studied in all, and how much of the level that is, 0 to 1. */
  totalMinutes: number;
  totalDays: number;
  coverage: number;
  work: readonly Work[];
}

/** A way as it stands on a day: of what comes later nothing is known. */
export function preparationOn(way: Way, day: number): Omit<Preparation, 'startedOn'> {
  return {
    lengthDays: Math.max(1, way.examDay - way.startDay),
    readings: readingsUntil(way, day),
    work: way.work,
    earlierAttempts: way.earlierAttempts,
  };
}

/**
 * Days with study that are usual on a day of the way, in the last 30 or since it began, where nothing is known of peers: as many as it
 * takes to spread the level evenly over the way, 45 minutes at a time, what was studied before it began left out; no fewer than
 * elsewhere, and at most 7 days of 10.
 */
export function usualStudyDays({ startDay, examDay, effortMinutes, minutesByDay, totalMinutes }: Way, day: number, elsewhere: number): number {
  let before = totalMinutes;
  for (const [date, minutes] of minutesByDay) if (date >= startDay) before -= minutes;
  const takes = Math.max(0, effortMinutes - before) / (USUAL_DAY.minutes * Math.max(1, examDay - startDay));
  const days = Math.min(READING_DAYS, Math.max(0, day - startDay + 1));
  return Math.min(USUAL_DAY.mostOf * days, Math.max(elsewhere, takes * days));
}

/** How far on the way a day is, 0 to 1. */
export const shareOfWay = ({ startDay, examDay }: Pick<Way, 'startDay' | 'examDay'>, day: number): number =>
  Math.min(1, Math.max(0, (day - startDay) / Math.max(1, examDay - startDay)));

/**
 * The work of a level, the same for all who prepare for it: its projects, and three practice exams; what is due when depends on nothing
 * but the length of the way, so that learners with different plans can be compared. A practice exam beyond the third is due on its day.
 * Days count from the start.
 */
export function workOf(
  projects: readonly ProjectHistory[],
  exams: readonly ItemsAnswered[],
  lengthDays: number,
  dayOf: (date: ItemsAnswered['on']) => number,
): Work[] {
  const practiceWeight = projects.length > 0 ? PRACTICE_WEIGHT : 100;
  const effort = projects.reduce((sum, project) => sum + project.effortMinutes, 0);
  return [
    ...projects.map((project, i): Work => {
      const handedInOn = earliest([project.submittedOn, project.finishedOn, project.verdict?.on ?? null]);
      return {
        id: project.id,
        dueDay: Math.floor((lengthDays * LAST_PROJECT_DUE * (i + 1)) / projects.length),
        weightPercent: (100 - practiceWeight) * (effort > 0 ? project.effortMinutes / effort : 1 / projects.length),
        isReviewed: true,
        handedIn: handedInOn && {
          day: dayOf(handedInOn),
          scorePercent: project.verdict ? (project.verdict.isApproved ? PROJECT_SCORE.approved : PROJECT_SCORE.returned) : null,
          isCarriedOver: dayOf(handedInOn) < 0,
        },
      };
    }),
    ...practiceWork(
      exams.filter(({ on }) => dayOf(on) >= 0),
      practiceWeight / PRACTICE_DUE.length,
      lengthDays,
      dayOf,
    ),
  ];
}

/** A mentor may take their time: what counts is the learner's day. */
function earliest(dates: readonly (Temporal.PlainDate | null)[]): Temporal.PlainDate | null {
  return dates.reduce((first, date) => (date && (!first || Temporal.PlainDate.compare(date, first) < 0) ? date : first), null);
}

function practiceWork(exams: readonly ItemsAnswered[], weightPercent: number, lengthDays: number, dayOf: (date: ItemsAnswered['on']) => number): Work[] {
  return Array.from({ length: Math.max(PRACTICE_DUE.length, exams.length) }, (_, i) => {
    const exam = exams[i];
    const share = PRACTICE_DUE[i];
    return {
      id: 'practice',
      dueDay: share !== undefined ? Math.floor(lengthDays * share) : dayOf(exam!.on),
      weightPercent,
      isReviewed: false,
      handedIn: exam ? { day: dayOf(exam.on), scorePercent: (100 * exam.right) / exam.asked, isCarriedOver: false } : null,
    };
  });
}

function readingsUntil({ startDay, minutesByDay, totalMinutes, totalDays, coverage }: Way, day: number): Reading[] {
  let known = 0;
  for (const [, minutes] of minutesByDay) known += minutes;
  const readings: Reading[] = [];
  for (let i = 0; i < READINGS; i++) {
    const at = day - READING_DAYS * (READINGS - 1 - i);
    let [minutes, days] = [totalMinutes - known, totalDays - minutesByDay.length];
    for (const each of minutesByDay) {
      if (each[0] > at) continue;
      minutes += each[1];
      days += 1;
    }
    readings.push({ day: at - startDay, studyDays: days, effort: minutes, coverage: totalMinutes > 0 ? (coverage * minutes) / totalMinutes : coverage });
  }
  return readings;
}
