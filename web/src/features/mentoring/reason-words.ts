import type { AttentionReason } from '@server/mentoring/mentoring.contract';
import { counted, days, duration } from '../../ui/format';

/** A reason with its number, never a lamp: 'Silent for 4 study days'. */
export function reasonWords(reason: AttentionReason): string {
  switch (reason.kind) {
    case 'silent':
      return `Silent for ${counted(reason.days, 'study day')}`;
    case 'behind':
      return `Behind by ${duration(reason.minutes)}`;
    case 'exam-near':
      return `Exam in ${days(reason.days)}${reason.score === null ? ', no score yet' : ` at ${reason.score}`}`;
    case 'never-started':
      return `Not started after ${days(reason.days)}`;
  }
}

/** All reasons in one line: 'Silent for 4 study days, behind by 5 h 30'. */
export const reasonsInWords = (reasons: readonly AttentionReason[]): string => {
  const line = reasons.map(reasonWords).join(', ').toLowerCase();
  return line.charAt(0).toUpperCase() + line.slice(1);
};
