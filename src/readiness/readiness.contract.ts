import { z } from 'zod';
import { EnrollmentId } from '../enrollments/enrollments.contract.js';
import { endpoint } from '../platform/http/endpoint.contract.js';
import { Instant, LocalDate } from '../platform/time/time.contract.js';

/** From which score a level counts as ready, and as nearly ready. */
export const READY_FROM = 75;
export const NEAR_FROM = 50;

export const Band = z.enum(['too-early', 'building', 'near', 'ready']).meta({ id: 'Band' });
export type Band = z.output<typeof Band>;

const score = z.int().min(0).max(100);

export const SkillReadiness = z
  .object({
    skillId: z.uuid(),
    title: z.string(),
    weightPercent: z.number(),
    score,
    low: score,
    high: score,
    points: z.number().describe('What it gives to the score; the points of all skills sum to it'),
    minutes: z.int().describe('Logged'),
    effortMinutes: z.int().describe('Expected'),
    lastStudiedOn: LocalDate.nullable(),
  })
  .meta({ id: 'SkillReadiness' });

/** Something to do next, with what it is likely worth. */
export const NextAction = z
  .object({
    kind: z.enum(['study', 'review', 'project']),
    skillId: z.uuid().nullable(),
    projectId: z.uuid().nullable(),
    title: z.string(),
    minutes: z.int(),
    points: z.number().describe('Likely gain of the score'),
    reason: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('not-started') }),
      z.object({ kind: z.literal('least-covered'), weightPercent: z.number() }),
      z.object({ kind: z.literal('fading'), daysSince: z.int() }),
      z.object({ kind: z.literal('shows-skills'), skills: z.array(z.string()) }),
    ]),
  })
  .meta({ id: 'NextAction' });
export type NextAction = z.output<typeof NextAction>;

export const ReadinessPoint = z
  .object({ date: LocalDate, score: score.nullable(), low: score.nullable(), high: score.nullable() })
  .meta({ id: 'ReadinessPoint' });

export const Readiness = z
  .object({
    enrollmentId: z.uuid(),
    state: z.enum(['computing', 'too-early', 'computed']),
    score: score.nullable().describe('0 to 100: what is learnt and still held. Null while there is too little to go on'),
    low: score.nullable(),
    high: score.nullable(),
    band: Band,
    wanting: z.object({ studyDays: z.int() }).nullable().describe('What would be enough to say something'),
    change: z.int().nullable().describe('Against a week before'),
    computedAt: Instant.nullable(),
    coversUntil: Instant.nullable().describe('The latest change of an entry that this score knows of'),
    model: z.string().describe('Name of the model that said so'),
    skills: z.array(SkillReadiness),
    nextActions: z.array(NextAction),
    history: z.array(ReadinessPoint).describe('One point a day on which it was computed, oldest first'),
  })
  .meta({ id: 'Readiness' });
export type Readiness = z.output<typeof Readiness>;

export const readReadiness = endpoint({
  method: 'GET',
  path: '/enrollments/:enrollmentId/readiness',
  summary: 'Read how ready the learner is for the level, and why',
  allow: 'read-enrollment',
  scope: 'read',
  params: EnrollmentId,
  answer: Readiness,
});
