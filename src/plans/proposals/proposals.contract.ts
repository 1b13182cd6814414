import { z } from 'zod';
import { Availability, EnrollmentId } from '../../enrollments/enrollments.contract.js';
import { Pace } from '../../enrollments/pace.contract.js';
import { endpoint, Page, pageOf } from '../../platform/http/endpoint.contract.js';
import { problem } from '../../platform/http/problem.contract.js';
import { Instant, LocalDate } from '../../platform/time/time.contract.js';
import { PlanItemKind, WayOut } from '../plans.contract.js';

export const PlanChangeReason = z
  .enum(['missed-work', 'work-changed', 'availability-changed', 'exam-moved', 'release-moved', 'on-demand', 'by-gain', 'by-hand', 'what-if'])
  .meta({ id: 'PlanChangeReason' });
export type PlanChangeReason = z.output<typeof PlanChangeReason>;

/** What one thinks of changing; all that is left out stays as it is. */
export const PlanChange = z
  .object({
    examOn: LocalDate.nullable().optional().describe('Null for no date yet: the earliest comfortable one is proposed'),
    availability: Availability.optional().describe('Minutes of a usual week'),
    leaveOut: z
      .array(z.uuid())
      .max(500)
      .optional()
      .describe('Skills and projects that the plan holds no work for; all of them, those that are left out already included'),
    pace: Pace.optional().describe('How hard one would like to go'),
  })
  .meta({ id: 'PlanChange' });
export type PlanChange = z.output<typeof PlanChange>;

export const PlanSums = z
  .object({
    examOn: LocalDate,
    feasible: z.boolean(),
    neededMinutes: z.int(),
    availableMinutes: z.int(),
    missingMinutes: z.int(),
    slackMinutes: z.int().describe('Available and not needed'),
    lastWorkOn: LocalDate.nullable().describe('The last date with new work'),
  })
  .meta({ id: 'PlanSums' });
export type PlanSums = z.output<typeof PlanSums>;

export const PlanChangeCounts = z
  .object({ kept: z.int(), moved: z.int(), resized: z.int(), added: z.int(), removed: z.int() })
  .meta({ id: 'PlanChangeCounts' });

const at = z.object({ date: LocalDate, minutes: z.int() }).nullable();
export const PlanItemChange = z
  .object({
    change: z.enum(['kept', 'moved', 'resized', 'added', 'removed']),
    itemId: z.uuid(),
    kind: PlanItemKind,
    title: z.string(),
    skillId: z.uuid().nullable(),
    projectId: z.uuid().nullable(),
    from: at,
    to: at,
  })
  .meta({ id: 'PlanItemChange' });

const Decision = z.object({ at: Instant, by: z.object({ id: z.uuid(), name: z.string() }).nullable().describe('Null where it went without asking') });

export const PlanProposalRow = z
  .object({
    id: z.uuid(),
    reason: PlanChangeReason,
    state: z.enum(['proposed', 'accepted', 'discarded', 'undone']),
    made: Decision,
    decided: Decision.nullable().describe('Accepted or discarded'),
    undone: Decision.nullable(),
    change: PlanChange.nullable().describe('What of the enrollment accepting it changes too'),
    before: PlanSums,
    after: PlanSums,
    counts: PlanChangeCounts,
  })
  .meta({ id: 'PlanProposalRow' });
export type PlanProposalRow = z.output<typeof PlanProposalRow>;

export const PlanProposal = PlanProposalRow.extend({
  items: z.array(PlanItemChange).describe('By the date after; what is removed at the end'),
  waysOut: z.array(WayOut).describe('Where it does not fit'),
}).meta({ id: 'PlanProposal' });
export type PlanProposal = z.output<typeof PlanProposal>;

export const PlanWhatIf = z
  .object({
    examIsProposed: z.boolean(),
    before: PlanSums,
    after: PlanSums,
    counts: PlanChangeCounts,
    items: z.array(PlanItemChange),
    waysOut: z.array(WayOut),
  })
  .meta({ id: 'PlanWhatIf' });
export type PlanWhatIf = z.output<typeof PlanWhatIf>;

export const proposalDecided = problem({ slug: 'plan-proposal-decided', status: 409, title: 'This was decided already' });
export const proposalOutOfDate = problem({ slug: 'plan-proposal-out-of-date', status: 409, title: 'The plan has moved on since' });
export const planNotUndoable = problem({ slug: 'plan-not-undoable', status: 409, title: 'This cannot be undone any more' });
export const nothingToPlan = problem({ slug: 'nothing-to-plan', status: 409, title: 'There is nothing to plan any more' });
export const planChangeNotPossible = problem({ slug: 'plan-change-not-possible', status: 422, title: 'A plan cannot be made for this' });

const ProposalId = EnrollmentId.extend({ proposalId: z.uuid() });
const PATH = '/enrollments/:enrollmentId/plan-proposals' as const;

export const proposePlan = endpoint({
  method: 'POST',
  path: PATH,
  summary: 'Work out the plan anew, as it stands or with another exam date, week or pace; nothing changes until it is accepted',
  allow: 'study',
  params: EnrollmentId,
  body: PlanChange,
  answer: PlanProposal,
  refusals: [nothingToPlan, planChangeNotPossible],
});

export const listPlanProposals = endpoint({
  method: 'GET',
  path: PATH,
  summary: 'List what was changed in the plan or proposed for it, the newest first',
  allow: 'read-enrollment',
  params: EnrollmentId,
  query: Page,
  answer: pageOf(PlanProposalRow),
});

export const readPlanProposal = endpoint({
  method: 'GET',
  path: `${PATH}/:proposalId`,
  summary: 'Read a change of the plan, item by item',
  allow: 'read-enrollment',
  params: ProposalId,
  answer: PlanProposal,
});

export const acceptPlanProposal = endpoint({
  method: 'PUT',
  path: `${PATH}/:proposalId/acceptance`,
  summary: 'Make a proposal the plan; again changes nothing',
  allow: 'study',
  params: ProposalId,
  answer: PlanProposal,
  refusals: [proposalDecided, proposalOutOfDate],
});

export const undoPlanProposal = endpoint({
  method: 'DELETE',
  path: `${PATH}/:proposalId/acceptance`,
  summary: 'Take the newest change of the plan back, also one that came overnight; what was done since stays done',
  allow: 'study',
  params: ProposalId,
  answer: PlanProposal,
  refusals: [planNotUndoable],
});

export const discardPlanProposal = endpoint({
  method: 'PUT',
  path: `${PATH}/:proposalId/discarding`,
  summary: 'Leave the plan as it is; again changes nothing',
  allow: 'study',
  params: ProposalId,
  answer: PlanProposal,
  refusals: [proposalDecided],
});
