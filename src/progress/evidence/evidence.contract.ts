import { z } from 'zod';
import { EnrollmentId } from '../../enrollments/enrollments.contract.js';
import { endpoint, IdempotencyKey, Page, pageOf } from '../../platform/http/endpoint.contract.js';
import { problem } from '../../platform/http/problem.contract.js';
import { Instant } from '../../platform/time/time.contract.js';
import { atMost, Line, Lines } from '../../platform/text/normal-text.contract.js';
import { webAddress } from '../../platform/text/web-address.contract.js';
import { enrollmentClosed, keyTaken, unknownProject } from '../progress.contract.js';
import { EvidenceFile } from './evidence-files.contract.js';
import { Review } from './reviews.contract.js';

export const MOST_ITEMS = 20;
const url = webAddress('A web address that begins with https:// or http://').max(2_000, 'At most 2,000 characters');
const title = Line.check(atMost(200));
const text = Lines.min(1, 'Is empty').check(atMost(20_000));

export const EvidenceItemInput = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('link'), url, title: title.default('').describe('What the link shows') }),
    z.object({ kind: z.literal('text'), text: text.describe('Markdown') }),
    z.object({ kind: z.literal('file'), fileId: z.uuid().toLowerCase().describe('A file uploaded before') }),
  ])
  .meta({ id: 'EvidenceItemInput' });
export type EvidenceItemInput = z.output<typeof EvidenceItemInput>;

export const EvidenceInput = z
  .object({ items: z.array(EvidenceItemInput).min(1, 'Show at least one thing').max(MOST_ITEMS, `At most ${MOST_ITEMS} things`) })
  .meta({ id: 'EvidenceInput' });
export type EvidenceInput = z.output<typeof EvidenceInput>;

export const EvidenceItem = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('link'), url: z.string(), title: z.string() }),
    z.object({ kind: z.literal('text'), text: z.string() }),
    z.object({ kind: z.literal('file'), file: EvidenceFile }),
  ])
  .meta({ id: 'EvidenceItem' });
export type EvidenceItem = z.output<typeof EvidenceItem>;

/** `resubmitted`: something later was submitted in its place. */
export const EvidenceState = z.enum(['submitted', 'changes-requested', 'approved', 'resubmitted']).meta({ id: 'EvidenceState' });
export type EvidenceState = z.output<typeof EvidenceState>;

export const Evidence = z
  .object({
    id: z.uuid(),
    projectId: z.uuid(),
    number: z.int().describe('From 1, in the order of submission, within its project'),
    state: EvidenceState,
    items: z.array(EvidenceItem),
    submittedAt: Instant,
    deletedAt: Instant.nullable().describe('Set for one that was deleted: for a day its deletion can be taken back'),
    reviews: z.array(Review).describe('The first first'),
  })
  .meta({ id: 'Evidence' });
export type Evidence = z.output<typeof Evidence>;

export const evidenceApproved = problem({ slug: 'evidence-approved', status: 409, title: 'A mentor approved this project' });
export const unknownFile = problem({ slug: 'unknown-file', status: 422, title: 'There is no such file in this enrollment' });
export const deletedForGood = problem({ slug: 'deleted-for-good', status: 410, title: 'What this held was forgotten' });

const EvidenceId = EnrollmentId.extend({ evidenceId: z.uuid() });
const ProjectOfEnrollment = EnrollmentId.extend({ projectId: z.uuid() });

export const submitEvidence = endpoint({
  method: 'POST',
  path: '/enrollments/:enrollmentId/projects/:projectId/evidence',
  summary: 'Submit evidence for a project; it takes the place of what was submitted before',
  allow: 'study',
  params: ProjectOfEnrollment,
  headers: IdempotencyKey,
  body: EvidenceInput,
  answer: Evidence,
  refusals: [unknownProject, enrollmentClosed, keyTaken, evidenceApproved, unknownFile],
});

export const listProjectEvidence = endpoint({
  method: 'GET',
  path: '/enrollments/:enrollmentId/projects/:projectId/evidence',
  summary: 'List the evidence for a project with its reviews, the latest first',
  allow: 'read-enrollment',
  params: ProjectOfEnrollment,
  query: Page,
  answer: pageOf(Evidence),
});

export const listEvidence = endpoint({
  method: 'GET',
  path: '/enrollments/:enrollmentId/evidence',
  summary: 'List the evidence for all projects with its reviews, the latest first',
  allow: 'read-enrollment',
  params: EnrollmentId,
  query: Page,
  answer: pageOf(Evidence),
});

export const readEvidence = endpoint({
  method: 'GET',
  path: '/enrollments/:enrollmentId/evidence/:evidenceId',
  summary: 'Read evidence with its reviews',
  allow: 'read-enrollment',
  params: EvidenceId,
  answer: Evidence,
});

export const deleteEvidence = endpoint({
  method: 'DELETE',
  path: '/enrollments/:enrollmentId/evidence/:evidenceId',
  summary: 'Delete evidence that is not approved; deleting it again changes nothing',
  allow: 'study',
  params: EvidenceId,
  answer: Evidence,
  refusals: [enrollmentClosed, evidenceApproved],
});

export const restoreEvidence = endpoint({
  method: 'DELETE',
  path: '/enrollments/:enrollmentId/evidence/:evidenceId/deletion',
  summary: 'Take a deletion back, within a day',
  allow: 'study',
  params: EvidenceId,
  answer: Evidence,
  refusals: [enrollmentClosed, evidenceApproved, deletedForGood],
});
