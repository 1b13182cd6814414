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
    pinned: z.boolean().describe('Put on its date by hand: no plan moves it'),
    loggedMinutes: z.int().describe('Of the entries that did it'),
    state: z.enum(['done', 'open', 'missed']),
  })
  .meta({ id: 'PlanItem' });
export type PlanItem = z.output<typeof PlanItem>;

export const PlanPhase = z.object({ title: z.string(), summary: z.string(), from: LocalDate, to: LocalDate }).meta({ id: 'PlanPhase' });

/** What a way out comes to, if every day is used to the full. */
const Effect = z
  .object({
    missingMinutes: z.int(),
    spareMinutes: z.int().describe('Left of the time once everything is done'),
    finishOn: LocalDate.nullable().describe('The first day on which everything can be done'),
  })
  .meta({ id: 'WayOutEffect' });

/** What would make a plan fit that does not, each with its numbers, and worked out on its own. */
export const WayOut = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('study-more'),
      minutesMore: z.int().describe('On each study day of the usual week'),
      days: z.int().describe('Days before the exam that get longer'),
      effect: Effect,
    }),
    z
      .object({
        kind: z.literal('raise-limit'),
        limitMinutes: z.int().describe('The limit of a day as it is'),
        minutesADay: z.int().describe('The least one with which it fits'),
        isWeekToo: z.boolean().describe('Whether each day of the usual week must hold as much, too'),
        effect: Effect,
      })
      .describe('In place of studying more, where the limit that the learner set is what makes that impossible'),
    z.object({
      kind: z.literal('open-days'),
      weekdays: z.array(z.int().min(1).max(7)).describe('Rest days to study on; 1 is Monday'),
      dates: z.array(LocalDate).describe('The dates that they are until the exam'),
      minutesEach: z.int(),
      effect: Effect,
    }),
    z.object({ kind: z.literal('move-exam'), examOn: LocalDate, daysLater: z.int(), effect: Effect }),
    z.object({
      kind: z.literal('leave-out'),
      partIds: z.array(z.uuid()).describe('Skills and projects'),
      titles: z.array(z.string()),
      minutes: z.int(),
      weightPercent: z.number().describe('Of the level, by the weights of its skills'),
      readinessPoints: z.number().describe('Expected points of readiness that they would have added'),
      effect: Effect,
    }),
  ])
  .meta({ id: 'WayOut' });
export type WayOut = z.output<typeof WayOut>;

export const FixedDateKind = z.enum(['workshop', 'cohort-session']).meta({ id: 'FixedDateKind' });

/** Something that takes place on its date whatever the plan says. */
export const FixedDate = z.object({ id: z.uuid(), kind: FixedDateKind, title: z.string(), date: LocalDate, minutes: z.int() }).meta({ id: 'FixedDate' });
export type FixedDate = z.output<typeof FixedDate>;

/** A skill or a project that the learner leaves out: it still counts for readiness. */
export const LeftOutPart = z
  .object({
    partId: z.uuid(),
    kind: z.enum(['skill', 'project']),
    title: z.string(),
    effortMinutes: z.int(),
    weightPercent: z.number().describe('Of the level; 0 for a project'),
    leftOutAt: Instant,
    leftOutBy: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  })
  .meta({ id: 'LeftOutPart' });
export type LeftOutPart = z.output<typeof LeftOutPart>;

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
    slackMinutes: z.int().describe('Available and not needed'),
    earliestFinishOn: LocalDate.nullable().describe('The first day on which everything can be done, if every day is used to the full'),
    bufferDays: z.int().describe('Days before the exam without new work'),
    reviewsLeftOut: z.int().describe('Skills whose next review finds no day'),
    feasible: z.boolean(),
    basis: z.enum(['published', 'estimate']).describe('Where weights and efforts come from'),
    waysOut: z.array(WayOut),
    phases: z.array(PlanPhase),
    items: z.array(PlanItem).describe('By date and position; past ones included'),
    leftOut: z.array(LeftOutPart).describe('Parts that it holds no work for, as the learner wishes'),
    fixedDates: z.array(FixedDate).describe('By date; past ones included'),
    openProposalId: z.uuid().nullable().describe('A change of the plan that waits to be decided'),
    undoableProposalId: z.uuid().nullable().describe('The newest change that was made, where it can be taken back'),
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
