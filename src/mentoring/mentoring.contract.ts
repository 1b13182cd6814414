import { z } from 'zod';
import { endpoint, Page, pageOf } from '../platform/http/endpoint.contract.js';
import { notFound } from '../platform/http/problems.contract.js';
import { LocalDate } from '../platform/time/time.contract.js';
import { atMost, Line } from '../platform/text/normal-text.contract.js';
import { Band, Chance } from '../readiness/readiness.contract.js';

/** Why a mentor should look at somebody: what, and how much. Days of silence are days with time: rest days and breaks do not count. */
export const AttentionReason = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('silent'), days: z.int() }),
    z.object({ kind: z.literal('behind'), minutes: z.int() }),
    z.object({ kind: z.literal('exam-near'), days: z.int(), score: z.int().nullable() }),
    z.object({ kind: z.literal('never-started'), days: z.int() }),
  ])
  .meta({ id: 'AttentionReason' });
export type AttentionReason = z.output<typeof AttentionReason>;

/** One enrollment as a mentor's board shows it. */
export const LearnerRow = z
  .object({
    enrollmentId: z.uuid(),
    name: z.string(),
    isDeactivated: z.boolean().describe('Whether the account is deactivated; such learners need no attention'),
    level: z.object({ slug: z.string(), title: z.string() }),
    state: z.string(),
    readiness: z.object({
      score: z.int().nullable(),
      low: z.int().nullable(),
      high: z.int().nullable(),
      band: Band,
      change: z.int().nullable(),
      chance: Chance.pick({ probability: true, low: true, high: true }).nullable().describe('Of passing on the exam date'),
    }),
    trend: z.array(z.int()).describe('Scores of the last 30 days, oldest first'),
    lastStudiedOn: LocalDate.nullable(),
    daysSinceStudied: z.int().nullable(),
    studiedOfPlanned: z.object({ studied: z.int(), planned: z.int() }).describe('Planned days of the last 14'),
    streak: z.int(),
    examOn: LocalDate,
    daysToExam: z.int(),
    needsAttention: z.boolean(),
    reasons: z.array(AttentionReason).describe('The most urgent first'),
  })
  .meta({ id: 'LearnerRow' });
export type LearnerRow = z.output<typeof LearnerRow>;

/** Counts of learners, whatever page is asked for. */
const LearnerCounts = z.object({
  all: z.int().describe('Your learners, whether the search finds them or not'),
  needAttention: z.int().describe('How many of all need attention'),
  found: z.int().describe('How many the search finds; all without one'),
  foundNeedAttention: z.int().describe('How many of those found need attention'),
});

export const listLearners = endpoint({
  method: 'GET',
  path: '/learners',
  summary: 'List the learners you mentor, those who need attention first',
  allow: 'mentor',
  query: Page.extend({ search: Line.check(atMost(120)).optional() }),
  answer: pageOf(LearnerRow).extend({ counts: LearnerCounts }),
});

export const readLearner = endpoint({
  method: 'GET',
  path: '/learners/:enrollmentId',
  summary: 'Read the board row of one learner you mentor',
  allow: 'mentor',
  params: z.object({ enrollmentId: z.uuid() }),
  answer: LearnerRow,
  refusals: [notFound],
});
