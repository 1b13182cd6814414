import { z } from 'zod';
import { AccountRole, Scope } from '../auth/permission.contract.js';
import { Instant, LocalDate } from '../time/time.contract.js';

/**
 * What an act is done to. An account is a person, so its name stands under its id. So is an invitation, because the account gets the id of the
 * invitation. The others have a label.
 */
export type SubjectKind = 'account' | 'invitation' | 'certification' | 'registration';

/**
 * What is known of one kind of act. Everything that an entry may hold is declared here: what is not declared is not written.
 * Values of a person belong in `about` or `change`, for these are blanked when the account is deleted. `detail` is kept forever.
 */
interface ActShape {
  /** For the list that the page filters by. */
  readonly name: string;
  /** Names only what can never be blanked: `{by}`, `{subject}`, the persons of `involved`, and fields of `detail`. */
  readonly sentence: string;
  readonly subject: SubjectKind;
  /** Further persons, by what they are in this act. */
  readonly involved?: readonly string[];
  /** Facts about nobody: the level, the release, ids. */
  readonly detail?: z.ZodObject;
  /** Facts about the subject that did not change: the reason, a comment. */
  readonly about?: z.ZodObject;
  /** Values of the subject, as they were and as they became. */
  readonly change?: z.ZodObject;
  /** Who may do or read what, or who read somebody's data. The request that does such an act is a security event too (docs/limits.md). */
  readonly concernsAccess?: true;
  /** Nothing writes it anymore; old entries have it. */
  readonly isRetired?: true;
}

const act = <const Shape extends ActShape>(shape: Shape): Shape => shape;

const Titled = z.object({ id: z.uuid(), title: z.string() });
const Roles = z.object({ roles: z.array(AccountRole) });
const OfLevel = z.object({ enrollmentId: z.uuid(), level: Titled });
const OfMove = z.object({ moveId: z.uuid() });
const Attempt = z.object({
  state: z.string(),
  takenOn: LocalDate.optional(),
  result: z.string().nullable().optional(),
  scorePercent: z.number().nullable().optional(),
  validUntil: LocalDate.nullable().optional(),
});
const Reviewed = {
  subject: 'account',
  detail: z.object({ enrollmentId: z.uuid(), evidenceId: z.uuid(), project: Titled }),
  about: z.object({ comment: z.string(), criteriaMet: z.number().int(), criteriaNotMet: z.number().int() }),
  change: z.object({ state: z.string() }),
} as const;
const SignedOff = { subject: 'account', detail: z.object({ enrollmentId: z.uuid(), skill: Titled }), about: z.object({ note: z.string() }) } as const;
const Invited = { subject: 'invitation', concernsAccess: true, about: z.object({ email: z.string(), accountRoles: z.array(AccountRole) }) } as const;
const OwnToken = {
  subject: 'account',
  concernsAccess: true,
  detail: z.object({ tokenId: z.uuid() }),
  about: z.object({ tokenName: z.string(), scopes: z.array(Scope), expiresAt: Instant.nullable() }),
} as const;

/** Every act that the audit trail knows, on one page. The page reads its sentences from here, and so do the tests. */
export const ACTS = {
  // Accounts
  'first-admin-made': act({ name: 'First admin created', sentence: '{by} made {subject} the first admin', subject: 'account', concernsAccess: true }),
  'account-roles-changed': act({
    name: 'Account roles changed',
    sentence: '{by} changed the account roles of {subject}',
    subject: 'account',
    concernsAccess: true,
    change: Roles,
  }),
  'account-role-given': act({
    name: 'Account role added (old entries)',
    sentence: '{by} added an account role to {subject}',
    subject: 'account',
    about: z.object({ role: AccountRole }),
    isRetired: true,
  }),
  'account-role-taken': act({
    name: 'Account role removed (old entries)',
    sentence: '{by} removed an account role from {subject}',
    subject: 'account',
    about: z.object({ role: AccountRole }),
    isRetired: true,
  }),
  'account-deleted': act({
    name: 'Account deleted',
    sentence: '{by} deleted their account',
    subject: 'account',
    concernsAccess: true,
    detail: z.object({ accountRoles: z.array(AccountRole) }),
  }),
  'email-confirmed': act({
    name: 'Email address confirmed',
    sentence: '{by} confirmed the email address of {subject}',
    subject: 'account',
    concernsAccess: true,
  }),
  'password-changed': act({
    name: 'Password changed',
    sentence: '{by} changed their password',
    subject: 'account',
    concernsAccess: true,
    detail: z.object({ accessRevoked: z.boolean() }),
  }),
  'password-reset-requested': act({
    name: 'Password reset requested',
    sentence: '{by} requested a password reset link for {subject}',
    subject: 'account',
    concernsAccess: true,
  }),
  'password-reset-used': act({
    name: 'Password reset',
    sentence: '{by} set a new password with a reset link',
    subject: 'account',
    concernsAccess: true,
    detail: z.object({ accessRevoked: z.boolean() }),
  }),
  'password-replaced': act({ name: 'Password replaced', sentence: '{by} set a new password for {subject}', subject: 'account', concernsAccess: true }),
  'personal-token-made': act({ name: 'Personal token created', sentence: '{by} created a personal access token', ...OwnToken }),
  'personal-token-revoked': act({ name: 'Personal token revoked', sentence: '{by} revoked a personal access token', ...OwnToken }),
  'calendar-link-created': act({ name: 'Calendar link created', sentence: '{by} created a calendar link', subject: 'account', concernsAccess: true }),
  'calendar-link-revoked': act({ name: 'Calendar link revoked', sentence: '{by} revoked their calendar link', subject: 'account', concernsAccess: true }),
  'archive-downloaded': act({ name: 'Personal data exported', sentence: '{by} downloaded their personal data', subject: 'account', concernsAccess: true }),

  'email-changed': act({
    name: 'Email address changed',
    sentence: '{by} changed their email address',
    subject: 'account',
    concernsAccess: true,
    change: z.object({ email: z.string() }),
  }),
  'account-deactivated': act({ name: 'Account deactivated', sentence: '{by} deactivated the account of {subject}', subject: 'account', concernsAccess: true }),
  'account-reactivated': act({ name: 'Account reactivated', sentence: '{by} reactivated the account of {subject}', subject: 'account', concernsAccess: true }),
  'password-link-sent': act({
    name: 'Password link sent',
    sentence: '{by} sent {subject} a link to set a new password',
    subject: 'account',
    concernsAccess: true,
  }),
  'mail-read': act({
    name: 'Mail read',
    sentence: '{by} read a mail to {subject}',
    subject: 'account',
    concernsAccess: true,
    detail: z.object({ messageId: z.uuid(), mailKind: z.string() }),
  }),
  'registration-changed': act({
    name: 'Registration changed',
    sentence: '{by} changed who can register',
    subject: 'registration',
    concernsAccess: true,
    detail: z.object({ previousMode: z.string(), mode: z.string(), previousDomains: z.array(z.string()), domains: z.array(z.string()) }),
  }),
  'invitation-sent': act({ name: 'Invitation sent', sentence: '{by} sent an invitation', ...Invited }),
  'invitation-resent': act({ name: 'Invitation resent', sentence: '{by} sent an invitation again', ...Invited }),
  'invitation-canceled': act({ name: 'Invitation canceled', sentence: '{by} canceled an invitation', ...Invited }),
  'invitation-accepted': act({
    name: 'Invitation accepted',
    sentence: '{by} accepted an invitation',
    subject: 'account',
    concernsAccess: true,
    detail: z.object({ accountRoles: z.array(AccountRole) }),
  }),

  // Mentors and waivers
  'mentor-assigned': act({
    name: 'Mentor assigned',
    sentence: '{by} assigned {mentor} as the mentor of {subject}',
    subject: 'account',
    concernsAccess: true,
    involved: ['mentor', 'previousMentor'],
    detail: z.object({ enrollmentId: z.uuid() }),
  }),
  'mentor-unassigned': act({
    name: 'Mentor removed',
    sentence: '{by} left {subject} without a mentor',
    subject: 'account',
    concernsAccess: true,
    involved: ['previousMentor'],
    detail: z.object({ enrollmentId: z.uuid() }),
  }),
  'learner-handed-over': act({
    name: 'Learner handed over',
    sentence: '{by} handed {subject} over from {previousMentor} to {mentor}',
    subject: 'account',
    concernsAccess: true,
    involved: ['mentor', 'previousMentor'],
    detail: z.object({ enrollmentId: z.uuid() }),
  }),
  'waiver-granted': act({
    name: 'Waiver granted',
    sentence: '{by} granted {subject} a waiver for {level}',
    subject: 'account',
    concernsAccess: true,
    detail: z.object({ level: Titled }),
    about: z.object({ reason: z.string() }),
  }),
  'waiver-declined': act({
    name: 'Waiver declined',
    sentence: '{by} declined a waiver for {level} to {subject}',
    subject: 'account',
    concernsAccess: true,
    detail: z.object({ level: Titled }),
    about: z.object({ request: z.string(), reason: z.string() }),
  }),
  'waiver-revoked': act({
    name: 'Waiver revoked',
    sentence: '{by} revoked the waiver of {subject} for {level}',
    subject: 'account',
    concernsAccess: true,
    detail: z.object({ level: Titled }),
    about: z.object({ reason: z.string() }),
  }),

  // What learners and their mentors decide
  'exam-attempt-recorded': act({
    name: 'Exam attempt recorded',
    sentence: '{by} recorded an exam attempt in {level}',
    subject: 'account',
    detail: OfLevel,
    change: Attempt,
  }),
  'exam-result-recorded': act({
    name: 'Exam result recorded',
    sentence: '{by} recorded the exam result in {level}',
    subject: 'account',
    detail: OfLevel,
    change: Attempt,
  }),
  'exam-result-removed': act({
    name: 'Exam result removed',
    sentence: '{by} removed an exam result in {level}',
    subject: 'account',
    detail: OfLevel,
    change: Attempt,
  }),
  'evidence-approved': act({ name: 'Evidence approved', sentence: '{by} approved the evidence of {subject} for {project}', ...Reviewed }),
  'changes-requested': act({ name: 'Changes requested', sentence: '{by} requested changes to the evidence of {subject} for {project}', ...Reviewed }),
  'skill-signed-off': act({ name: 'Skill signed off', sentence: '{by} signed off {skill} for {subject}', ...SignedOff }),
  'sign-off-revoked': act({ name: 'Sign-off revoked', sentence: '{by} revoked the sign-off of {skill} for {subject}', ...SignedOff }),

  // Curricula
  'draft-discarded': act({
    name: 'Draft discarded',
    sentence: '{by} discarded the draft of {subject}',
    subject: 'certification',
    detail: z.object({ revision: z.number().int() }),
  }),
  'release-published': act({
    name: 'Release published',
    sentence: '{by} published release {release} of {subject}',
    subject: 'certification',
    detail: z.object({ release: z.number().int(), previousRelease: z.number().int().nullable(), from: z.enum(['file', 'draft']) }),
  }),
  'certification-offered': act({
    name: 'Certification listed, hidden or archived',
    sentence: '{by} changed where {subject} is offered',
    subject: 'certification',
    detail: z.object({ previousOffering: z.string(), offering: z.string() }),
  }),
  'move-started': act({
    name: 'Move started',
    sentence: '{by} started to move {total} enrollments of {subject} to release {release}',
    subject: 'certification',
    detail: OfMove.extend({ release: z.number().int(), total: z.number().int() }),
  }),
  'move-superseded': act({
    name: 'Move replaced',
    sentence: '{by} replaced a move of {subject} with a later one',
    subject: 'certification',
    detail: OfMove.extend({ laterMoveId: z.uuid() }),
  }),
  'move-finished': act({
    name: 'Move finished',
    sentence: '{by} moved {moved} enrollments of {subject} to release {release}',
    subject: 'certification',
    detail: OfMove.extend({ release: z.number().int(), moved: z.number().int() }),
  }),
} as const satisfies Record<string, ActShape>;

export type Act = keyof typeof ACTS;
/** An act as a reader sees it, without the types of its own fields. */
export const actShape = (slug: string): ActShape | undefined => (ACTS as Record<string, ActShape>)[slug];

/** What a field of `about`, `before`, `after` or `detail` is called on the page. A test holds that every declared field is here. */
export const FIELD_NAMES: Readonly<Record<string, string>> = {
  role: 'Account role',
  roles: 'Account roles',
  accountRoles: 'Account roles',
  accessRevoked: 'Tokens and calendar link revoked',
  email: 'Email address',
  mailKind: 'Kind of mail',
  mode: 'Who can register',
  previousMode: 'Who could register before',
  domains: 'Email domains',
  previousDomains: 'Email domains before',
  offering: 'Offering',
  previousOffering: 'Offering before',
  tokenName: 'Token',
  scopes: 'Permissions',
  expiresAt: 'Expires',
  reason: 'Reason',
  request: 'Request',
  state: 'State',
  takenOn: 'Taken on',
  result: 'Result',
  scorePercent: 'Score in percent',
  validUntil: 'Valid until',
  comment: 'Comment',
  criteriaMet: 'Criteria met',
  criteriaNotMet: 'Criteria not met',
  note: 'Note',
  level: 'Level',
  project: 'Project',
  skill: 'Skill',
  revision: 'Revision',
  release: 'Release',
  previousRelease: 'Release before',
  from: 'Published from',
  total: 'Enrollments to move',
  moved: 'Enrollments moved',
};

/** Ids in `detail`: for scripts and other entries, not for the page. */
export const FIELDS_NOT_SHOWN: readonly string[] = ['enrollmentId', 'evidenceId', 'messageId', 'tokenId', 'moveId', 'laterMoveId'];
