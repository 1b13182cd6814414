import { z } from 'zod';
import { atMost, Line, Lines } from '../platform/text/normal-text.contract.js';
import { webAddress } from '../platform/text/web-address.contract.js';

/**
 * A curriculum as a document: the format of files that are imported, and what a published release holds. Every object is strict, so a
 * misspelt key is a fault and not a silence. What a level does not have yet (its projects, its plan) is absent, never made up.
 * What one field cannot know of another (slugs that exist, sums of 100) is checked in cross-checks.ts.
 */

/** PostgreSQL keeps neither NUL nor half a character, and no page can show a bell. */
export const UNPRINTABLE = /(?![\n\t])[\p{Cc}\p{Cs}]/u;

const text = (longest: number, form = Lines) =>
  form.min(1, 'Is empty').check(atMost(longest, () => `Is longer than ${longest.toLocaleString('en')} characters`));

export const Slug = z
  .string()
  .max(80, 'Is longer than 80 characters')
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Must be lower-case words joined by hyphens, as in ml-lifecycle');
export const Title = text(200, Line);
const Prose = text(5_000);
const Link = webAddress('Must be a web address that begins with https:// or http://');
const wholeDays = z.int('Must be whole days').min(1, 'Must be at least 1').max(1_826, 'Is longer than five years');
const months = z.int('Must be whole months').min(1, 'Must be at least 1').max(600, 'Is longer than fifty years');
const percent = z.number('Must be a number').min(0, 'Must be from 0 to 100').max(100, 'Must be from 0 to 100');
const share = percent.gt(0, 'Must be above 0');
const minutes = z.int('Must be whole minutes').min(1, 'Must be at least 1').max(60_000, 'Is longer than a thousand hours');
/** No list of a curriculum is longer; what stands behind that is not even looked at. */
export const LONGEST_LIST = 200;
const listOf = <Item extends z.ZodType>(item: Item) => z.array(item).max(LONGEST_LIST, `Has more than ${LONGEST_LIST} entries`).default([]);

/** Where weights and efforts come from: the program itself, or Daymark's own judgement, which pages then say. */
export const Basis = z.enum(['published', 'estimate']).meta({ id: 'Basis' });
export type Basis = z.output<typeof Basis>;

export const Skill = z.strictObject({
  slug: Slug,
  title: Title,
  description: Prose,
  weightPercent: share.optional().describe('Share in the readiness of the level; all of a level sum to 100'),
  effortMinutes: minutes.optional().describe('Study it takes someone who meets the prerequisites'),
  after: listOf(Slug).describe('Skills of the same level that are learnt before it'),
});
export type Skill = z.output<typeof Skill>;
/** As it may be written: what is absent is a default. */
export type SkillInput = z.input<typeof Skill>;

export const Project = z.strictObject({
  slug: Slug,
  title: Title,
  description: Prose,
  shows: listOf(Slug).describe('Skills of the same level that it shows'),
  acceptance: listOf(Prose).describe('What must be true of it when it is done'),
  effortMinutes: minutes.optional(),
});
export type Project = z.output<typeof Project>;

const Rule = z.enum(['recommended', 'enforced']);
export const Prerequisite = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('level'), level: Slug, text: Prose, rule: Rule }),
    z.strictObject({ kind: z.literal('knowledge'), text: Prose, rule: Rule }),
    z.strictObject({ kind: z.literal('experience'), text: Prose, rule: Rule }),
  ])
  .meta({ id: 'Prerequisite' });
export type Prerequisite = z.output<typeof Prerequisite>;

export const TemplatePhase = z
  .strictObject({
    title: Title,
    summary: Prose,
    sharePercent: share.describe('Of the days of the plan; all phases sum to 100'),
    focus: listOf(Slug).describe('Skills and projects of the level whose turn it is'),
  })
  .meta({ id: 'TemplatePhase' });

export const PlanTemplate = z
  .strictObject({
    slug: Slug,
    title: Title,
    summary: Prose,
    minDays: wholeDays,
    maxDays: wholeDays,
    needed: z.boolean().describe('False for a length that this level does not need'),
    exception: Prose.optional().describe('Who needs it all the same'),
    phases: listOf(TemplatePhase),
  })
  .meta({ id: 'PlanTemplate' });
export type PlanTemplate = z.output<typeof PlanTemplate>;

/** A way on: another level here, or something that is found elsewhere. */
export const NextStep = z.strictObject({ name: Title, summary: Prose.optional(), level: Slug.optional(), link: Link.optional() }).meta({ id: 'NextStep' });

const Days = z.strictObject({ min: wholeDays, max: wholeDays });

export const LevelDocument = z.strictObject({
  slug: Slug,
  title: Title,
  track: Title.describe('How far along it is, in a word: beginner, expert'),
  audience: listOf(Title).describe('For whom, one kind of person each'),
  summary: Prose,
  order: z.int().min(1).max(1_000).describe('In which it is best taken; lists follow it'),
  optional: z.boolean().default(false).describe('For a specific need, outside the usual order'),
  prerequisites: listOf(Prerequisite),
  validates: Prose.optional(),
  basis: Basis.optional().describe('Where weights and efforts come from; said by every level that has them'),
  skills: listOf(Skill),
  projects: listOf(Project),
  planTemplates: listOf(PlanTemplate),
  typicalDays: Days.optional(),
  mistakes: listOf(Prose),
  next: z.strictObject({ sameTrack: NextStep.optional(), crossTrack: NextStep.optional(), leadership: NextStep.optional() }).optional(),
  exam: z
    .strictObject({ passMarkPercent: percent.optional(), minutes: minutes.optional(), format: Prose.optional() })
    .optional()
    .describe('Only what the program publishes'),
});
export type LevelDocument = z.output<typeof LevelDocument>;

export const LearningPath = z
  .strictObject({
    slug: Slug,
    title: Title,
    focus: Prose,
    levels: listOf(Slug).describe('Levels that lead there, in their order'),
    basis: Basis.describe('Where the choice of levels comes from'),
  })
  .meta({ id: 'LearningPath' });

export const JobRole = z
  .strictObject({
    slug: Slug,
    title: Title,
    summary: Prose,
    recommended: listOf(z.union([z.strictObject({ level: Slug }), z.strictObject({ external: Title })])).describe('In order; external ones are not held here'),
  })
  .meta({ id: 'JobRole' });

export const Provider = z.strictObject({ slug: Slug, name: Title, summary: Prose, link: Link.optional() }).meta({ id: 'Provider' });

export const Question = z.strictObject({ slug: Slug, group: z.enum(['general', 'program']), question: Title, answer: Prose }).meta({ id: 'Question' });

export const CurriculumDocument = z.strictObject({
  slug: Slug,
  title: Title,
  host: Title.describe('Who runs the program'),
  summary: Prose,
  audience: listOf(Title),
  technologies: listOf(Title),
  assessment: Prose,
  validityMonths: z.strictObject({ min: months, max: months, renewal: Prose.optional() }).optional(),
  levels: z.array(LevelDocument).min(1, 'Must hold at least one level').max(50, 'Has more than 50 entries'),
  learningPaths: listOf(LearningPath),
  jobRoles: listOf(JobRole),
  nextCertifications: z
    .strictObject({ sameTrack: listOf(NextStep), crossTrack: listOf(NextStep), leadership: listOf(NextStep) })
    .default({ sameTrack: [], crossTrack: [], leadership: [] }),
  providers: listOf(Provider),
  questions: listOf(Question),
});
export type CurriculumDocument = z.output<typeof CurriculumDocument>;

/** Whether one can enroll: a level is not open until its skills have weights. */
export function isOpen(level: { skills: readonly Pick<Skill, 'weightPercent'>[] }): boolean {
  return level.skills.some(({ weightPercent }) => weightPercent !== undefined);
}
