import { counted } from '../../counted.js';
import type { Since } from './compare.js';

export interface SaidTo {
  /** Deleted accounts come back, as asked for or because they cannot be deleted again. */
  keepsDeleted: boolean;
  /** The data that comes is of another version, which this code cannot change. */
  isOtherVersion?: boolean;
}

const MOST_NAMES = 5;
const CHECK = 'Check the People page afterwards.';
export const NOTHING_HERE = `There is no data here to compare with. Accounts that were deleted or deactivated, roles that were removed and tokens that were revoked since are valid again. ${CHECK}`;
const OF_ANOTHER_VERSION = `This data is of another version of Daymark, so not everything can be compared. ${CHECK}`;
const ANOTHER_DAYMARK = 'None of the accounts here is in that data: check that this is the right database.';
export const SIGN_IN_AGAIN = 'All sign-ins end, and everyone signs in again.';

/** What the operator must know before they agree: what changed since, and what comes of it. */
export function sinceLines(since: Since | null, said: SaidTo): string[] {
  if (!since) return [NOTHING_HERE, SIGN_IN_AGAIN];
  const lines = [...deletedLines(since, said), ...backLines(since), ...endedLines(since)];
  const isIncomplete = Object.values(since).includes(null) || since.ended.some(({ count }) => count === null);
  return [
    ...(since.common === 0 && (since.created?.length ?? 0) > 0 ? [ANOTHER_DAYMARK] : []),
    ...(lines.length > 0 ? ['What changed since, and what comes of it:', ...lines.map((line) => `- ${line}`)] : []),
    ...(isIncomplete ? [OF_ANOTHER_VERSION] : []),
    SIGN_IN_AGAIN,
  ];
}

function deletedLines({ deleted, missing, created }: Since, { keepsDeleted, isOtherVersion = false }: SaidTo): string[] {
  const again = isOtherVersion
    ? 'They come back, because this version of the data cannot be changed. Delete them again.'
    : keepsDeleted
      ? 'They come back, because of --keep-deleted.'
      : 'They are deleted again. With --keep-deleted they come back.';
  return [
    ...line(deleted, 'account was', 'accounts were', (who, names) => `${who} deleted ${names}. ${again}`),
    ...line(missing, 'account is', 'accounts are', (who, names) => `${who} in that data only ${names}, and no deletion is recorded here. They come back.`),
    ...line(created, 'account is', 'accounts are', (who, names) => `${who} new ${names}. They go, with everything in them.`),
  ];
}

function backLines({ deactivated, rolesRemoved, passwordsChanged, emailsChanged, mentorsRemoved, registration }: Since): string[] {
  return [
    ...line(deactivated, 'account is', 'accounts are', (who, names) => `${who} deactivated now ${names}, and will be active again.`),
    ...line(rolesRemoved, 'account role was', 'account roles were', (who, names) => `${who} removed ${names}, and will be back.`),
    ...line(mentorsRemoved, 'mentor', 'mentors', (who, names) => `${who} lost learners ${names}, and will see them again.`),
    ...line(passwordsChanged, 'password was', 'passwords were', (who, names) => `${who} changed ${names}. Earlier passwords will work again.`),
    ...line(emailsChanged, 'email address was', 'email addresses were', (who, names) => `${who} changed ${names}, and will be the earlier ones again.`),
    ...(registration && registration.now !== registration.then
      ? [`Registration is ${MODES[registration.now] ?? registration.now} now, and will be ${MODES[registration.then] ?? registration.then}.`]
      : []),
  ];
}

const MODES: Readonly<Record<string, string>> = { open: 'open to everyone', invitation: 'by invitation', domain: 'by email domain' };

function endedLines({ ended, signInsEnded }: Since): string[] {
  const parts = ended.flatMap(({ what, count }) => (count ? [counted(count, what)] : []));
  return [
    ...(parts.length > 0 ? [`Revoked or used up: ${parts.join(', ')}. They stay so.`] : []),
    ...(signInsEnded ? [`${counted(signInsEnded, 'sign-in')} ended. They stay ended.`] : []),
  ];
}

/** A sentence about these people: how many, and the first of them. */
function line(people: readonly string[] | null, one: string, many: string, sentence: (who: string, names: string) => string): string[] {
  if (!people?.length) return [];
  const more = people.length > MOST_NAMES ? ` and ${(people.length - MOST_NAMES).toLocaleString('en')} more` : '';
  return [sentence(counted(people.length, one, many), `(${people.slice(0, MOST_NAMES).join(', ')}${more})`)];
}
