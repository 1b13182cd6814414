import type { Enrollment } from '@server/enrollments/enrollments.contract';
import type { Readiness } from '@server/readiness/readiness.contract';

/** Whether there is a way ahead to speak of: a score, and an exam that is to come. The server refuses the rest. */
export const mayForecast = ({ state }: Pick<Readiness, 'state'>, enrollment: Pick<Enrollment, 'state' | 'daysToExam'>): boolean =>
  state === 'computed' && enrollment.daysToExam >= 0 && ['active', 'paused'].includes(enrollment.state);
