import { z } from 'zod';

export const ChangedPart = z
  .enum([
    ...(['certification', 'level', 'skill', 'project', 'plan', 'learning path', 'job role', 'provider', 'question'] as const),
    ...(['plan phase', 'prerequisite', 'acceptance criterion', 'common mistake', 'audience', 'technology'] as const),
    ...(['level of the path', 'recommendation', 'skill it shows', 'skill before it', 'focus', 'next certification'] as const),
  ])
  .meta({ id: 'ChangedPart' });
export type ChangedPart = z.output<typeof ChangedPart>;

const where = {
  part: ChangedPart,
  path: z
    .array(z.string())
    .describe(
      'Where it stands, by lists and keys: `levels`, `foundation`, `skills`, `ml-lifecycle`. A key is a slug, or what is told apart by: a title, a text',
    ),
  title: z.string().describe('What it is called; of a list whose order changed, the one that moved, or nothing where several did'),
};
const Value = z.unknown().describe('As the document holds it; null where there is none');

/** One difference between two documents of a certification. */
export const CurriculumChange = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('added'),
      ...where,
      after: Value,
      follows: z.string().nullable().describe('Key of the one it comes after; null for the first'),
    }),
    z.object({ kind: z.literal('removed'), ...where, before: Value }),
    z.object({ kind: z.literal('changed'), ...where, field: z.string().describe('`text` where the part is nothing but that'), before: Value, after: Value }),
    z.object({ kind: z.literal('moved'), ...where, order: z.array(z.string()).describe('Keys, as they follow one another now') }),
  ])
  .meta({ id: 'CurriculumChange' });
export type CurriculumChange = z.output<typeof CurriculumChange>;
