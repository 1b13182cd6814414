/** What a learner's calendar shows of what they prepare for. Pure. */
import type { Enrollment } from '../../enrollments/enrollments.contract.js';
import type { DateEvent } from '../../platform/icalendar/write-calendar.js';
import { daysBefore } from '../../platform/time/local-date.js';
import type { LocalDate } from '../../platform/time/time.contract.js';
import type { FixedDate, PlanItem } from '../plans.contract.js';

/** Older days would make a feed slow to load. */
const DAYS_BACK = 60;
const PREPARING = new Set<Enrollment['state']>(['active', 'paused', 'failed', 'requested']);

export interface Prepared {
  enrollment: Pick<Enrollment, 'id' | 'examOn' | 'level' | 'certification' | 'state' | 'pause' | 'today'>;
  items: readonly PlanItem[];
  fixedDates: readonly FixedDate[];
}

/** An event of the calendar, and whose it is. */
export interface CalendarEntry {
  enrollmentId: string;
  /** Of the plan item, the workshop, or the enrollment for its exam. */
  sourceId: string;
  event: DateEvent;
}

export const isPrepared = ({ state }: Pick<Enrollment, 'state'>): boolean => PREPARING.has(state);

/** All events of a learner, from two months back on. Where they prepare for several levels, each title names its level. */
export function calendarEntries(all: readonly Prepared[], url: string): CalendarEntry[] {
  const levels = all.map(({ enrollment }) => enrollment);
  return all.flatMap((prepared) => {
    const level = nameAmong(prepared.enrollment, levels);
    const titled = (title: string) => (all.length > 1 ? `${title} (${level})` : title);
    const from = daysBefore(prepared.enrollment.today, DAYS_BACK);
    return sourcesOf(prepared, level, titled)
      .filter(({ date }) => date >= from && !isPausedOn(prepared.enrollment, date))
      .map(({ sourceId, uid, ...event }) => ({ enrollmentId: prepared.enrollment.id, sourceId, event: { ...event, uid: `${uid}@daymark`, url } }));
  });
}

type Source = Omit<DateEvent, 'url'> & { sourceId: string };

function sourcesOf({ enrollment, items, fixedDates }: Prepared, level: string, titled: (title: string) => string): Source[] {
  const description = (minutes: number) => `${minutes} min for ${level}`;
  const exam = { sourceId: enrollment.id, uid: `${enrollment.id}-exam`, date: enrollment.examOn, summary: `Exam: ${level}`, description: level };
  // A plan fills some time of a day, and makes nobody busy for all of it.
  const ofDay = (id: string, minutes: number) => ({ sourceId: id, uid: id, description: description(minutes), isBusy: false });
  return [
    // While the learner pauses, nobody knows yet on which days the work will be.
    ...(enrollment.state === 'paused' ? [] : items).map(({ id, date, kind, title, minutes, state }) => {
      return { ...ofDay(id, minutes), date, category: kind, summary: `${state === 'done' ? '✓ ' : ''}${titled(title)}` };
    }),
    ...fixedDates.map(({ id, date, kind, title, minutes }) => ({ ...ofDay(id, minutes), date, category: kind, summary: titled(title) })),
    { ...exam, category: 'exam', isBusy: true },
  ];
}

/** The level's title; with that of its certification where another level has the same. */
function nameAmong({ id, level, certification }: Prepared['enrollment'], all: readonly Prepared['enrollment'][]): string {
  const isShared = all.some((other) => other.id !== id && other.level.title === level.title);
  return isShared ? `${certification.title}, ${level.title}` : level.title;
}

function isPausedOn({ state, pause }: Prepared['enrollment'], date: LocalDate): boolean {
  return state === 'paused' && pause !== null && date >= pause.fromOn && (pause.untilOn === null || date < pause.untilOn);
}
