import { told } from '../read-curriculum.js';
import { CasePackage, type CaseItem } from './case-package.js';
import { placesOf, type Place } from './case-places.js';
import { caseUnmapped, type RawPackage } from './case-unmapped.js';
import type { FrameworkRead } from './framework.js';
import { htmlText, looksLikeHtml } from './html-text.js';
import { line, prose, worded } from './item-text.js';
import { outline, type Entry } from './outline.js';
import { tolerantCase } from './tolerant-case.js';

/**
 * Reads a CFPackage. The tree is what its associations of kind isChildOf say: the origin stands below the destination, an item or the document
 * itself, in the order of sequenceNumber. An item that no association puts anywhere stands at the top. One that stands in several places keeps
 * the first, for a skill is learnt once.
 */
export function readCase(file: unknown): FrameworkRead {
  const tolerant = tolerantCase(file);
  if (tolerant?.packages !== undefined) return { faults: [{ path: '', message: `Holds ${tolerant.packages} frameworks: import one at a time` }] };
  const { value, tolerated } = tolerant ?? { value: file, tolerated: [] };
  const { data, error } = CasePackage.safeParse(value);
  if (error) return { faults: told(error.issues.map(({ path, message }) => ({ path: path.map(String).join('.'), message }))) };
  const { CFDocument, CFItems } = data;
  const same = CFItems.findIndex(({ identifier }) => identifier === CFDocument.identifier);
  if (same >= 0) return { faults: [{ path: `CFItems.${same}.identifier`, message: 'Is the identifier of the document itself' }] };

  const tree = placesOf(data);
  const found = outline(CFItems.map((item, i) => entryOf(item, i, tree.places.get(item.identifier))));
  if (found.faults) return { faults: told(found.faults) };
  if (found.items.length === 0) return { faults: [{ path: 'CFItems', message: 'Holds no item that could become a skill' }] };
  const title = worded(CFDocument.title).title || 'A framework without a title';
  return { framework: { format: 'case', title, items: found.items, unmapped: [...tolerated, ...caseUnmapped(value as RawPackage, data, tree, found)] } };
}

function entryOf(item: CaseItem, index: number, place: Place | undefined): Entry {
  const [full, short, notes] = [plain(item.fullStatement), plain(item.abbreviatedStatement), plain(item.notes)];
  return {
    id: item.identifier,
    at: `CFItems.${index}`,
    code: line(item.humanCodingScheme),
    ...worded(short || full, [full, notes]),
    parent: place?.parent ?? null,
    sequence: place?.sequence ?? null,
  };
}

/** CASE allows Markdown, which is left as it reads; some publishers bring HTML. */
const plain = (text: string) => prose(looksLikeHtml(text) ? htmlText(text) : text);
