import { counted } from '../../counted.js';
import type { Since } from './compare.js';

export interface DescribeOptions {
  /** Restores deleted accounts (--keep-deleted). */
  keepsDeleted: boolean;
  /** The restored data is of another version, so this code cannot delete accounts in it. */
  isOtherVersion?: boolean;
}

const MOST_NAMES = 5;
const CHECK = 'Check the People page afterwards.';
export const NOTHING_TO_COMPARE = `There is no current data to compare with. Accounts that were deleted or deactivated since, removed roles and revoked tokens are valid again. ${CHECK}`;
const INCOMPLETE = `The data comes from different versions of Daymark, so not everything can be compared. ${CHECK}`;
const NO_COMMON_ACCOUNTS = 'None of the current accounts is in the restored data. Check that this is the right database.';
export const SIGN_IN_AGAIN = 'All sign-ins end, and everyone signs in again.';

/** Tells the operator, before they confirm, what changed since then and what the restore does to each change. */
export function describeChanges(since: Since | null, options: DescribeOptions): string[] {
  if (!since) return [NOTHING_TO_COMPARE, SIGN_IN_AGAIN];
  const lines = [...deletedLines(since, options), ...backLines(since), ...endedLines(since)];
  const isIncomplete = Object.values(since).includes(null) || since.ended.some(({ count }) => count === null);
  return [
    ...(since.common === 0 && (since.created?.length ?? 0) > 0 ? [NO_COMMON_ACCOUNTS] : []),
    ...(lines.length > 0 ? ['What changed since then, and what happens to it:', ...lines.map((line) => `- ${line}`)] : []),
    ...(isIncomplete ? [INCOMPLETE] : []),
    SIGN_IN_AGAIN,
  ];
}

function deletedLines({ deleted, missing, created }: Since, { keepsDeleted, isOtherVersion = false }: DescribeOptions): string[] {
  const effect = (them: string) =>
    isOtherVersion
      ? `and will be restored. Daymark can't delete accounts in data of another version. Delete ${them} again afterwards.`
      : keepsDeleted
        ? 'and will be restored because of --keep-deleted.'
        : `and will be deleted again. Use --keep-deleted to restore ${them}.`;
  return [
    ...line(deleted, 'account was', 'accounts were', (who, names, them) => `${who} deleted ${names}, ${effect(them)}`),
    ...line(
      missing,
      'account is',
      'accounts are',
      (who, names) => `${who} missing from the current data ${names}, without a record of a deletion, and will be restored.`,
    ),
    ...line(created, 'account is', 'accounts are', (who, names, them) => `${who} new ${names}, and will be removed with everything in ${them}.`),
  ];
}

function backLines({ deactivated, rolesRemoved, passwordsChanged, emailsChanged, mentorsRemoved, registration }: Since): string[] {
  return [
    ...line(deactivated, 'account was', 'accounts were', (who, names) => `${who} deactivated ${names}, and will be active again.`),
    ...line(rolesRemoved, 'account role was', 'account roles were', (who, names) => `${who} removed ${names}, and will be restored.`),
    ...line(mentorsRemoved, 'mentor was', 'mentors were', (who, names) => `${who} removed from learners ${names}, and will be assigned again.`),
    ...line(passwordsChanged, 'password was', 'passwords were', (who, names) => `${who} changed ${names}. Earlier passwords will work again.`),
    ...line(emailsChanged, 'email address was', 'email addresses were', (who, names) => `${who} changed ${names}, and will change back.`),
    ...(registration && registration.now !== registration.then
      ? [`Registration is ${MODES[registration.now] ?? registration.now} now, and will be ${MODES[registration.then] ?? registration.then}.`]
      : []),
  ];
}

const MODES: Readonly<Record<string, string>> = { open: 'open to everyone', invitation: 'by invitation', domain: 'by email domain' };

function endedLines({ ended, signInsEnded }: Since): string[] {
  const parts = ended.flatMap(({ what, count }) => (count ? [counted(count, what)] : []));
  return [
    ...(parts.length > 0 ? [`Revoked, canceled or used: ${parts.join(', ')}. They stay invalid.`] : []),
    ...(signInsEnded ? [`${counted(signInsEnded, 'sign-in')} ended, and will stay ended.`] : []),
  ];
}

/** A sentence about these people: how many, and the first of them. */
function line(people: readonly string[] | null, one: string, many: string, sentence: (who: string, names: string, them: string) => string): string[] {
  if (!people?.length) return [];
  const more = people.length > MOST_NAMES ? ` and ${(people.length - MOST_NAMES).toLocaleString('en')} more` : '';
  return [sentence(counted(people.length, one, many), `(${people.slice(0, MOST_NAMES).join(', ')}${more})`, people.length === 1 ? 'it' : 'them')];
}
