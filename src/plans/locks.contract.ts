import { z } from 'zod';
import { EnrollmentId } from '../enrollments/enrollments.contract.js';
import { endpoint } from '../platform/http/endpoint.contract.js';
import { LocalDate } from '../platform/time/time.contract.js';

export const PartLock = z
  .object({
    kind: z.enum(['skill', 'project']),
    partId: z.uuid(),
    title: z.string(),
    locked: z.boolean().describe('What was begun or done is never locked'),
    leftOut: z.boolean().describe('Whether the learner leaves it out of the plan'),
    reason: z.string().nullable().describe('Why it is locked, in a sentence'),
    unlockedBy: z.array(
      z.object({
        skillId: z.uuid(),
        title: z.string(),
        doneMinutes: z.int(),
        wantedMinutes: z.int().describe('Of study, from which this skill holds nothing back'),
      }),
    ),
    opensOn: LocalDate.nullable().describe('When the plan has come so far; null where it does not say'),
    behind: z.object({
      summary: z.string().describe('What waits there'),
      effortMinutes: z.int(),
      shows: z.array(z.object({ skillId: z.uuid(), title: z.string() })).describe('Skills that it shows'),
      opens: z.array(z.object({ partId: z.uuid(), title: z.string() })).describe('What waits for this part in turn'),
    }),
  })
  .meta({ id: 'PartLock' });
export type PartLock = z.output<typeof PartLock>;

export const readLocks = endpoint({
  method: 'GET',
  path: '/enrollments/:enrollmentId/locks',
  summary: 'Say of each skill and project whether it is locked, why, what unlocks it and what lies behind it',
  allow: 'read-enrollment',
  params: EnrollmentId,
  answer: z.object({ items: z.array(PartLock) }),
});
