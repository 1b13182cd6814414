import { z } from 'zod';
import { LONGEST_LIST } from './curriculum-document.contract.js';

/**
 * A document as far as it can be made out: what has the wrong shape is simply not seen. So the checks across fields run on a faulty
 * document too, and a person hears of all faults at once.
 */
const slug = z.string().optional().catch(undefined);
const number = z.number().optional().catch(undefined);
const object = <Shape extends z.ZodRawShape>(shape: Shape) => z.preprocess((value) => (isRecord(value) ? value : {}), z.object(shape));
const list = <Item extends z.ZodType>(item: Item) => z.preprocess((value) => (Array.isArray(value) ? value.slice(0, LONGEST_LIST) : []), z.array(item));
const span = object({ min: number, max: number });
const nextStep = object({ level: slug });
const named = object({ slug });

const LevelSketch = object({
  slug,
  basis: slug,
  prerequisites: list(object({ kind: slug, level: slug })),
  skills: list(object({ slug, weightPercent: number, effortMinutes: number, after: list(slug) })),
  projects: list(object({ slug, shows: list(slug), effortMinutes: number })),
  planTemplates: list(
    object({
      slug,
      minDays: number,
      maxDays: number,
      needed: z.boolean().optional().catch(undefined),
      exception: slug,
      phases: list(object({ sharePercent: number, focus: list(slug) })),
    }),
  ),
  typicalDays: span,
  next: object({ sameTrack: nextStep, crossTrack: nextStep, leadership: nextStep }),
});
export type LevelSketch = z.output<typeof LevelSketch>;

export const Sketch = object({
  validityMonths: span,
  levels: list(LevelSketch),
  learningPaths: list(object({ slug, levels: list(slug) })),
  jobRoles: list(object({ slug, recommended: list(object({ level: slug })) })),
  nextCertifications: object({ sameTrack: list(nextStep), crossTrack: list(nextStep), leadership: list(nextStep) }),
  providers: list(named),
  questions: list(named),
});
export type Sketch = z.output<typeof Sketch>;

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
