import { z } from 'zod';
import { endpoint, Page, pageOf } from '../../platform/http/endpoint.contract.js';
import { problem } from '../../platform/http/problem.contract.js';
import { Instant } from '../../platform/time/time.contract.js';
import { atLeast, atMost, Lines } from '../../platform/text/normal-text.contract.js';

export const WaiverReason = Lines.check(atLeast(3, 'Say why, in a few words'), atMost(500));

/** How a request ended: a waiver was granted, a mentor or admin said no, or the learner took it back. */
export const WaiverRequestOutcome = z.enum(['granted', 'declined', 'withdrawn']).meta({ id: 'WaiverRequestOutcome' });
export type WaiverRequestOutcome = z.output<typeof WaiverRequestOutcome>;

/** A learner asks to begin a level without what it demands first. */
export const WaiverRequest = z
  .object({
    id: z.uuid(),
    level: z.object({ id: z.uuid(), title: z.string() }),
    certification: z.object({ slug: z.string(), title: z.string() }),
    reason: z.string(),
    askedAt: Instant,
    outcome: WaiverRequestOutcome.nullable().describe('Null while nobody has decided'),
    closed: z.object({ at: Instant, by: z.string().describe('Their name; empty once the account is gone') }).nullable(),
    answer: z.string().nullable().describe('Why it was declined'),
  })
  .meta({ id: 'WaiverRequest' });
export type WaiverRequest = z.output<typeof WaiverRequest>;

export const WaiverRequestRow = WaiverRequest.extend({ learner: z.object({ id: z.uuid(), name: z.string() }) }).meta({ id: 'WaiverRequestRow' });
export type WaiverRequestRow = z.output<typeof WaiverRequestRow>;

export const waiverNotNeeded = problem({ slug: 'waiver-not-needed', status: 409, title: 'The level demands nothing more of you' });
export const waiverRequestClosed = problem({ slug: 'waiver-request-closed', status: 409, title: 'The request is closed' });

const LevelId = z.object({ levelId: z.uuid() });

export const askForWaiver = endpoint({
  method: 'PUT',
  path: '/levels/:levelId/waiver-request',
  summary: 'Ask to begin a level without what it demands first; while a request is open it stays as it is',
  allow: 'study',
  params: LevelId,
  body: z.object({ reason: WaiverReason }),
  answer: WaiverRequest,
  refusals: [waiverNotNeeded],
});

export const withdrawWaiverRequest = endpoint({
  method: 'DELETE',
  path: '/levels/:levelId/waiver-request',
  summary: 'Take your open request back',
  allow: 'study',
  params: LevelId,
});

export const listWaiverRequests = endpoint({
  method: 'GET',
  path: '/waiver-requests',
  summary: 'List the open requests of learners you mentor, or as an admin of everybody, the longest waiting first',
  allow: 'waive',
  query: Page.extend({ accountId: z.uuid().optional().describe('Of this learner alone') }),
  answer: pageOf(WaiverRequestRow),
});

export const declineWaiverRequest = endpoint({
  method: 'PUT',
  path: '/waiver-requests/:requestId/refusal',
  summary: 'Decline a request, with a reason that the learner reads; to let them in, grant the waiver',
  allow: 'waive',
  securityEvent: 'waiver-decline',
  params: z.object({ requestId: z.uuid() }),
  body: z.object({ reason: WaiverReason }),
  answer: WaiverRequest,
  refusals: [waiverRequestClosed],
});
