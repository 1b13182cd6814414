import { z } from 'zod';
import { endpoint } from '../platform/http/endpoint.contract.js';
import { problem } from '../platform/http/problem.contract.js';
import { Prerequisite, Slug } from './curriculum-document.contract.js';
import { Opaque } from '../platform/text/normal-text.contract.js';

/** How a prerequisite is named in answers: by its level and its place there, from one, in the current release: `professional.2`. */
export const prerequisiteKey = (level: string, index: number): string => `${level}.${index + 1}`;

const words = (longest: number, pattern: RegExp, wrong: string) =>
  Opaque.max(longest)
    .default('')
    .transform((text) => text.split(',').filter((word) => word !== ''))
    .pipe(z.array(z.string().regex(pattern, wrong)).max(200));
const slugs = () => words(8_000, /^[a-z0-9]+(-[a-z0-9]+)*$/, 'Must be slugs, joined by commas');
const keys = () => words(8_000, /^[a-z0-9]+(-[a-z0-9]+)*\.[1-9]\d{0,2}$/, 'Must be prerequisites as in professional.2, joined by commas');

/** What somebody says of themselves; all of it may be left out. */
export const Said = z.object({
  role: Slug.optional().describe('A job role: "I am a Data Engineer"'),
  path: Slug.optional().describe('A learning path: "I follow the SRE path"'),
  level: Slug.optional().describe('The level one thinks of: "may I start there?"'),
  knows: slugs().describe('Subjects one knows, joined by commas: docker,python'),
  lacks: slugs().describe('Subjects one does not know yet'),
  met: keys().describe('Prerequisites one has: professional.2,professional.3'),
  partly: keys().describe('Prerequisites one has in part'),
  unmet: keys().describe('Prerequisites one does not have'),
  passed: slugs().describe('Levels one has passed'),
});
export type Said = z.output<typeof Said>;

const LevelName = z.object({ id: z.uuid(), slug: z.string(), title: z.string() });
export type LevelName = z.output<typeof LevelName>;

export const ReasonKind = z
  .enum([
    'role',
    'path',
    'order',
    'asked',
    'passed',
    'way-done',
    'not-open',
    'comes-first',
    'lacking',
    'within-reach',
    'step-back',
    'known',
    'taught-here',
    'advice',
    'none',
  ])
  .meta({ id: 'StartReasonKind' });

export const StartReason = z
  .object({
    kind: ReasonKind,
    words: z.string().describe('What the rule says'),
    quote: z.string().nullable().describe("The curriculum's own words that it rests on, as plain text"),
  })
  .meta({ id: 'StartReason' });
export type StartReason = z.output<typeof StartReason>;

export const Standing = z.enum(['met', 'partly', 'lacking', 'unsaid']).meta({ id: 'PrerequisiteStanding' });
export type Standing = z.output<typeof Standing>;

export const Subject = z.object({ slug: z.string(), name: z.string(), said: z.enum(['known', 'lacking', 'unsaid']) }).meta({ id: 'Subject' });
export type Subject = z.output<typeof Subject>;

export const StartingPoint = z
  .object({
    level: LevelName.nullable().describe('Where to start: open, not passed, and every level that it demands is passed. Null where there is none'),
    reasons: z.array(StartReason).describe('Why, in the order it was decided'),
    before: z
      .array(
        z.object({
          key: z.string(),
          kind: z.enum(['level', 'knowledge', 'experience']),
          rule: Prerequisite.options[0].shape.rule,
          text: z.string(),
          standing: Standing,
          subjects: z.array(Subject),
        }),
      )
      .describe('What that level asks for, and how one stands to it'),
    alternatives: z.array(z.object({ level: LevelName, words: z.string(), quote: z.string().nullable() })).describe('Others one may begin'),
    subjects: z.array(Subject).describe('What `knows` and `lacks` can name'),
  })
  .meta({ id: 'StartingPoint' });
export type StartingPoint = z.output<typeof StartingPoint>;

export const answerUnknown = problem({ slug: 'answer-unknown', status: 422, title: 'The certification holds nothing of that name' });
export const answersContradict = problem({ slug: 'answers-contradict', status: 422, title: 'The answers contradict one another' });

export const findStart = endpoint({
  method: 'GET',
  path: '/certifications/:slug/start',
  summary: 'Say which level of a certification to start with, and why',
  allow: 'public',
  params: z.object({ slug: Slug }),
  query: Said,
  answer: StartingPoint,
  refusals: [answerUnknown, answersContradict],
});
