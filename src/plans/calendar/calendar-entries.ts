import type { Enrollment } from '../../enrollments/enrollments.contract.js';
import type { LocalDate } from '../../platform/time/time.contract.js';
import { daysBefore } from '../../platform/time/local-date.js';
import type { PlanItem } from '../plans.contract.js';
import type { CalendarEntry } from './calendar-text.js';

/** Days that are long gone weigh a feed down. */
const DAYS_BACK = 60;

interface PlannedLevel {
  enrollment: Pick<Enrollment, 'id' | 'examOn' | 'level'>;
  /** When the plan was made, in milliseconds since 1970. */
  madeMs: number;
  items: readonly PlanItem[];
  today: LocalDate;
}

export const entryOf = ({ id, date, kind, title, minutes, state }: PlanItem, level: string, changedMs: number): CalendarEntry => ({
  id,
  date,
  title,
  description: `${minutes} min for ${level}`,
  category: kind,
  isDone: state === 'done',
  changedMs,
});

/** What a calendar shows of a plan: its items, from two months back on, and the exam. */
export function calendarEntries({ enrollment: { id, examOn, level }, madeMs, items, today }: PlannedLevel): CalendarEntry[] {
  const from = daysBefore(today, DAYS_BACK);
  const exam = { id: `${id}-exam`, date: examOn, title: `Exam: ${level.title}`, description: level.title, category: 'exam', isDone: false, changedMs: madeMs };
  return [...items.filter(({ date }) => date >= from).map((item) => entryOf(item, level.title, madeMs)), exam];
}
