import { z } from 'zod';
import { endpoint, Page, pageOf } from '../http/endpoint.contract.js';
import { Instant } from '../time/time.contract.js';
import { Opaque } from '../text/normal-text.contract.js';

const Values = z.record(z.string(), z.unknown());

export const AuditPerson = z
  .object({
    id: z.uuid().describe('Stays when the account is deleted'),
    name: z.string().describe('As it was then; `Former member` once the account is deleted'),
    isFormer: z.boolean().describe('Whether the account is deleted; then only the id is known'),
    email: z.string().nullable().describe('As it was then'),
    about: Values.describe('Facts about this person: the reason, a comment'),
    before: Values.nullable().describe('Values of this person before the act; null where there were none'),
    after: Values.nullable().describe('Values of this person after the act'),
  })
  .meta({ id: 'AuditPerson' });
export type AuditPerson = z.output<typeof AuditPerson>;

export const AuditEntry = z
  .object({
    id: z.uuid(),
    at: Instant,
    act: z.string().describe('A stable slug: `waiver-granted`, `release-published`'),
    by: z.object({
      kind: z
        .enum(['person', 'visitor', 'command-line', 'daymark', 'unknown'])
        .describe('`visitor`: not signed in. `command-line`: the operator of this Daymark. `daymark`: Daymark on its own. `unknown`: an old entry'),
      person: AuditPerson.nullable(),
    }),
    address: z.string().nullable().describe('Network address from which it was done; null if there was none, or if the account is deleted'),
    subject: z.object({
      kind: z.string().describe('`account`, `invitation`, `certification` or `registration`'),
      id: z.string().nullable().describe('An id or a slug; null in old entries whose account was deleted'),
      label: z.string().describe('What it was called then; `Former member` once the account is deleted'),
      person: AuditPerson.nullable().describe('Where it was done to a person'),
    }),
    involved: z.record(z.string(), AuditPerson).describe('Further persons, by what they are in this act: `mentor`'),
    detail: Values.describe('Facts about nobody: the level, the release'),
  })
  .meta({ id: 'AuditEntry' });
export type AuditEntry = z.output<typeof AuditEntry>;

export const listAuditEntries = endpoint({
  method: 'GET',
  path: '/audit-entries',
  summary: 'List who did what, newest first',
  allow: 'administer',
  query: Page.extend({
    act: z
      .string()
      .regex(/^[a-z]+(-[a-z]+)*$/, 'A slug, as in waiver-granted')
      .max(60)
      .optional(),
    subject: Opaque.min(1).max(100).optional().describe('Id or slug of what it was done to'),
    person: z.uuid().optional().describe('Everything that involves this person: who did it, to whom it was done, or who else was involved'),
  }),
  answer: pageOf(AuditEntry),
});
