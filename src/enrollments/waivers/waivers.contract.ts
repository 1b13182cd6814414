import { z } from 'zod';
import { endpoint, Page, pageOf } from '../../platform/http/endpoint.contract.js';
import { Instant, LocalDate } from '../../platform/time/time.contract.js';
import { WaiverReason, WaiverRequest } from './waiver-requests.contract.js';

const Decision = z.object({ at: Instant, by: z.string().describe('Their name; empty once the account is gone') });

export const Waiver = z
  .object({
    id: z.uuid(),
    level: z.object({ id: z.uuid(), title: z.string() }),
    certification: z.object({ slug: z.string(), title: z.string() }),
    reason: z.string(),
    granted: Decision,
    revoked: Decision.nullable(),
  })
  .meta({ id: 'Waiver' });
export type Waiver = z.output<typeof Waiver>;

/** What a level demands of a learner and what is still missing. */
export const Admission = z
  .object({
    admitted: z.boolean(),
    missing: z
      .array(
        z.object({ kind: z.enum(['level', 'knowledge', 'experience']), text: z.string(), level: z.object({ id: z.uuid(), title: z.string() }).nullable() }),
      )
      .describe('Enforced, and not met: a level is met once it is passed, everything else by a waiver'),
    waiver: Waiver.nullable().describe('The one that lets the learner in all the same'),
    today: LocalDate.describe('The date it is now where you are, from which an exam date is chosen'),
    request: WaiverRequest.nullable().describe('What they asked for last, however it ended; null where nothing is missing'),
  })
  .meta({ id: 'Admission' });
export type Admission = z.output<typeof Admission>;
export type Missing = Admission['missing'][number];

const LevelId = z.object({ levelId: z.uuid() });
const AccountId = z.object({ accountId: z.uuid() });

export const readAdmission = endpoint({
  method: 'GET',
  path: '/levels/:levelId/admission',
  summary: 'Say whether you may enroll in a level, and what is missing',
  allow: 'study',
  params: LevelId,
  answer: Admission,
});

export const listWaivers = endpoint({
  method: 'GET',
  path: '/accounts/:accountId/waivers',
  summary: 'List the waivers of a learner you mentor, or as an admin of anybody, the newest first; revoked ones too',
  allow: 'waive',
  params: AccountId,
  query: Page,
  answer: pageOf(Waiver),
});

export const grantWaiver = endpoint({
  method: 'PUT',
  path: '/accounts/:accountId/waivers/:levelId',
  summary: 'Let a learner into a level without what it demands first, which answers what they asked; where one holds already it stays as it is',
  allow: 'waive',
  securityEvent: 'waiver-grant',
  params: AccountId.extend(LevelId.shape),
  body: z.object({ reason: WaiverReason }),
  answer: Waiver,
});

export const revokeWaiver = endpoint({
  method: 'DELETE',
  path: '/accounts/:accountId/waivers/:levelId',
  summary: 'Take a waiver back; an enrollment that began by it goes on',
  allow: 'waive',
  securityEvent: 'waiver-revocation',
  params: AccountId.extend(LevelId.shape),
});
