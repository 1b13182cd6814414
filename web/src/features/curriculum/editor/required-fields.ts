/** Which fields a release must have, as the format of curricula says. Pure. */
import type { z } from 'zod';
import { CurriculumDocument } from '@server/curriculum/curriculum-document.contract';

/** The parts of a schema that matter here, whatever its kind. */
interface Definition {
  type: string;
  innerType?: z.ZodType;
  element?: z.ZodType;
  shape?: Readonly<Record<string, z.ZodType>>;
  options?: readonly z.ZodType[];
}
const defOf = (schema: z.ZodType) => schema.def as unknown as Definition;

/** A part that may be left out as a whole asks for nothing: its fields count once it is begun, and then the check says so. */
export function isRequired(path: string): boolean {
  let schema: z.ZodType | undefined = CurriculumDocument;
  for (const step of path.split('.')) {
    const inside: z.ZodType | undefined = schema && within(schema, step);
    if (!inside) return false;
    schema = inside;
  }
  return schema !== undefined && !schema.safeParse(undefined).success;
}

function within(schema: z.ZodType, step: string): z.ZodType | undefined {
  const { type, innerType, element, shape, options } = defOf(schema);
  if (type === 'array') return element;
  if (type === 'default' || type === 'optional') return innerType && defOf(innerType).type === 'array' ? within(innerType, step) : undefined;
  if (options) return options.flatMap((option) => within(option, step) ?? [])[0];
  return shape?.[step];
}
