import { z } from 'zod';
import { endpoint, Page, pageOf } from '../../platform/http/endpoint.contract.js';
import { Instant } from '../../platform/time/time.contract.js';
import { atMost, Line } from '../../platform/text/normal-text.contract.js';

/** A curriculum as admins look after it: what is published of it, what is being written, and who is behind. */
export const CurriculumRow = z
  .object({
    slug: z.string(),
    title: z.string(),
    release: z.int().nullable().describe('The current one; null for what was never published'),
    publishedAt: Instant.nullable(),
    levels: z.int().describe('Of the current release'),
    draft: z
      .object({
        revision: z.int(),
        savedAt: Instant,
        savedBy: z.object({ id: z.uuid(), name: z.string() }).nullable(),
        changes: z.int().describe('Since the current release'),
        faults: z.int(),
      })
      .nullable(),
    enrollments: z.int().describe('Under way'),
    behind: z.int().describe('Of those, on older releases'),
  })
  .meta({ id: 'CurriculumRow' });
export type CurriculumRow = z.output<typeof CurriculumRow>;

export const listCurricula = endpoint({
  method: 'GET',
  path: '/curricula',
  summary: 'List everything that is published or being written, with who is behind, by slug',
  allow: 'administer',
  query: Page.extend({ q: Line.min(1).check(atMost(120)).optional().describe('A part of its title or slug') }),
  answer: pageOf(CurriculumRow),
});
