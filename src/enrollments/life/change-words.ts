/** The history of an enrollment in words. */
import { WEEKDAYS } from '../enrollments.contract.js';

/** What may become different: the values of `enrollment_change.what`. */
export const CHANGE_KINDS = [
  'enrolled',
  'state',
  'exam-date',
  'availability',
  'pace',
  'availability-exception',
  'break',
  'calendar',
  'outcome',
  'mentor',
  'release',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export interface Told {
  what: ChangeKind;
  /** As it is stored; a mentor by name. */
  became: string;
  /** Whether the learner reads it: the kind of a break is nobody else's business. */
  isOwn: boolean;
}

const STATES: Readonly<Record<string, string>> = {
  requested: 'Asked to be admitted',
  active: 'Preparing',
  paused: 'Paused',
  'exam-taken': 'Exam taken, the result is awaited',
  passed: 'Passed',
  failed: 'Exam not passed',
  expired: 'The certificate ended',
  withdrawn: 'Stopped preparing',
};

/** One sentence for each line, without a full stop; dates as they are stored. */
export function changeWords({ what, became, isOwn }: Told): string {
  const words = became.split(' ');
  switch (what) {
    case 'enrolled':
      return words[0] === 'proposed' ? `Enrolled, exam date not chosen, ${words[1]} proposed` : `Enrolled, exam on ${became}`;
    case 'state':
      return words[1] === undefined ? (STATES[became] ?? became) : `${STATES[words[0] ?? ''] ?? words[0]} until ${words[1]}`;
    case 'exam-date':
      return words[0] === 'proposed' ? `Exam date open again, ${words[1]} proposed` : `Exam on ${became}`;
    case 'availability':
      return `Usual week: ${WEEKDAYS.map((day, i) => `${day.slice(0, 3)} ${words[i] ?? 0}`).join(', ')} min`;
    case 'pace':
      return `${words[0] === 'any' ? 'No limit a day' : `At most ${words[0]} min a day`}, sessions from ${words[1]} min`;
    case 'availability-exception':
      if (words[1] === '0') return `${words[0]} free`;
      return words[1] === 'usual' ? `${words[0]} as in a usual week again` : `${words[1]} min on ${words[0]}`;
    case 'break':
      return breakWords(words, isOwn);
    case 'calendar':
      return `Imported a calendar: ${counted(words[0], 'free date')}, ${counted(words[1], 'break')}`;
    case 'outcome':
      return words[1] === 'removed' ? `Result of the exam of ${words[0]} removed` : `Result of the exam of ${words[0]}: ${words[1]}`;
    case 'mentor':
      return became === 'nobody' ? 'No mentor' : `Mentor: ${became}`;
    case 'release':
      return `Moved to release ${became}`;
  }
}

const counted = (number = '0', one: string) => `${number} ${number === '1' ? one : `${one}s`}`;

function breakWords([kind = '', from = '', to = '', removed]: readonly string[], isOwn: boolean): string {
  const name = isOwn && kind !== 'other' ? `${kind.slice(0, 1).toUpperCase()}${kind.slice(1)}` : 'Break';
  return `${name} from ${from} to ${to}${removed ? ' removed' : ''}`;
}
