import type { Fault } from '../fault.contract.js';
import { told } from '../read-curriculum.js';
import type { FrameworkRead } from './framework.js';
import { htmlText, looksLikeHtml } from './html-text.js';
import { worded } from './item-text.js';
import { moodleTable, type MoodleRow } from './moodle-table.js';
import { moodleUnmapped } from './moodle-unmapped.js';
import { outline, type Entry } from './outline.js';
import { normalForm } from '../../platform/text/normal-text.contract.js';

/**
 * Reads a competency framework as Moodle's tool_lpimportcsv exports it: one row is the framework, each other one a competency that names its
 * parent by ID number, or none where it stands at the top. Competencies of one parent stand in the order of their rows. A parent that is not
 * in the file puts its competency at the top, where Moodle would leave it out with all that is below it.
 */
export function readMoodle(text: string): FrameworkRead {
  const table = moodleTable(text);
  if (table.faults) return { faults: told(table.faults) };
  const [framework, ...further] = table.rows.filter(isFramework);
  const competencies = table.rows.filter((row) => !isFramework(row));
  if (!framework) return { faults: [{ path: '', message: 'No row is marked as the framework, by a 1 under “Is framework”' }] };
  const faults = rowFaults(framework, further, competencies);
  if (faults.length > 0) return { faults: told(faults) };

  const parents = parentsOf(competencies);
  const found = outline(competencies.map((row) => entryOf(row, parents(row.parent)?.id ?? null)));
  if (found.faults) return { faults: told(found.faults) };
  if (found.items.length === 0) return { faults: [{ path: '', message: 'Holds no competency that could become a skill' }] };
  const title = worded(plain(framework.shortName)).title || framework.id || 'A framework without a title';
  const astray = competencies.filter(({ parent }) => parent !== '' && parent !== framework.id && !parents(parent)).length;
  const otherwise = competencies.filter(({ parent }) => parents(parent)?.isOtherwise).length;
  const unmapped = moodleUnmapped({
    framework,
    competencies,
    extra: table.extra,
    astray,
    otherwise,
    short: table.short,
    hasBackslashes: table.hasBackslashes,
    formatted: competencies.filter(hasTags).length,
    ...found,
  });
  return { framework: { format: 'moodle', title, items: found.items, unmapped } };
}

function rowFaults(framework: MoodleRow, further: readonly MoodleRow[], competencies: readonly MoodleRow[]): Fault[] {
  return [
    ...further.map(({ row }) => ({ path: `Row ${row}`, message: `Is a framework of its own, as row ${framework.row} is: import one at a time` })),
    ...competencies.filter(({ id }) => id === '').map(({ row }) => ({ path: `Row ${row}`, message: 'Has no ID number' })),
  ];
}

/** Finds the parent by its ID number; one that differs in case or in zeros that a spreadsheet took away counts where only one fits. */
function parentsOf(competencies: readonly MoodleRow[]): (parent: string) => { id: string; isOtherwise: boolean } | null {
  const ids = new Set(competencies.map(({ id }) => id));
  const loose = new Map<string, string[]>();
  for (const id of ids) loose.set(looseId(id), [...(loose.get(looseId(id)) ?? []), id]);
  return (parent) => {
    if (parent === '') return null;
    if (ids.has(parent)) return { id: parent, isOtherwise: false };
    const [only, ...more] = loose.get(looseId(parent)) ?? [];
    return only === undefined || more.length > 0 ? null : { id: only, isOtherwise: true };
  };
}
const looseId = (id: string) =>
  normalForm(id, 'NFKC')
    .toLowerCase()
    .replace(/^0+(?=\d)/, '');

function entryOf(row: MoodleRow, parent: string | null): Entry {
  return {
    id: row.id,
    at: `Row ${row.row}`,
    code: row.id,
    ...worded(plain(row.shortName), [isHtml(row) ? htmlText(row.description) : row.description]),
    parent,
    sequence: null,
  };
}

/** A check box as PHP writes it, and as spreadsheets do. */
const isFramework = ({ isFramework: value }: MoodleRow) => ['1', 'true', 'yes'].includes(value.trim().toLowerCase());

const plain = (text: string) => (looksLikeHtml(text) ? htmlText(text) : text);

/** Moodle's formats of text: 1 is HTML, 2 plain, 4 Markdown, and 0 what looks like either. */
function isHtml({ description, descriptionFormat }: MoodleRow): boolean {
  const format = descriptionFormat.trim();
  return format === '1' || (format !== '2' && format !== '4' && looksLikeHtml(description));
}

const hasTags = (row: MoodleRow) => isHtml(row) && /<[a-z!]/i.test(row.description);
