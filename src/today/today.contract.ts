import { z } from 'zod';
import { EnrollmentId } from '../enrollments/enrollments.contract.js';
import { endpoint } from '../platform/http/endpoint.contract.js';
import { Instant, LocalDate } from '../platform/time/time.contract.js';
import { PlanItem } from '../plans/plans.contract.js';
import { Band, Chance, NextAction, SkillReadiness, Wanting } from '../readiness/readiness.contract.js';

export const WeekDay = z.object({ date: LocalDate, plannedMinutes: z.int(), loggedMinutes: z.int(), rest: z.boolean() }).meta({ id: 'WeekDay' });

export const Today = z
  .object({
    enrollmentId: z.uuid(),
    date: LocalDate.describe("The learner's own"),
    level: z.object({ id: z.uuid(), title: z.string() }),
    state: z.string(),
    examOn: LocalDate,
    daysToExam: z.int(),
    plannedMinutes: z.int().describe('Of today'),
    loggedMinutes: z.int().describe('Of today'),
    items: z.array(PlanItem).describe("Today's, in order; the first open one is what to do now"),
    next: PlanItem.nullable().describe('The first item after today'),
    week: z.array(WeekDay).describe('Monday to Sunday'),
    plan: z.object({
      feasible: z.boolean(),
      neededMinutes: z.int(),
      availableMinutes: z.int(),
      openProposalId: z.uuid().nullable().describe('A change of the plan that waits to be decided'),
    }),
    readiness: z.object({
      state: z.enum(['computing', 'too-early', 'computed']),
      score: z.int().nullable(),
      low: z.int().nullable(),
      high: z.int().nullable(),
      band: Band,
      change: z.int().nullable(),
      wanting: Wanting.nullable(),
      chance: Chance.pick({ examOn: true, probability: true, low: true, high: true }).nullable().describe('Of passing on the exam date'),
      skills: z.array(SkillReadiness.pick({ skillId: true, title: true, score: true, low: true, high: true })).describe('What the score is made of'),
      computedAt: Instant.nullable(),
      coversUntil: Instant.nullable(),
    }),
    nextActions: z.array(NextAction),
    hasReleaseNews: z.boolean().describe('Whether a move to another release changed something that was not seen yet'),
    forgotten: z
      .object({ date: LocalDate, items: z.array(PlanItem) })
      .nullable()
      .describe('Yesterday with what was planned, where nothing is logged on it'),
    streak: z.int().describe('Planned study days in a row'),
    repairedOn: LocalDate.nullable().describe('The planned day of this week that was missed and does not break the row: the first of each week'),
    consistencyPercent: z.int(),
    studiedOfPlanned: z.object({ studied: z.int(), planned: z.int() }).describe('Planned days of the last 14'),
  })
  .meta({ id: 'Today' });
export type Today = z.output<typeof Today>;

export const readToday = endpoint({
  method: 'GET',
  path: '/enrollments/:enrollmentId/today',
  summary: 'Read everything that the Today page shows',
  allow: 'study',
  scope: 'read',
  params: EnrollmentId,
  answer: Today,
});
