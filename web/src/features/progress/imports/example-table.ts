import type { LevelPage } from '@server/curriculum/curriculum.contract';
import { addDays } from '../../../ui/format';

const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A table to start from: the columns by name, and two days with skills of the level. */
export function exampleTable({ skills }: Pick<LevelPage, 'skills'>, today: string): string {
  const [first, second] = [skills[0]?.title ?? '', skills[1]?.title ?? ''];
  return [
    ['date', 'minutes', 'skill', 'note', 'kind', 'recall'],
    [addDays(today, -2), '45', first, 'Read chapter 1, twice', 'reading', 'good'],
    [addDays(today, -1), '1:30', second, '', 'hands-on', 'hard'],
  ]
    .map((row) => row.map(cell).join(','))
    .join('\n');
}
