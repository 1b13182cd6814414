import { z } from 'zod';

/** How hard a learner goes, whatever time they have; minutes. A session is 120 at most. */
export const Pace = z
  .object({
    mostMinutesADay: z.int('Whole minutes').max(960, 'At most 16 hours a day').nullable().describe('No plan fills a day beyond it; null for no limit'),
    shortestSessionMinutes: z
      .int('Whole minutes')
      .min(10, 'Not below 10 minutes')
      .max(120, 'A session takes 120 minutes at most')
      .describe('No new work is planned for less at a time, unless no more is left of it; reviews are short by nature'),
  })
  .refine(({ mostMinutesADay: most, shortestSessionMinutes: shortest }) => most === null || most >= shortest, {
    path: ['mostMinutesADay'],
    message: 'A day holds a session at least',
  })
  .meta({ id: 'Pace' });
export type Pace = z.output<typeof Pace>;

export const PACE_UNLESS_TOLD: Pace = { mostMinutesADay: null, shortestSessionMinutes: 20 };
