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

export const Wanting = z
  .object({ studyDays: z.int().describe('So many days of study more'), practiceItems: z.int().describe('Or so many items of practice exams more') })
  .meta({ id: 'Wanting' });

/** What the points of a skill are made of, each in points of the level's score. */
export const ScoreParts = z
  .object({
    coverage: z.number().describe('Study of it, against the effort expected'),
    projects: z.number().describe('Work beside its study: projects that show it, and how they were judged; and the work that answering items is'),
    practice: z.number().describe('Items of practice exams, right and wrong'),
    ratings: z.number().describe('How the learner rates themselves'),
    signOffs: z.number().describe('That a mentor attests it'),
    memory: z.number().describe('What was forgotten since: zero or less'),
  })
  .meta({ id: 'ScoreParts' });

const CountedItems = z
  .object({ right: z.number(), of: z.number() })
  .meta({ id: 'CountedItems' })
  .describe('Items as they count on the day: each counts half after 120 days');

/** What stands behind the points of a skill, as it was counted. */
export const Behind = z
  .object({
    studyMinutes: z.int().describe('Logged for the skill itself'),
    projectMinutes: z.int().describe('Its part of projects that show it; a finished one counts with its whole effort'),
    itemMinutes: z.int().describe('What answering items of practice exams counts as'),
    projects: z
      .array(
        z.object({ projectId: z.uuid(), title: z.string(), minutes: z.int().describe('Logged for it in all'), state: z.enum(['open', 'finished', 'judged']) }),
      )
      .describe('Those that show it and were worked on'),
    items: z.object({ projects: CountedItems, practice: CountedItems, ratings: CountedItems, signOffs: CountedItems }),
    recalledOn: LocalDate.nullable().describe('The last day that its memory rests on: study, work on a project or a practice exam'),
  })
  .meta({ id: 'Behind' });
export type Behind = z.output<typeof Behind>;

export const SkillReadiness = z
  .object({
    skillId: z.uuid(),
    title: z.string(),
    weightPercent: z.number(),
    score,
    low: score,
    high: score,
    points: z.number().describe('What it gives to the score; the points of all skills sum to it'),
    parts: ScoreParts.describe('Sum to its points'),
    isNeglected: z.boolean().describe('Under half of the mean: it takes more from the score than its weight'),
    minutes: z.int().describe('Logged, its part of projects included'),
    effortMinutes: z.int().describe('Expected'),
    itemsAnswered: z.int().describe('Of practice exams'),
    recallPercent: score.nullable().describe('How likely it is recalled now; null for a skill that was never studied'),
    behind: Behind,
  })
  .meta({ id: 'SkillReadiness' });

/** Something to do next, with what it is likely worth. */
export const NextAction = z
  .object({
    kind: z.enum(['study', 'review', 'practice', 'project', 'review-of-project', 'sign-off']),
    skillId: z.uuid().nullable(),
    projectId: z.uuid().nullable(),
    title: z.string(),
    minutes: z.int(),
    points: z.number().describe('Likely gain of the score'),
    rangePoints: z.number().describe('By how much narrower its range is likely to get'),
    reason: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('not-started') }),
      z.object({ kind: z.literal('least-covered'), weightPercent: z.number() }),
      z.object({ kind: z.literal('fading'), daysSince: z.int() }),
      z.object({ kind: z.literal('shows-skills'), skills: z.array(z.string()) }),
      z.object({ kind: z.literal('unproven'), daysSince: z.int().nullable().describe('Since the last practice exam; null if there was none') }),
      z.object({ kind: z.literal('unreviewed') }),
      z.object({ kind: z.literal('unattested') }),
    ]),
  })
  .meta({ id: 'NextAction' });
export type NextAction = z.output<typeof NextAction>;

const Probability = z.number().min(0).max(1);

export const ReadinessPoint = z
  .object({
    date: LocalDate,
    score: score.nullable(),
    low: score.nullable(),
    high: score.nullable(),
    probability: Probability.nullable().describe('Of passing, with its range: all three, or none'),
    probabilityLow: Probability.nullable(),
    probabilityHigh: Probability.nullable(),
  })
  .meta({ id: 'ReadinessPoint' });

/** What changed of the score since an earlier day, the largest first; it sums to the change. */
export const ScoreChange = z
  .object({
    since: LocalDate,
    points: z.int(),
    parts: z.array(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('skill'), skillId: z.uuid(), title: z.string(), points: z.number() }),
        z.object({ kind: z.literal('forgotten'), points: z.number() }),
      ]),
    ),
  })
  .meta({ id: 'ScoreChange' });
export type ScoreChange = z.output<typeof ScoreChange>;

/** The one thing that holds the score back most. */
export const MainReason = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('neglected'), skillId: z.uuid(), title: z.string(), weightPercent: z.number(), score }),
    z.object({ kind: z.literal('forgotten'), skillId: z.uuid(), title: z.string(), points: z.number() }),
    z.object({ kind: z.literal('not-covered'), skillId: z.uuid(), title: z.string(), points: z.number() }),
    z
      .object({ kind: z.literal('project-open'), skillId: z.uuid(), title: z.string(), projectId: z.uuid(), project: z.string(), points: z.number() })
      .describe('The skill is studied, but a project that shows it is not done'),
    z.object({ kind: z.literal('untested'), points: z.number() }),
    z.object({ kind: z.literal('practice'), skillId: z.uuid(), title: z.string(), points: z.number() }),
  ])
  .meta({ id: 'MainReason' });
export type MainReason = z.output<typeof MainReason>;

export const CHANCE_PARTS = ['study', 'work', 'scores', 'lateness', 'coverage', 'attempts'] as const;

/** How likely the exam is passed on its date. It never stands without its range. */
export const Chance = z
  .object({
    examOn: LocalDate,
    probability: Probability,
    low: Probability.describe('Four fifths of such chances lie within low and high'),
    high: Probability,
    usual: Probability.describe('Of someone like the usual peer in everything'),
    parts: z
      .array(z.object({ kind: z.enum(CHANCE_PARTS), points: z.number().describe('Percentage points') }))
      .describe('Sum to the difference from the usual one'),
    peers: z.int().describe('How many learners of the level it is compared with; with few of them it is held to what is usual elsewhere'),
    outcomes: z.int().describe('Recorded outcomes of this level that it has learnt from'),
    model: z.string(),
  })
  .meta({ id: 'Chance' });
export type Chance = z.output<typeof Chance>;

/** How a new model changed the score: the last of the model before, and the first of this one. */
export const ModelChange = z.object({ model: z.string(), from: score, to: score, date: LocalDate }).meta({ id: 'ModelChange' });
export type ModelChange = z.output<typeof ModelChange>;

export const Readiness = z
  .object({
    enrollmentId: z.uuid(),
    state: z.enum(['computing', 'too-early', 'computed']),
    score: score.nullable().describe('0 to 100: what is learnt and still held. Null while there is too little to go on'),
    low: score.nullable().describe('Four fifths of such scores lie within low and high'),
    high: score.nullable(),
    band: Band,
    wanting: Wanting.nullable().describe('What would be enough to say something'),
    change: z.int().nullable().describe('Against a week before'),
    changed: ScoreChange.nullable().describe('The same part by part; null where there is nothing to compare'),
    reason: MainReason.nullable(),
    chance: Chance.nullable(),
    noChance: z
      .enum(['too-early', 'exam-gone', 'exam-taken', 'passed', 'failed', 'paused', 'not-active'])
      .nullable()
      .describe('Why there is no chance to speak of'),
    computedAt: Instant.nullable(),
    coversUntil: Instant.nullable().describe('The latest change of an entry that this score knows of'),
    model: z.string().describe('Name of the model that said so'),
    modelChange: ModelChange.nullable().describe('Until the learner dismisses it; null for others, and where the score stayed the same'),
    skills: z.array(SkillReadiness),
    nextActions: z.array(NextAction),
    history: z.array(ReadinessPoint).describe('One point a day on which something changed, oldest first'),
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
