import { z } from 'zod';
import { CurriculumDocument, LONGEST_LIST, Slug } from '../curriculum-document.contract.js';
import { atMost, UnfinishedText } from '../../platform/text/normal-text.contract.js';

/**
 * A curriculum that is being written: the shape of a document, without its demands. Any field may still be missing, a title empty, weights
 * wrong; that is what faults tell. Only identity is strict, so that drafts can be compared and merged: whatever has a slug has a valid one,
 * once in its list.
 */
type Loosened<Value> = Value extends readonly (infer Item)[]
  ? Loosened<Item>[]
  : Value extends object
    ? { [Key in keyof Value as Key extends 'slug' ? never : Key]?: Loosened<Value[Key]> | undefined } & (Value extends { slug: string }
        ? { slug: string }
        : unknown)
    : Value extends string
      ? string
      : Value;
type LoosePart = { slug: string };
export type DraftDocument = Loosened<Omit<CurriculumDocument, 'levels'>> & { slug: string; levels: Loosened<CurriculumDocument['levels']> };

const LONGEST_TEXT = 20_000;

/** The same structure with every field optional. Only the kinds of schema that the document is made of are known. */
function loosened(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return loosened(schema.def.innerType as z.ZodType);
  if (schema instanceof z.ZodObject) return looseObject([schema]);
  if (schema instanceof z.ZodUnion) return looseObject(schema.def.options as z.ZodObject[]);
  if (schema instanceof z.ZodArray) return looseList(schema.def.element as z.ZodType);
  if (schema instanceof z.ZodNumber) return z.number();
  if (schema instanceof z.ZodBoolean) return z.boolean();
  return UnfinishedText.check(atMost(LONGEST_TEXT));
}

/** A choice between objects becomes one object with the keys of all. */
function looseObject(choices: readonly z.ZodObject[]): z.ZodType {
  const shape = Object.assign({}, ...choices.map((choice) => choice.shape)) as Record<string, z.ZodType>;
  return z.strictObject(Object.fromEntries(Object.entries(shape).map(([key, inner]) => [key, key === 'slug' ? Slug : filledOrLeft(inner)])));
}

/** What is left out is filled in where a document does so too, so that the two compare; everything else stays away. */
function filledOrLeft(schema: z.ZodType): z.ZodType {
  const loose = loosened(schema);
  if (schema instanceof z.ZodDefault) return loose.default(schema.def.defaultValue);
  return loose instanceof z.ZodArray ? loose.default([]) : loose.optional();
}

function looseList(element: z.ZodType): z.ZodType {
  const list = z.array(loosened(element)).max(2 * LONGEST_LIST);
  if (!(element instanceof z.ZodObject) || !('slug' in element.shape)) return list;
  return list.check(({ value, issues }) => {
    const used = new Set<string>();
    for (const [index, { slug }] of (value as LoosePart[]).entries()) {
      if (used.has(slug)) issues.push({ code: 'custom', input: slug, path: [index, 'slug'], message: `The slug "${slug}" is used already` });
      used.add(slug);
    }
  });
}

export const DraftDocument = loosened(CurriculumDocument) as z.ZodType<DraftDocument, DraftDocument>;
