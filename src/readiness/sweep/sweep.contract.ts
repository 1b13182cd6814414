import { z } from 'zod';
import { endpoint } from '../../platform/http/endpoint.contract.js';
import { Instant, LocalDate } from '../../platform/time/time.contract.js';

/** How far the daily sweep of readiness is. */
export const SweepProgress = z
  .object({
    due: z.int().describe('Enrollments whose day has ended since their readiness was worked out'),
    sweptToday: z.int().describe('Since midnight, UTC'),
    workers: z.int().describe('At it now'),
    perSecond: z.number().nullable().describe('By those at it now, or by one; null where nothing was swept today'),
    throughAt: Instant.nullable().describe('When nothing is due any more at that rate; null where nothing is due, or the rate is unknown'),
    check: z
      .object({ on: LocalDate, sampled: z.int(), differing: z.int().describe('Of the sample; they were worked out anew') })
      .nullable()
      .describe('What the last nightly check found'),
  })
  .meta({ id: 'SweepProgress' });
export type SweepProgress = z.output<typeof SweepProgress>;

export const readSweepProgress = endpoint({
  method: 'GET',
  path: '/readiness-sweep',
  summary: 'Say how far the daily sweep of readiness is, and what its nightly check found',
  allow: 'administer',
  answer: SweepProgress,
});
