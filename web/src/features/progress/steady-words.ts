import type { Today } from '@server/today/today.contract';
import { counted, weekdayName, weekdayOf } from '../../ui/format';

export type Steadiness = Pick<Today, 'studiedOfPlanned' | 'streak' | 'repairedOn'>;

/** Fewer planned days than this are no habit yet, and a percentage of them says too much. */
const ENOUGH = 4;

/** Consistency as a figure with what it is out of. */
export function consistencyFact({ studiedOfPlanned: { studied, planned } }: Steadiness): { value: string; note?: string } {
  if (planned === 0) return { value: '–', note: 'from your first planned day on' };
  const of = `${studied} of ${counted(planned, 'planned day')}`;
  return planned < ENOUGH ? { value: of } : { value: `${Math.round((100 * studied) / planned)}%`, note: of };
}

/** What a missed day does, and whether this week's was repaired. */
export function missedWords({ streak, repairedOn }: Steadiness): string {
  const rule = 'A missed day dents consistency; it never resets it.';
  if (repairedOn) return `${rule} ${weekdayName(weekdayOf(repairedOn))} is repaired for nothing, as one planned day a week is: your row goes on.`;
  return streak > 0 ? `${rule} One missed planned day a week is repaired for nothing, and this week’s is still free.` : rule;
}
