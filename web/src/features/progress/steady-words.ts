/** How steadily one studies, in words: of what each figure is, so that two of them agree. Pure. */
import { percentOf } from '@server/platform/percent.contract';
import type { Today } from '@server/today/today.contract';
import { counted, weekdayName, weekdayOf } from '../../ui/format';

export type Steadiness = Pick<Today, 'studiedOfPlanned' | 'streak' | 'repairedOn'>;

/** Fewer planned days than this are no habit yet, and a percentage of them says too much. */
const ENOUGH = 4;

/** Consistency as a share, once it says something; null before. */
export const consistencyPercent = ({ studiedOfPlanned: { studied, planned } }: Steadiness): string | null =>
  planned < ENOUGH ? null : `${percentOf(studied, planned)}%`;

/** Consistency as a figure with what it is out of. */
export function consistencyFact(steadiness: Steadiness): { value: string; note?: string } {
  const { studied, planned } = steadiness.studiedOfPlanned;
  if (planned === 0) return { value: '–', note: 'from your first planned day on' };
  const [percent, of] = [consistencyPercent(steadiness), `${studied} of ${counted(planned, 'planned day')}`];
  return percent === null ? { value: of, note: 'in the last 14 days' } : { value: percent, note: `${of} in the last 14 days` };
}

/** The same as a sentence. */
export function consistencyWords({ studiedOfPlanned: { studied, planned } }: Steadiness): string {
  if (planned === 0) return 'It starts with your first planned day.';
  if (planned === 1) return `You ${studied === 1 ? 'studied' : 'did not study'} on the one planned day of the last 14 days.`;
  return `You studied on ${studied} of the ${planned} planned days in the last 14 days.`;
}

/** The row as a figure; where a missed day lies in it, that it is left out. */
export const rowFact = (steadiness: Steadiness): { value: string; note?: string } => ({
  value: counted(steadiness.streak, 'planned day'),
  ...(hasRepair(steadiness) && { note: 'missed ones that were repaired left out' }),
});

/** The same as a sentence: '21 planned days in a row, those missed and repaired left out' */
export function rowWords(steadiness: Steadiness): string {
  const { streak } = steadiness;
  if (streak === 0) return 'The next planned day begins a row';
  return `${counted(streak, 'planned day')} in a row${hasRepair(steadiness) ? ', those missed and repaired left out' : ''}`;
}

/** Whether a missed day is known to lie within the row: this week's, or one of the last 14 days where the row reaches beyond all that were studied in them. */
const hasRepair = ({ studiedOfPlanned: { studied, planned }, streak, repairedOn }: Steadiness): boolean =>
  streak > 0 && (repairedOn !== null || (studied < planned && streak > studied));

/** What a missed day does, and whether this week's was repaired. */
export function missedWords({ streak, repairedOn }: Steadiness): string {
  const rule = 'A missed day dents consistency; it never resets it.';
  if (repairedOn) return `${rule} ${weekdayName(weekdayOf(repairedOn))} is repaired for nothing, as one planned day a week is: your row goes on.`;
  return streak > 0 ? `${rule} One missed planned day a week is repaired for nothing, and this week’s is still free.` : rule;
}
