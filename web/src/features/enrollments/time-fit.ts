import { WEEKDAYS, type Availability } from '@server/enrollments/enrollments.contract';
import { addDays, daysBetween, weekdayOf } from '../../ui/format';

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
  const weekMinutes = WEEKDAYS.reduce((sum, day) => sum + availability[day], 0);
  return { neededMinutes, availableMinutes, weekMinutes, spareMinutes: availableMinutes - neededMinutes };
}
