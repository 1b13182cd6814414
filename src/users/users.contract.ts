import { z } from 'zod';
import { AccountRole } from '../platform/auth/permission.contract.js';
import { endpoint, Page, pageOf } from '../platform/http/endpoint.contract.js';
import { problem } from '../platform/http/problem.contract.js';
import { Email, TypedEmail } from '../platform/mail/email-address.contract.js';
import { DayStartMinutes, Instant, TimeZone } from '../platform/time/time.contract.js';
import { PersonName } from './person-name.contract.js';
import { atLeast, atMost, Line, Opaque } from '../platform/text/normal-text.contract.js';

/** NFKC can shorten a password, and is slow for a very long one, so longer input is refused first. */
const MAX_TYPED = 1_000;
/** In NFKC, as it is hashed, so that the limits count the normalized characters. */
export const Password = z
  .string()
  .max(MAX_TYPED, { error: 'At most 200 characters', abort: true })
  .normalize('NFKC')
  .check(atLeast(10, 'At least 10 characters'), atMost(200));
/** A password to check, as it was typed. It may be longer than `Password`, because NFKC can shorten it. */
export const TypedPassword = z.string().max(MAX_TYPED);

export const EmailConfirmation = z
  .enum(['confirmed', 'waits-for-link', 'waits-for-admin'])
  .describe('Only confirmed addresses get reminders and news. Without a mail server, an admin confirms');
export type EmailConfirmation = z.output<typeof EmailConfirmation>;

export const Account = z
  .object({
    id: z.uuid(),
    email: z.string(),
    emailConfirmation: EmailConfirmation,
    name: z.string(),
    timeZone: TimeZone,
    dayStartMinutes: DayStartMinutes,
    accountRoles: z.array(AccountRole),
    passwordChosenAt: Instant.nullable().describe('When the person chose the password; null for one that Daymark generated'),
  })
  .meta({ id: 'Account' });
export type Account = z.output<typeof Account>;

export const Session = z
  .object({
    accessToken: z.string().describe('Send as `Authorization: Bearer`; keep in memory only'),
    expiresInSeconds: z.int(),
    account: Account,
  })
  .meta({ id: 'Session' });
export type Session = z.output<typeof Session>;

export const Registration = z.object({ email: Email, password: Password, name: PersonName, timeZone: TimeZone.default('UTC') }).meta({ id: 'Registration' });
export const SignIn = z.object({ email: TypedEmail, password: TypedPassword }).meta({ id: 'SignIn' });
/** Strict, so that nobody thinks they changed something that can’t be changed here, such as the email address. */
export const AccountChange = z.strictObject({ name: PersonName, timeZone: TimeZone, dayStartMinutes: DayStartMinutes }).partial().meta({ id: 'AccountChange' });
export type AccountChange = z.output<typeof AccountChange>;
const RevokeAccess = z.boolean().default(true).describe('Also revoke your personal access tokens and your calendar address, which work without a password');
export const PasswordChange = z.object({ current: TypedPassword, next: Password, revokeAccess: RevokeAccess }).meta({ id: 'PasswordChange' });
export const NewPassword = z.object({ password: Password, revokeAccess: RevokeAccess }).meta({ id: 'NewPassword' });

/** What a session keeps of the browser, so that its owner recognizes it. */
export const Browser = z.object({ 'user-agent': z.string().optional().describe('Shown in the list of your sign-ins as browser and system') });

export const emailTaken = problem({ slug: 'email-taken', status: 409, title: 'There is an account with this email already' });
export const wrongCredentials = problem({ slug: 'wrong-credentials', status: 401, title: 'Email and password do not match' });
export const accountDeactivated = problem({ slug: 'account-deactivated', status: 403, title: 'This account is deactivated' });
export const registrationClosed = problem({ slug: 'registration-closed', status: 403, title: 'Registration is by invitation' });
export const emailDomainNotAllowed = problem({ slug: 'email-domain-not-allowed', status: 403, title: 'Registration is for certain email domains' });
export const addressUnconfirmed = problem({ slug: 'address-unconfirmed', status: 403, title: 'Confirm your email address first' });
export const personUnconfirmed = problem({ slug: 'person-unconfirmed', status: 409, title: 'This person’s email address is not confirmed' });
export const sessionOver = problem({ slug: 'session-over', status: 401, title: 'This session has ended' });
export const wrongPassword = problem({ slug: 'wrong-password', status: 422, title: 'The current password is wrong' });
export const weakPassword = problem({ slug: 'weak-password', status: 422, title: 'This password is easy to guess' });
export const linkUsedUp = problem({ slug: 'link-used-up', status: 410, title: 'This link was used or has expired' });
export const lastAdmin = problem({ slug: 'last-admin', status: 409, title: 'There must be an admin' });
export const notAMentor = problem({ slug: 'not-a-mentor', status: 422, title: 'This account is not a mentor' });
export const learnersLeft = problem({ slug: 'learners-left', status: 409, title: 'Learners would be left without a mentor' });

export const register = endpoint({
  method: 'POST',
  path: '/accounts',
  summary: 'Create an account as a learner, and sign in; the registration policy says who may. In its mode `domain`, confirm the address before you sign in',
  allow: 'public',
  securityEvent: 'registration',
  mails: 'confirmation',
  headers: Browser,
  body: Registration,
  answer: Session,
  refusals: [emailTaken, weakPassword, registrationClosed, emailDomainNotAllowed, addressUnconfirmed],
});

export const signIn = endpoint({
  method: 'POST',
  path: '/sessions',
  summary: 'Sign in; sets the refresh cookie',
  allow: 'public',
  securityEvent: 'sign-in',
  headers: Browser,
  body: SignIn,
  answer: Session,
  refusals: [wrongCredentials, accountDeactivated, addressUnconfirmed],
});

export const renewSession = endpoint({
  method: 'PUT',
  path: '/sessions/current',
  summary: 'Get a new access token for the refresh cookie, which is replaced',
  allow: 'public',
  headers: Browser,
  answer: Session,
  refusals: [sessionOver],
});

export const signOut = endpoint({
  method: 'DELETE',
  path: '/sessions/current',
  summary: 'Sign out. The refresh cookie is invalid afterwards',
  allow: 'public',
  securityEvent: 'sign-out',
});

export const ownAccount = endpoint({
  method: 'GET',
  path: '/accounts/me',
  summary: 'Read your own account',
  allow: 'signed-in',
  scope: 'read',
  answer: Account,
});

export const changeAccount = endpoint({
  method: 'PATCH',
  path: '/accounts/me',
  summary: 'Change your name, your time zone or when your day begins',
  allow: 'signed-in',
  body: AccountChange,
  answer: Account,
});

export const changePassword = endpoint({
  method: 'PUT',
  path: '/accounts/me/password',
  summary: 'Change your password; every other session of yours ends, and a mail tells you about it',
  allow: 'signed-in',
  securityEvent: 'password-change',
  headers: Browser,
  body: PasswordChange,
  refusals: [wrongPassword, weakPassword],
});

export const deleteAccount = endpoint({
  method: 'DELETE',
  path: '/accounts/me',
  summary: 'Delete your account and everything you logged, for good',
  allow: 'signed-in',
  securityEvent: 'account-deletion',
  body: z.object({ password: TypedPassword }),
  refusals: [wrongPassword, lastAdmin],
});

export const requestPasswordReset = endpoint({
  method: 'POST',
  path: '/password-resets',
  summary: 'Ask for a link by mail to set a new password. The answer does not reveal whether the account exists',
  allow: 'public',
  securityEvent: 'password-reset-request',
  status: 202,
  mails: 'reset-link',
  body: z.object({ email: Email }),
  answer: z.object({ sent: z.literal(true) }),
});

export const resetPassword = endpoint({
  method: 'PUT',
  path: '/password-resets/:token',
  summary: 'Set a new password with the link from the mail. This confirms your email address and ends all your sessions, and a mail tells you about it',
  allow: 'public',
  securityEvent: 'password-reset',
  params: z.object({ token: Opaque.max(100) }),
  body: NewPassword,
  refusals: [linkUsedUp, weakPassword],
});

export const AccountRow = Account.omit({ passwordChosenAt: true })
  .extend({
    createdAt: Instant,
    lastSeenAt: Instant.nullable(),
    deactivation: z
      .object({ at: Instant, by: z.object({ id: z.uuid(), name: z.string() }).nullable().describe('Null once that account is deleted') })
      .nullable()
      .describe('Null while the account is active'),
  })
  .meta({ id: 'AccountRow' });
export type AccountRow = z.output<typeof AccountRow>;

export const AccountState = z.enum(['active', 'deactivated']);
export type AccountState = z.output<typeof AccountState>;

export const listAccounts = endpoint({
  method: 'GET',
  path: '/accounts',
  summary: 'List accounts by name',
  allow: 'administer',
  // A cursor holds the name where the page ended, which may be long.
  query: Page.extend({
    cursor: Opaque.max(2_000).optional().describe('`nextCursor` of the page before'),
    search: Line.check(atMost(120)).optional(),
    accountRole: AccountRole.optional(),
    state: AccountState.optional(),
  }),
  answer: pageOf(AccountRow),
});

export const RolesChange = z
  .object({
    accountRoles: z.array(AccountRole).min(1, 'At least one account role'),
    learnersTo: z
      .uuid()
      .nullable()
      .optional()
      .describe('Required when a person with learners loses the account role mentor: the new mentor of these learners, or null for none'),
  })
  .meta({ id: 'RolesChange' });
export type RolesChange = z.output<typeof RolesChange>;

export const setAccountRoles = endpoint({
  method: 'PUT',
  path: '/accounts/:accountId/account-roles',
  summary: 'Set the account roles of an account',
  allow: 'administer',
  securityEvent: 'role-change',
  params: z.object({ accountId: z.uuid() }),
  body: RolesChange,
  answer: AccountRow,
  refusals: [lastAdmin, learnersLeft, notAMentor, personUnconfirmed],
});
