import { z } from 'zod';
import { endpoint, Page, pageOf } from '../http/endpoint.contract.js';
import { Instant } from '../time/time.contract.js';

export const AuditEntry = z
  .object({
    id: z.uuid(),
    at: Instant,
    by: z.object({ id: z.uuid(), name: z.string() }).nullable().describe('Null for the command line, for Daymark itself, and once the account is gone'),
    act: z.string().describe('A stable slug: `waiver-granted`, `release-published`'),
    subject: z.object({
      kind: z.string().describe('`account` or `certification`'),
      id: z.string().nullable().describe('An id or a slug; null once the account is gone'),
      label: z.string().describe('What it was called then'),
    }),
    detail: z.record(z.string(), z.unknown()).describe('Reason and circumstances, by what was done'),
  })
  .meta({ id: 'AuditEntry' });
export type AuditEntry = z.output<typeof AuditEntry>;

export const listAuditEntries = endpoint({
  method: 'GET',
  path: '/audit-entries',
  summary: 'List who decided what, the newest first',
  allow: 'administer',
  query: Page.extend({
    act: z
      .string()
      .regex(/^[a-z]+(-[a-z]+)*$/, 'A slug, as in waiver-granted')
      .max(60)
      .optional(),
    subject: z.string().min(1).max(100).optional().describe('Id or slug of what it was done to'),
    person: z.uuid().optional().describe('Who did it, or to whom it was done'),
  }),
  answer: pageOf(AuditEntry),
});
