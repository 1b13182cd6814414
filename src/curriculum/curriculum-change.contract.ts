import { z } from 'zod';

export const ChangedPart = z
  .enum(['certification', 'level', 'skill', 'project', 'plan', 'learning path', 'job role', 'provider', 'question'])
  .meta({ id: 'ChangedPart' });
export type ChangedPart = z.output<typeof ChangedPart>;

const where = {
  part: ChangedPart,
  path: z.array(z.string()).describe('Where it stands: `levels`, `foundation`, `skills`, `ml-lifecycle`'),
  title: z.string().describe('What it is called; empty for the order of a list'),
};
const Value = z.unknown().describe('As the document holds it; null where there is none');

/** One difference between two documents of a certification. */
export const CurriculumChange = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('added'), ...where, after: Value }),
    z.object({ kind: z.literal('removed'), ...where, before: Value }),
    z.object({ kind: z.literal('changed'), ...where, field: z.string(), before: Value, after: Value }),
    z.object({ kind: z.literal('moved'), ...where, order: z.array(z.string()).describe('Slugs, as they follow one another now') }),
  ])
  .meta({ id: 'CurriculumChange' });
export type CurriculumChange = z.output<typeof CurriculumChange>;
