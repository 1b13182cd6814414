import { z } from 'zod';
import { EnrollmentId } from '../../enrollments/enrollments.contract.js';
import { endpoint } from '../../platform/http/endpoint.contract.js';
import { problem } from '../../platform/http/problem.contract.js';
import { LocalDate } from '../../platform/time/time.contract.js';
import { nothingToPlan, PlanChange, planChangeNotPossible, PlanProposal, PlanWhatIf } from '../../plans/proposals/proposals.contract.js';
import { Readiness } from '../readiness.contract.js';

/** What readiness would be on a date if all that is planned until then is done. */
export const ProjectedReadiness = z
  .object({ on: LocalDate.describe('The exam date of the plan'), ...Readiness.pick({ score: true, low: true, high: true, band: true }).shape })
  .meta({ id: 'ProjectedReadiness' });
export type ProjectedReadiness = z.output<typeof ProjectedReadiness>;

export const ProjectedWhatIf = PlanWhatIf.extend({
  readiness: z.object({ before: ProjectedReadiness.nullable().describe('Null without a plan'), after: ProjectedReadiness }),
}).meta({ id: 'ProjectedWhatIf' });
export type ProjectedWhatIf = z.output<typeof ProjectedWhatIf>;

export const tryPlan = endpoint({
  method: 'POST',
  path: '/enrollments/:enrollmentId/plan-what-ifs',
  summary: 'See what the plan would be with another exam date or other minutes, and how ready it would make; nothing is stored',
  allow: 'read-enrollment',
  params: EnrollmentId,
  body: PlanChange,
  answer: ProjectedWhatIf,
  status: 200,
  refusals: [nothingToPlan, planChangeNotPossible],
});

export const nothingGains = problem({ slug: 'nothing-gains', status: 409, title: 'There is nothing to order by gain' });

export const proposePlanByGain = endpoint({
  method: 'POST',
  path: '/enrollments/:enrollmentId/plan-proposals/by-gain',
  summary: 'Work out the plan anew with what moves readiness most first; nothing changes until it is accepted',
  allow: 'study',
  params: EnrollmentId,
  answer: PlanProposal,
  refusals: [nothingToPlan, nothingGains],
});
