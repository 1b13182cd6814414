import type { CaseAssociation, CasePackage } from './case-package.js';
import { isChildOf, type Places } from './case-places.js';
import { counted, named } from './counted.js';
import { looksLikeHtml } from './html-text.js';
import type { Entry } from './outline.js';
import type { Unmapped } from './unmapped.contract.js';
import { commonUnmapped, nameOf, some } from './unmapped.js';

/** A package as its file has it, fields that nobody reads included. */
export interface RawPackage {
  CFDocument: Raw;
  CFItems?: Raw[] | null;
  CFAssociations?: Raw[] | null;
  CFDefinitions?: unknown;
  CFRubrics?: unknown;
}
type Raw = Readonly<Record<string, unknown>>;

/** Names what a package holds and a level has no place for: fields, associations, definitions, rubrics. */
export function caseUnmapped(raw: RawPackage, read: CasePackage, tree: Places, found: { groups: Entry[]; nameless: Entry[] }): Unmapped[] {
  const texts = read.CFItems.flatMap(({ fullStatement, abbreviatedStatement, notes }) => [fullStatement, abbreviatedStatement, notes]);
  return [
    ...commonUnmapped(found, texts, texts.filter(looksLikeHtml).length),
    ...associations(read.CFAssociations, tree),
    ...associationNotes(raw.CFAssociations ?? []),
    ...itemFields(raw.CFItems ?? []),
    ...documentFields(raw.CFDocument),
    ...definitions(raw.CFDefinitions),
    ...rubrics(raw.CFRubrics),
    ...others(Object.entries(raw).filter(([key]) => !PARTS.has(key))),
  ];
}

const PARTS = new Set(['CFDocument', 'CFItems', 'CFAssociations', 'CFDefinitions', 'CFRubrics']);

function associations(all: readonly CaseAssociation[], { astray, further }: Places): Unmapped[] {
  const kinds = new Map<string, number>();
  for (const { associationType } of all.filter((each) => !isChildOf(each))) kinds.set(associationType, (kinds.get(associationType) ?? 0) + 1);
  const ranked = [...kinds].sort(([, one], [, other]) => other - one);
  const rest = ranked.slice(MOST_KINDS);
  return [
    ...some(
      astray.length,
      `${counted(astray.length, 'association')} of kind isChildOf to or from something that is not in this file`,
      'The item stands where another association puts it, or at the top',
    ),
    ...some(further.length, `${counted(further.length, 'further place')} of items`, 'A skill is learnt once, so it stands where the file puts it first'),
    ...ranked.slice(0, MOST_KINDS).map(([kind, count]) => ({
      what: `${counted(count, 'association')} of kind ${KNOWN_KINDS.has(kind) ? kind : nameOf(kind)}`,
      why: kind === 'precedes' ? 'Which skill comes first is for a plan to say' : 'Daymark has no such link between skills',
    })),
    ...some(rest.length, `Associations of ${counted(rest.length, 'more kind')}`, 'Daymark has no such links between skills'),
  ];
}

/** Of associations the standard has ten, and publishers a few of their own; of fields it is much the same. */
const MOST_KINDS = 20;
const KNOWN_KINDS = new Set('isPeerOf isPartOf exactMatchOf precedes isRelatedTo replacedBy exemplar hasSkillLevel isTranslationOf'.split(' '));

const associationNotes = (all: readonly Raw[]) => {
  const count = all.filter((each) => holds(each, 'notes') || holds(each, 'CFAssociationGroupingURI')).length;
  return some(count, `Notes and groupings of ${counted(count, 'association')}`, 'What is below what is all that is read of associations');
};

const READ = new Set(['identifier', 'fullStatement', 'abbreviatedStatement', 'humanCodingScheme', 'notes']);
const FIELDS: readonly { keys: readonly string[]; what: string; why: string }[] = [
  { keys: ['CFItemType', 'CFItemTypeURI', 'alternativeLabel'], what: 'Kinds', why: 'Whatever has nothing below it becomes a skill' },
  { keys: ['educationLevel'], what: 'Education levels', why: 'Whom it is for is said once, by the level that it comes onto' },
  { keys: ['conceptKeywords', 'conceptKeywordsURI'], what: 'Keywords', why: 'Skills have no keywords' },
  { keys: ['subject', 'subjectURI'], what: 'Subjects', why: 'Skills have no subjects' },
  { keys: ['licenseURI'], what: 'Licences', why: 'A curriculum keeps no licences: see that they allow what you do with it' },
  { keys: ['language'], what: 'Languages', why: 'A curriculum does not say which language it is in' },
  { keys: ['listEnumeration'], what: 'Numbers in lists', why: 'Skills stand in the order of the framework' },
  { keys: ['statusStartDate', 'statusEndDate'], what: 'Dates of validity', why: 'A skill is valid while a release holds it' },
  { keys: ['extensions'], what: 'Extensions', why: 'Only their publisher knows what they mean' },
  {
    keys: ['identifier', 'uri', 'lastChangeDateTime', 'CFDocumentURI'],
    what: 'Identifiers, addresses and dates of change',
    why: 'A skill is known by its slug; keep the file to find the way back',
  },
];

function itemFields(items: readonly Raw[]): Unmapped[] {
  const known = new Set([...READ, ...FIELDS.flatMap(({ keys }) => keys)]);
  const unknown = new Set(items.flatMap((item) => Object.keys(item).filter((key) => !known.has(key) && holds(item, key))));
  return [
    ...FIELDS.flatMap(({ keys, what, why }) => {
      const count = items.filter((item) => keys.some((key) => holds(item, key))).length;
      return some(count, `${what} of ${counted(count, 'item')}`, why);
    }),
    ...some(unknown.size, `Other fields of items: ${named([...unknown].map(nameOf), MOST_KINDS)}`, 'They are no part of CASE 1.1'),
  ];
}

function documentFields(document: Raw): Unmapped[] {
  const keys = Object.keys(document).filter((key) => !['identifier', 'title', 'licenseURI'].includes(key) && holds(document, key));
  return [
    ...some(
      keys.length,
      `What the framework says of itself: ${named(keys.map(nameOf), MOST_KINDS)}`,
      'Only skills come onto a level; the title of the framework stands in their descriptions',
    ),
    ...some(
      holds(document, 'licenseURI'),
      'The licence of the framework',
      'A curriculum keeps no licences: see that it allows what you do with it, and whom it wants named',
    ),
  ];
}

function definitions(value: unknown): Unmapped[] {
  const lists = isRaw(value) ? Object.entries(value).filter(([, list]) => !isEmpty(list)) : [];
  const told = lists.map(([key, list]) => `${Array.isArray(list) ? `${list.length.toLocaleString('en')} ` : ''}${nameOf(key)}`);
  return some(lists.length, `Definitions: ${named(told)}`, 'Daymark keeps no lists of concepts, subjects, kinds, groupings or licences');
}

function rubrics(value: unknown): Unmapped[] {
  const count = Array.isArray(value) ? value.length : isEmpty(value) ? 0 : 1;
  return some(count, counted(count, 'rubric'), 'Projects have conditions that must be true, not criteria with levels');
}

const others = (entries: readonly (readonly [string, unknown])[]) => {
  const keys = entries.filter(([, value]) => !isEmpty(value)).map(([key]) => nameOf(key));
  return some(keys.length, `Other parts of the package: ${named(keys)}`, 'They are no part of a framework that Daymark knows');
};

const isRaw = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value);
const isEmpty = (value: unknown) =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0) || (isRaw(value) && Object.keys(value).length === 0);
const holds = (object: Raw, key: string) => Object.hasOwn(object, key) && !isEmpty(object[key]);
