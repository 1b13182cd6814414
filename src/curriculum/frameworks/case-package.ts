import { z } from 'zod';
import { MOST_ITEMS } from './framework.js';
import { isGarbled } from './item-text.js';

/**
 * A CFPackage of CASE 1.1 (1EdTech, Competencies and Academic Standards Exchange) as far as a level can use it. Fields that it does not use
 * may have any shape. Null counts as absent, for several publishers write every field of the standard out.
 */
const say = (message: string) => ({ error: ({ input }: { input?: unknown }) => (input === undefined || input === null ? 'Is missing' : message) });

const text = z
  .string('Must be text')
  .nullish()
  .transform((value) => value ?? '');
/** GUIDs, in upper case at some publishers and in lower case at others, and at times both in one file. */
const identifier = z
  .string(say('Must be text'))
  .trim()
  .toLowerCase()
  .min(1, 'Is empty')
  .max(500, 'Is longer than 500 characters')
  .refine((id) => !isGarbled(id), 'Holds a character that cannot be shown');
/** Its length is checked first, so that a file of nothing but commas is not looked through. */
const listOf = <Item extends z.ZodType>(item: Item, most: number) =>
  z
    .array(z.unknown(), 'Must be a list')
    .max(most, `Has more than ${most.toLocaleString('en')} entries`)
    .nullish()
    .transform((items) => items ?? [])
    .pipe(z.array(item));
const object = <Shape extends z.ZodRawShape>(shape: Shape) => z.object(shape, say('Must be an object'));

const CaseItem = object({
  identifier,
  fullStatement: text,
  abbreviatedStatement: text,
  humanCodingScheme: text,
  notes: text,
});
export type CaseItem = z.output<typeof CaseItem>;

/** A link to a node: an object in the standard, the bare address at some publishers. */
const Node = z.unknown().optional().transform(nodeId);

const CaseAssociation = object({
  associationType: z.string(say('Must be text')),
  originNodeURI: Node,
  destinationNodeURI: Node,
  sequenceNumber: z.number('Must be a number').nullish(),
});
export type CaseAssociation = z.output<typeof CaseAssociation>;

export const CasePackage = object({
  CFDocument: object({ identifier, title: text }),
  CFItems: listOf(CaseItem, MOST_ITEMS),
  CFAssociations: listOf(CaseAssociation, 4 * MOST_ITEMS),
});
export type CasePackage = z.output<typeof CasePackage>;

/** Which item or document a link means; an address names it in its last part. Null where it cannot be made out. */
function nodeId(node: unknown): string | null {
  const { identifier: id, uri } = typeof node === 'object' && node !== null ? (node as { identifier?: unknown; uri?: unknown }) : { uri: node };
  if (typeof id === 'string' && id.trim() !== '') return id.trim().toLowerCase();
  return typeof uri === 'string' ? (uri.trim().toLowerCase().split('/').at(-1) ?? '') || null : null;
}
