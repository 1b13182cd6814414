import { z } from 'zod';
import { EnrollmentId } from '../../enrollments/enrollments.contract.js';
import { endpoint, IdempotencyKey, Page, pageOf } from '../../platform/http/endpoint.contract.js';
import { problem } from '../../platform/http/problem.contract.js';
import { Instant } from '../../platform/time/time.contract.js';
import { keyTaken } from '../progress.contract.js';
import { atMost, Lines, manyLines } from '../../platform/text/normal-text.contract.js';

export const Verdict = z.enum(['approved', 'changes-requested']).meta({ id: 'Verdict' });
export type Verdict = z.output<typeof Verdict>;

const Criterion = z.object({ criterion: Lines.min(1, 'Is empty').check(atMost(5_000)), met: z.boolean() });

export const ReviewInput = z
  .object({
    verdict: Verdict,
    criteria: z.array(Criterion).max(200, 'At most 200 criteria').default([]).describe('The acceptance criteria in the words they had, and which are met'),
    comment: Lines.check(atMost(10_000)).default('').describe('Markdown. Needed when changes are requested, or when a criterion is not met'),
  })
  .refine(({ verdict, comment }) => verdict === 'approved' || comment !== '', { path: ['comment'], message: 'Say what needs to change' })
  .meta({ id: 'ReviewInput' });
export type ReviewInput = z.output<typeof ReviewInput>;

/** The acceptance criteria that a review does not mark as met. */
export const unmetCriteria = (acceptance: readonly string[], { criteria }: Pick<ReviewInput, 'criteria'>): string[] => {
  const met = new Set(criteria.flatMap(({ criterion, met }) => (met ? [manyLines(criterion)] : [])));
  return acceptance.filter((criterion) => !met.has(manyLines(criterion)));
};

export const Review = z
  .object({
    id: z.uuid(),
    verdict: Verdict,
    criteria: z.array(z.object({ criterion: z.string(), met: z.boolean() })),
    comment: z.string(),
    by: z.string().describe('Their name; empty once the account is gone'),
    reviewedAt: Instant,
  })
  .meta({ id: 'Review' });
export type Review = z.output<typeof Review>;

export const ownWork = problem({ slug: 'own-work', status: 403, title: 'Nobody reviews their own work' });
export const reasonMissing = problem({ slug: 'reason-missing', status: 422, title: 'Say why you approve when not all criteria are met' });
export const verdictNotPossible = problem({ slug: 'verdict-not-possible', status: 409, title: 'This evidence takes no such verdict now' });

export const reviewEvidence = endpoint({
  method: 'POST',
  path: '/enrollments/:enrollmentId/evidence/:evidenceId/reviews',
  summary: 'Approve evidence of a learner you mentor, which finishes the project, or ask for changes',
  allow: 'mentor',
  params: EnrollmentId.extend({ evidenceId: z.uuid() }),
  headers: IdempotencyKey,
  body: ReviewInput,
  answer: Review,
  refusals: [keyTaken, ownWork, reasonMissing, verdictNotPossible],
});

export const WaitingReview = z
  .object({
    evidenceId: z.uuid(),
    enrollmentId: z.uuid(),
    learner: z.object({ id: z.uuid(), name: z.string() }),
    level: z.object({ slug: z.string(), title: z.string() }),
    project: z.object({ id: z.uuid(), slug: z.string(), title: z.string() }),
    number: z.int().describe('1 for the first submission for this project'),
    items: z.int().describe('How many things it shows'),
    submittedAt: Instant,
  })
  .meta({ id: 'WaitingReview' });
export type WaitingReview = z.output<typeof WaitingReview>;

export const listWaitingReviews = endpoint({
  method: 'GET',
  path: '/reviews/waiting',
  summary: 'List the evidence of all learners you mentor that waits for a review, what waits longest first',
  allow: 'mentor',
  query: Page,
  answer: pageOf(WaitingReview),
});
