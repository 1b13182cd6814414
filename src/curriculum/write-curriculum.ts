import { stringify } from 'yaml';
import { CurriculumDocument } from './curriculum-document.contract.js';

const WIDTH = 140;

export type FileFormat = 'yaml' | 'json';

/**
 * A document as the text of a file: keys in the order of the contract, lists that are empty left out. What is read back is the
 * same document, and written again it is the same text to the byte, wherever the order of its keys was lost in between.
 */
export function writeCurriculum(document: CurriculumDocument, format: FileFormat = 'yaml'): string {
  const whole = withoutEmptyLists(CurriculumDocument.parse(document));
  return format === 'json' ? `${JSON.stringify(whole, null, 2)}\n` : stringify(whole, { lineWidth: WIDTH });
}

/** They are what an absent list is read as. */
function withoutEmptyLists(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmptyLists);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined && !(Array.isArray(inner) && inner.length === 0))
      .map(([key, inner]) => [key, withoutEmptyLists(inner)]),
  );
}
