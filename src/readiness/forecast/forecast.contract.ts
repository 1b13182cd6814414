import { z } from 'zod';
import { EnrollmentId } from '../../enrollments/enrollments.contract.js';
import { endpoint } from '../../platform/http/endpoint.contract.js';
import { problem } from '../../platform/http/problem.contract.js';
import { LocalDate } from '../../platform/time/time.contract.js';
import { Chance } from '../readiness.contract.js';

const score = z.int().min(0).max(100);

/** So near to the exam it is time to keep its date or to move it. */
export const DECIDE_WITHIN_DAYS = 14;

/** Where the score is likely to be: one in ten is below `p10`, half are below `p50`, nine in ten below `p90`. */
export const FanPoint = z.object({ date: LocalDate, p10: score, p50: score, p90: score }).meta({ id: 'FanPoint' });
export type FanPoint = z.output<typeof FanPoint>;

export const Fan = z
  .object({
    minutesAWeek: z.int().describe('What it takes for granted'),
    points: z.array(FanPoint).describe('From today to the exam, a week apart or less'),
    atExam: FanPoint.describe('The last of them'),
    p50ReadyOn: LocalDate.nullable().describe(
      'The first date on which it is more likely than not that the level counts as ready; null if there is none: of a plan by its exam, of a pace within a year',
    ),
    p80ReadyOn: LocalDate.nullable().describe('The first date on which four in five such learners are ready'),
  })
  .meta({ id: 'Fan' });
export type Fan = z.output<typeof Fan>;

const ChanceRange = Chance.pick({ probability: true, low: true, high: true });

/** A way to go on, and where it leads. */
export const ExamOption = z
  .object({
    kind: z.enum(['keep', 'add-hours', 'move']),
    examOn: LocalDate,
    moreMinutesADay: z.int().describe('Beside what is planned; 0 but for more hours'),
    score: FanPoint.describe('On the exam date'),
    chance: ChanceRange.nullable(),
    isAdvised: z.boolean(),
  })
  .meta({ id: 'ExamOption' });
export type ExamOption = z.output<typeof ExamOption>;

export const Forecast = z
  .object({
    enrollmentId: z.uuid(),
    today: LocalDate,
    examOn: LocalDate,
    daysToExam: z.int(),
    readyFrom: score.describe('From which score the level counts as ready'),
    chance: ChanceRange.nullable(),
    plan: Fan.nullable().describe('If the plan is followed as well as the last weeks were; null without a plan'),
    pace: Fan.describe('If it goes on as in the last four weeks'),
    options: z.array(ExamOption).describe('Keep the date, more hours, or a later date; one of them is advised'),
    decideNow: z.boolean().describe('The exam is within two weeks: time to keep or to move it'),
  })
  .meta({ id: 'Forecast' });
export type Forecast = z.output<typeof Forecast>;

export const nothingToForecast = problem({ slug: 'nothing-to-forecast', status: 409, title: 'There is nothing to forecast' });

export const readForecast = endpoint({
  method: 'GET',
  path: '/enrollments/:enrollmentId/readiness-forecast',
  summary: 'Read where readiness is likely to go until the exam, and what keeping or moving the date would mean',
  allow: 'read-enrollment',
  scope: 'read',
  params: EnrollmentId,
  answer: Forecast,
  refusals: [nothingToForecast],
});
