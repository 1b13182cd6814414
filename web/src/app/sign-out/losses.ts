import { counted } from '../../ui/format';

/** What exists on this device only, and is deleted when its owner signs out. */
export interface Losses {
  /** Study sessions that have not been sent, or that the server refused. */
  studies: number;
  isTimerOn: boolean;
  /** Forms that were begun, and work on curricula that no server has. */
  drafts: number;
}

export const isNothing = ({ studies, isTimerOn, drafts }: Losses): boolean => studies === 0 && !isTimerOn && drafts === 0;

/** One sentence for each kind, the most important first. Empty where nothing is lost. */
export function lossWords({ studies, isTimerOn, drafts }: Losses): string[] {
  return [
    ...(studies > 0 ? [`${counted(studies, 'study session')} ${studies === 1 ? 'hasn’t' : 'haven’t'} been sent.`] : []),
    ...(isTimerOn ? ['The timer is still running.'] : []),
    ...(drafts > 0 ? [`${counted(drafts, 'draft')} ${drafts === 1 ? 'isn’t' : 'aren’t'} saved.`] : []),
  ];
}
