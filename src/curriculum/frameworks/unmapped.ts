import { counted, named } from './counted.js';
import { isGarbled, line, shortened } from './item-text.js';
import type { Entry } from './outline.js';
import type { Unmapped } from './unmapped.contract.js';

/** One thing that could not be mapped, or nothing where there is none of it. */
export const some = (there: number | boolean, what: string, why: string): Unmapped[] => (Number(there) > 0 ? [{ what, why }] : []);

/** A name from a file, as far as a sentence can hold it. */
export const nameOf = (name: string): string => `“${shortened(line(name), 60)}”`;

/**
 * What of any framework does not come along whole: groups, items that say nothing, and characters and formatting of texts.
 * @param texts as they are in the file
 * @param formatted how many of them are HTML
 */
export function commonUnmapped({ groups, nameless }: { groups: Entry[]; nameless: Entry[] }, texts: readonly string[], formatted: number): Unmapped[] {
  const garbled = texts.filter(isGarbled).length;
  const told = groups.filter(({ description }) => description !== '').length;
  return [
    ...some(
      groups.length,
      `${counted(groups.length, 'group')}: ${named(groups.map(({ title, code, id }) => nameOf(title || code || id)))}`,
      'Only what has nothing below it becomes a skill; the title of a group stands in the descriptions of the skills below it',
    ),
    ...some(told, `What ${counted(told, 'group')} ${told === 1 ? 'says' : 'say'} beyond a title`, 'A group is context here, not a skill'),
    ...some(
      nameless.length,
      `${counted(nameless.length, 'item')} without words: ${named(nameless.map(({ code, id }) => nameOf(code || id)))}`,
      'A skill needs a title, and a code alone is none',
    ),
    ...some(
      formatted,
      `The formatting, pictures, links and hidden parts of ${counted(formatted, 'text')}`,
      'Descriptions are plain text; their words are kept',
    ),
    ...some(garbled, `Characters that cannot be shown, in ${counted(garbled, 'text')}`, 'They are left out'),
  ];
}
