import type { AuditEntry } from '@server/platform/audit/audit.contract';

type Detail = AuditEntry['detail'];

const title = (value: unknown) => (value && typeof value === 'object' && 'title' in value ? String(value.title) : 'a level');
const named = (value: unknown) => (value && typeof value === 'object' && 'name' in value ? String(value.name) : 'somebody');
const figure = (value: unknown) => (typeof value === 'number' ? String(value) : '?');

/** Every act there is: its name for a list of choices, and what was done to whom. An empty `subject` is an account that is gone. */
export const ACTS: Record<string, { name: string; said: (subject: string, detail: Detail) => string }> = {
  'account-role-given': { name: 'Account role given', said: (subject, { role }) => `gave ${subject} the account role ${String(role)}` },
  'account-role-taken': { name: 'Account role taken', said: (subject, { role }) => `took the account role ${String(role)} from ${subject}` },
  'account-deleted': { name: 'Account deleted', said: () => 'An account was deleted by its owner' },
  'email-confirmed': { name: 'Email address confirmed', said: (subject) => `confirmed the email address of ${subject}` },
  'mentor-assigned': { name: 'Mentor assigned', said: (subject, { mentor }) => `made ${named(mentor)} mentor of ${subject}` },
  'mentor-unassigned': { name: 'Mentor unassigned', said: (subject) => `left ${subject} without a mentor` },
  'waiver-granted': { name: 'Waiver granted', said: (subject, { level }) => `let ${subject} into ${title(level)}` },
  'waiver-revoked': { name: 'Waiver revoked', said: (subject, { level }) => `took back that ${subject} may enroll in ${title(level)}` },
  'exam-result-removed': { name: 'Exam result removed', said: (subject, { level }) => `removed an exam result of ${subject} in ${title(level)}` },
  'draft-discarded': { name: 'Draft put away', said: (subject) => `put the draft of ${subject} away` },
  'release-published': { name: 'Release published', said: (subject, { release }) => `published release ${figure(release)} of ${subject}` },
  'move-started': {
    name: 'Move started',
    said: (subject, { release, total }) => `began to move enrollments of ${subject} to release ${figure(release)}: ${figure(total)}`,
  },
  'move-superseded': { name: 'Move replaced', said: (subject) => `replaced a move of ${subject} by a later one` },
  'move-finished': {
    name: 'Move finished',
    said: (subject, { release, moved }) => `moved enrollments of ${subject} to release ${figure(release)}: ${figure(moved)}`,
  },
};

/** What was done, after the name of who did it. An act that is not known here is named as it is. */
export function auditWords({ act, subject: { label }, detail }: Pick<AuditEntry, 'act' | 'subject' | 'detail'>): string {
  const subject = label || 'an account that is gone';
  return ACTS[act]?.said(subject, detail) ?? `${act.replaceAll('-', ' ')}: ${subject}`;
}
