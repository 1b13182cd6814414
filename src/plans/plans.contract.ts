import { z } from 'zod';
import { EnrollmentId } from '../enrollments/enrollments.contract.js';
import { endpoint } from '../platform/http/endpoint.contract.js';
import { Instant, LocalDate } from '../platform/time/time.contract.js';

export const PlanItemKind = z.enum(['study', 'project', 'review', 'practice']).meta({ id: 'PlanItemKind' });
export type PlanItemKind = z.output<typeof PlanItemKind>;

export const PlanItem = z
  .object({
    id: z.uuid(),
    date: LocalDate,
    position: z.int().describe('Its place within the day, from 0'),
    kind: PlanItemKind,
    title: z.string(),
    skillId: z.uuid().nullable(),
    projectId: z.uuid().nullable(),
    minutes: z.int(),
    loggedMinutes: z.int().describe('Of the entries that did it'),
    state: z.enum(['done', 'open', 'missed']),
  })
  .meta({ id: 'PlanItem' });
export type PlanItem = z.output<typeof PlanItem>;

export const PlanPhase = z.object({ title: z.string(), summary: z.string(), from: LocalDate, to: LocalDate }).meta({ id: 'PlanPhase' });

/** What would make a plan fit that does not, each with its numbers. */
export const WayOut = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('study-more'), minutesMore: z.int().describe('On each planned day') }),
    z.object({ kind: z.literal('move-exam'), examOn: LocalDate }),
    z.object({ kind: z.literal('leave-out'), titles: z.array(z.string()), minutes: z.int(), weightPercent: z.number() }),
  ])
  .meta({ id: 'WayOut' });
export type WayOut = z.output<typeof WayOut>;

export const Plan = z
  .object({
    enrollmentId: z.uuid(),
    release: z.int(),
    template: z.string().nullable().describe("The level's guidance that shapes it"),
    examOn: LocalDate,
    today: LocalDate,
    madeAt: Instant,
    neededMinutes: z.int().describe('Still to be done from today on'),
    availableMinutes: z.int().describe('From today to the day before the exam'),
    missingMinutes: z.int(),
    feasible: z.boolean(),
    basis: z.enum(['published', 'estimate']).describe('Where weights and efforts come from'),
    waysOut: z.array(WayOut),
    phases: z.array(PlanPhase),
    items: z.array(PlanItem).describe('By date and position; past ones included'),
  })
  .meta({ id: 'Plan' });
export type Plan = z.output<typeof Plan>;

export const readPlan = endpoint({
  method: 'GET',
  path: '/enrollments/:enrollmentId/plan',
  summary: 'Read the preparation plan',
  allow: 'read-enrollment',
  scope: 'read',
  params: EnrollmentId,
  answer: Plan,
});
