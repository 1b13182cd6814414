import { counted, named } from './counted.js';
import type { MoodleRow } from './moodle-table.js';
import type { Entry } from './outline.js';
import type { Unmapped } from './unmapped.contract.js';
import { commonUnmapped, nameOf, some } from './unmapped.js';

interface Found {
  framework: MoodleRow;
  competencies: readonly MoodleRow[];
  groups: Entry[];
  nameless: Entry[];
  /** Headers that are not Moodle's. */
  extra: readonly string[];
  /** How many competencies name a parent that is not in the file. */
  astray: number;
  /** How many name one that differs in case or leading zeros. */
  otherwise: number;
  /** How many rows have fewer fields than the header. */
  short: number;
  /** Whether quotes were written with a backslash. */
  hasBackslashes: boolean;
  /** How many descriptions hold tags. */
  formatted: number;
}

/** Names what a competency framework holds and a level has no place for: scales, rules, cross-references, taxonomies. */
export function moodleUnmapped({ framework, competencies, groups, nameless, extra, astray, formatted, ...tolerated }: Found): Unmapped[] {
  const { otherwise, short, hasBackslashes } = tolerated;
  const all = [framework, ...competencies];
  const having = (isThere: (row: MoodleRow) => boolean) => all.filter(isThere).length;
  const scales = having((row) => row.scaleValues.trim() !== '' || row.scaleConfiguration.trim() !== '');
  // A competency without a rule has an outcome of 0 and a configuration of "null" all the same.
  const rules = having((row) => row.ruleType.trim() !== '');
  const references = competencies.reduce((sum, row) => sum + row.crossReferences.split(',').filter((id) => id.trim() !== '').length, 0);
  const exported = having((row) => row.exportedId.trim() !== '');
  return [
    ...commonUnmapped(
      { groups, nameless },
      competencies.flatMap(({ shortName, description }) => [shortName, description]),
      formatted,
    ),
    ...some(
      otherwise,
      `The parent of ${counted(otherwise, 'competency', 'competencies')}, found by another spelling`,
      'Its ID number differs in case or in leading zeros only',
    ),
    ...some(short, `${counted(short, 'row')} with fewer fields than the header`, 'What is missing counts as empty'),
    ...some(hasBackslashes, 'Quotes escaped with a backslash', 'They are read as quotes'),
    ...some(astray, `The parent of ${counted(astray, 'competency', 'competencies')}`, 'It is not in this file, so they stand at the top'),
    ...some(scales, `The scales of ${counted(scales, 'row')}`, 'How well a skill is known is measured by practice and reviews, on one scale for all'),
    ...some(rules, `The rules of ${counted(rules, 'competency', 'competencies')}`, 'A skill is not completed by rule: readiness is computed'),
    ...some(references, counted(references, 'cross-reference'), 'Daymark has no such link between skills'),
    ...some(
      framework.taxonomy.trim() !== '',
      `The taxonomy ${nameOf(framework.taxonomy)}`,
      'All that has nothing below it becomes a skill, whatever it is called',
    ),
    ...some(
      framework.description.trim() !== '',
      'The description of the framework',
      'Only skills come onto a level; the title of the framework stands in their descriptions',
    ),
    ...some(exported, `Exported IDs of ${counted(exported, 'competency', 'competencies')}`, 'They mean something to one Moodle only'),
    ...some(extra.length, `Other columns: ${named(extra.map(nameOf))}`, 'Moodle does not know them either'),
  ];
}
