import { EXAM_COMFORT, WEEKDAYS, type Availability } from '@server/enrollments/enrollments.contract';
import { addDays, daysBetween, weekdayOf } from '../../ui/format';
import { weekMinutes } from './week-words';

interface Content {
  skills: readonly { effortMinutes?: number | undefined }[];
  projects: readonly { effortMinutes?: number | undefined }[];
}

/** What the level takes against what the weeks until the exam hold; the plan itself is worked out by the server. */
export function timeFit({ skills, projects }: Content, availability: Availability, today: string, examOn: string) {
  const neededMinutes = [...skills, ...projects].reduce((sum, { effortMinutes = 0 }) => sum + effortMinutes, 0);
  const days = Math.max(0, daysBetween(today, examOn));
  let availableMinutes = 0;
  for (let i = 0; i < days; i++) availableMinutes += availability[WEEKDAYS[weekdayOf(addDays(today, i))] ?? 'monday'];
  return { neededMinutes, availableMinutes, weekMinutes: weekMinutes(availability), spareMinutes: availableMinutes - neededMinutes };
}

const MOST_DAYS = 5 * 365;

/** The date that the server would propose for an exam: the first by which the days before it hold what is needed, and a little more. */
export function proposedExamOn(content: Content, availability: Availability, today: string): string {
  const { neededMinutes } = timeFit(content, availability, today, today);
  let held = 0;
  for (let days = 1; days < MOST_DAYS; days++) {
    held += availability[WEEKDAYS[weekdayOf(addDays(today, days - 1))] ?? 'monday'];
    if (held >= neededMinutes * EXAM_COMFORT.share && days >= EXAM_COMFORT.leastDays) return addDays(today, days);
  }
  return addDays(today, MOST_DAYS);
}
