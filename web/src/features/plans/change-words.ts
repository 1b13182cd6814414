/** A change of the plan in words: why it came, what it moves, and what it leaves of the time. Pure. */
import type { PlanChangeReason, PlanProposalRow, PlanSums, PlanWhatIf } from '@server/plans/proposals/proposals.contract';
import { count, counted, duration, listed } from '../../ui/format';

export type ItemChange = PlanWhatIf['items'][number];
export type Change = ItemChange['change'];

const REASONS: Record<PlanChangeReason, { title: string; sentence: string }> = {
  'missed-work': { title: 'Missed work rolls on', sentence: 'What was missed finds a new place.' },
  'work-changed': { title: 'Done otherwise than planned', sentence: 'The plan follows what you did.' },
  'availability-changed': { title: 'Your time changed', sentence: 'The plan follows your week.' },
  'exam-moved': { title: 'The exam moved', sentence: 'The plan follows the new date.' },
  'release-moved': { title: 'The level was renewed', sentence: 'The plan follows the new release.' },
  'on-demand': { title: 'Planned anew', sentence: 'You asked for the plan to be worked out anew.' },
  'by-gain': { title: 'Planned by gain', sentence: 'What gains the most comes first.' },
  'by-hand': { title: 'Changed by hand', sentence: 'The rest of the plan makes room.' },
  'what-if': { title: 'From a what-if', sentence: 'You tried what would be otherwise.' },
};

export const reasonTitle = (reason: PlanChangeReason): string => REASONS[reason].title;
export const reasonSentence = (reason: PlanChangeReason): string => REASONS[reason].sentence;

/** In the order in which they are told. */
export const CHANGES = ['moved', 'added', 'removed', 'resized'] as const;
const WORDS: Record<Change, string> = { moved: 'moved', added: 'added', removed: 'removed', resized: 'longer or shorter', kept: 'as before' };
export const changeWord = (change: Change): string => WORDS[change];

type Counts = PlanProposalRow['counts'];
export const changedCount = (counts: Counts): number => CHANGES.reduce((sum, change) => sum + counts[change], 0);

/** '4 moved, 1 added and 30 as before' */
export function countWords(counts: Counts): string {
  const told = ([...CHANGES, 'kept'] as const).filter((change) => counts[change] > 0);
  return told.length === 0 ? 'Nothing changes' : listed(told.map((change) => `${count(counts[change])} ${WORDS[change]}`));
}

/** '4 moves, 3 other changes': short, for a heading. */
export function countTitle(counts: Counts): string {
  const [all, { moved }] = [changedCount(counts), counts];
  if (all === 0) return 'Everything stays';
  if (moved === 0) return counted(all, 'change');
  return all === moved ? counted(moved, 'move') : `${counted(moved, 'move')}, ${counted(all - moved, 'other change')}`;
}

/** '55 min to spare', '6 h missing' */
export const slackWords = ({ feasible, slackMinutes, missingMinutes }: Pick<PlanSums, 'feasible' | 'slackMinutes' | 'missingMinutes'>): string =>
  feasible ? (slackMinutes === 0 ? 'no time to spare' : `${duration(slackMinutes)} to spare`) : `${duration(missingMinutes)} missing`;

/** What became of it: 'came by itself', 'you took it back'. */
export function stateWords({ state, decided, made }: Pick<PlanProposalRow, 'state' | 'decided' | 'made'>): string {
  if (state === 'proposed') return 'not decided yet';
  if (state === 'undone') return 'taken back';
  if (state === 'discarded') return decided?.by ? 'left as it was' : 'another one took its place';
  return made.by === null && !decided?.by ? 'came by itself' : 'in place';
}
