import type { z } from 'zod';
import { crossChecks } from './cross-checks.js';
import { CurriculumDocument } from './curriculum-document.contract.js';
import type { Fault } from './fault.contract.js';
import { parseText } from './parse-text.js';

export type CurriculumRead = { document: CurriculumDocument; faults?: never } | { document?: never; faults: Fault[] };

/**
 * Reads a curriculum from YAML or JSON: the document, or everything that is wrong with it. A file that cannot be parsed is told by line;
 * one that can is checked to its end, shapes and references alike, so that nobody mends it one fault at a time.
 */
export function readCurriculum(text: string): CurriculumRead {
  const { faults, value } = { value: undefined, ...parseText(text) };
  return faults ? { faults: told(faults) } : checkCurriculum(value);
}

/** The same for what is parsed already: the document, or everything that is wrong with it. */
export function checkCurriculum(value: unknown): CurriculumRead {
  const { success, data, error } = CurriculumDocument.safeParse(value);
  const found = [...(error?.issues ?? []).flatMap((issue) => toldPlainly(issue, value)), ...crossChecks(value)];
  return success && found.length === 0 ? { document: data } : { faults: told(inOrder(found)) };
}

/** An issue in a person's words; an unknown key is named one by one, and of a choice the way that fits best is told. */
function toldPlainly(issue: z.core.$ZodIssue, root: unknown, within: readonly PropertyKey[] = []): Fault[] {
  const path = [...within, ...issue.path];
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ path: joined([...path, key]), message: 'Is not a key of a curriculum here' }));
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const [closest = []] = [...issue.errors].sort((one, other) => one.length - other.length);
    return closest.flatMap((inner) => toldPlainly(inner, root, path));
  }
  const value = at(root, path);
  if (value === undefined) return [{ path: joined(path), message: 'Is missing' }];
  if (value === null) return [{ path: joined(path), message: 'Is empty' }];
  return [{ path: joined(path), message: issue.message }];
}

const at = (root: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, key) => (value !== null && typeof value === 'object' ? (value as Record<PropertyKey, unknown>)[key] : undefined), root);
const joined = (path: readonly PropertyKey[]) => path.map(String).join('.');

/** Nobody reads more; a file of another kind altogether has a fault for each of its keys. */
const MOST_FAULTS = 1_000;
export const told = (faults: Fault[]): Fault[] =>
  faults.length <= MOST_FAULTS ? faults : [...faults.slice(0, MOST_FAULTS), { path: '', message: `And ${faults.length - MOST_FAULTS} more faults` }];

/** As the document goes from top to bottom would be best; by path, with numbers as numbers, is close and stable. */
const inOrder = (faults: readonly Fault[]) => [...faults].sort((one, other) => one.path.localeCompare(other.path, 'en', { numeric: true }));
