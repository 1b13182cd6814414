/**
 * A CASE file as its publisher wrote it, made into the package that the standard describes. What is taken otherwise than it is written, or
 * left out, is named.
 */
import { counted, named } from './counted.js';
import type { Unmapped } from './unmapped.contract.js';
import { nameOf, some } from './unmapped.js';

type Raw = Record<string, unknown>;
const isRaw = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value);

export type TolerantCase = { value: unknown; tolerated: Unmapped[]; packages?: never } | { packages: number };

/** Null where nothing in the file looks like a package. */
export function tolerantCase(value: unknown): TolerantCase | null {
  const found = packagesIn(value);
  const [only, ...more] = found;
  if (!only) return null;
  if (more.length > 0) return { packages: found.length };
  const items = withoutRepeats(listIn(only.value['CFItems']));
  const associations = telling(listIn(only.value['CFAssociations']));
  const document = withTextId(only.value['CFDocument']);
  const read = {
    ...only.value,
    CFDocument: document,
    ...(items.list !== undefined && { CFItems: items.list }),
    ...(associations.list !== undefined && { CFAssociations: associations.list }),
  };
  return { value: read, tolerated: [...wrapper(only), ...items.tolerated, ...associations.tolerated] };
}

interface Found {
  value: Raw;
  /** Keys that lead to it. */
  path: readonly string[];
  /** What stands beside it in its wrappers. */
  beside: readonly string[];
}

const MAX_DEPTH = 4;
const isPackage = (value: Raw) => Object.hasOwn(value, 'CFDocument') || Object.hasOwn(value, 'CFItems');

/** Packages in the file: the file itself, or what a server or a program has wrapped. */
function packagesIn(value: unknown, path: readonly string[] = [], beside: readonly string[] = []): Found[] {
  if (Array.isArray(value)) return path.length > MAX_DEPTH ? [] : value.slice(0, 20).flatMap((inner) => (isRaw(inner) ? packagesIn(inner, path, beside) : []));
  if (!isRaw(value)) return [];
  if (isPackage(value)) return [{ value, path, beside }];
  if (path.length >= MAX_DEPTH) return [];
  const keys = Object.keys(value).slice(0, 50);
  return keys.flatMap((key) => packagesIn(value[key], [...path, key], [...beside, ...keys.filter((other) => other !== key)]));
}

const wrapper = ({ path, beside }: Found): Unmapped[] => [
  ...some(path.length, `The wrapper ${named(path.map(nameOf))}`, 'Only the package in it is read'),
  ...some(beside.length, `What is next to the package: ${named(beside.map(nameOf))}`, 'It isn’t part of the package'),
];

/** A list, also where a program that came from XML made it an object with one list in it, or left a single entry bare. */
function listIn(value: unknown): unknown {
  if (!isRaw(value)) return value;
  const lists = Object.values(value).filter(Array.isArray);
  if (Object.keys(value).length === 1 && lists.length === 1) return lists[0];
  return 'identifier' in value ? [value] : value;
}

/** Numbers as identifiers are text. */
function withTextId(value: unknown): unknown {
  if (!isRaw(value)) return value;
  return typeof value['identifier'] === 'number' ? { ...value, identifier: String(value['identifier']) } : value;
}

interface Tolerated {
  list: unknown;
  tolerated: Unmapped[];
}

/** Identical copies of an item count as one item. */
function withoutRepeats(list: unknown): Tolerated {
  if (!Array.isArray(list)) return { list: withCode(list), tolerated: [] };
  const seen = new Map<unknown, string>();
  const items = list.filter((item) => !isNothing(item)).map((item) => withCode(withTextId(item)));
  const empty = list.length - items.length;
  const kept = items.filter((item) => {
    if (!isRaw(item) || typeof item['identifier'] !== 'string') return true;
    const text = JSON.stringify(item);
    if (seen.get(item['identifier']) === text) return false;
    seen.set(item['identifier'], text);
    return true;
  });
  const repeated = items.length - kept.length;
  return {
    list: kept,
    tolerated: [
      ...some(empty, `${counted(empty, 'empty item')} not kept`, 'It has neither an identifier nor a statement'),
      ...some(repeated, `${counted(repeated, 'item')} in the file twice`, 'The second copy is identical'),
    ],
  };
}

/** Exports write deleted items as `null`, or as keys without values. */
const isNothing = (item: unknown): boolean =>
  item === null || (isRaw(item) && Object.keys(item).length > 0 && Object.values(item).every((value) => value === null || value === ''));

/** A code such as 1.2 that a program wrote as a number. */
const withCode = (item: unknown): unknown =>
  isRaw(item) && typeof item['humanCodingScheme'] === 'number' ? { ...item, humanCodingScheme: String(item['humanCodingScheme']) } : item;

/** Associations that say something; their numbers in quotes are numbers, and isChildOf counts in any case of its letters. */
function telling(list: unknown): Tolerated {
  if (!Array.isArray(list)) return { list, tolerated: [] };
  let [numbers, unread] = [0, 0];
  const kept = list.flatMap((association: unknown) => {
    if (!isRaw(association) || typeof association['associationType'] !== 'string' || association['associationType'].trim() === '') return [];
    const { sequenceNumber } = association;
    const sequence = sequenceOf(sequenceNumber);
    if (typeof sequenceNumber === 'string' && typeof sequence === 'number') numbers += 1;
    if (sequence === undefined) unread += 1;
    return [{ ...association, ...ends(association), associationType: kindOf(association['associationType'].trim()), sequenceNumber: sequence ?? null }];
  });
  const silent = list.length - kept.length;
  return {
    list: kept,
    tolerated: [
      ...some(
        silent,
        `${counted(silent, 'association')} not kept: without a kind`,
        'It has no meaning. The items go where other associations put them, or at the top',
      ),
      ...some(numbers, `Sequence numbers of ${counted(numbers, 'association')}, written as text`, 'They count as numbers'),
      ...some(unread, `Invalid sequence numbers of ${counted(unread, 'association')}`, 'The items come after those with a number'),
    ],
  };
}

/** Null where there is none, undefined where it cannot be read. */
function sequenceOf(value: unknown): number | null | undefined {
  if (value === null || value === undefined || (typeof value === 'string' && value.trim() === '')) return null;
  const number = typeof value === 'string' ? Number(value.trim().replace(',', '.')) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

const ends = ({ originNodeURI, destinationNodeURI }: Raw): Raw => ({
  originNodeURI: withTextId(originNodeURI),
  destinationNodeURI: withTextId(destinationNodeURI),
});
const kindOf = (kind: string) => (kind.toLowerCase() === 'ischildof' ? 'isChildOf' : kind);
