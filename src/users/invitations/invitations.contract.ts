import { z } from 'zod';
import { AccountRole } from '../../platform/auth/permission.contract.js';
import { endpoint, Page, pageOf } from '../../platform/http/endpoint.contract.js';
import { problem } from '../../platform/http/problem.contract.js';
import { Email } from '../../platform/mail/email-address.contract.js';
import { Instant } from '../../platform/time/time.contract.js';
import { PersonName } from '../person-name.contract.js';
import { Browser, emailTaken, linkUsedUp, Registration, Session, weakPassword } from '../users.contract.js';
import { Opaque } from '../../platform/text/normal-text.contract.js';

export const INVITATION_DAYS = 14;

const roles = z
  .array(AccountRole)
  .min(1, 'At least one account role')
  .overwrite((given) => [...new Set(given)]);

export const NewInvitation = z.object({ email: Email, name: PersonName.optional(), accountRoles: roles.default(['learner']) }).meta({ id: 'NewInvitation' });
export type NewInvitation = z.output<typeof NewInvitation>;

export const Invitation = z
  .object({
    id: z.uuid(),
    email: z.string(),
    name: z.string().nullable(),
    accountRoles: z.array(AccountRole),
    invitedAt: Instant,
    invitedBy: z.object({ id: z.uuid(), name: z.string() }).nullable().describe('Null once that account is deleted'),
    sentAt: Instant.describe('When the last mail was written'),
    expiresAt: Instant,
    state: z
      .enum(['open', 'expired'])
      .describe('`expired` also when it gives more than the account role learner, and who sent it is not an active admin anymore. Resend it to renew it'),
  })
  .meta({ id: 'Invitation' });
export type Invitation = z.output<typeof Invitation>;

/** What the person sees before they accept. */
export const InvitationOffer = z.object({ email: z.string(), name: z.string().nullable() }).meta({ id: 'InvitationOffer' });
export const Acceptance = Registration.omit({ email: true }).meta({ id: 'Acceptance' });
export type Acceptance = z.output<typeof Acceptance>;

export const alreadyInvited = problem({ slug: 'already-invited', status: 409, title: 'This address is already invited' });

const byId = z.object({ invitationId: z.uuid() });
const byToken = z.object({ token: Opaque.max(100).describe('From the link in the mail') });

export const invite = endpoint({
  method: 'POST',
  path: '/invitations',
  summary: `Invite an address by mail; the link works once, for ${INVITATION_DAYS} days`,
  allow: 'administer',
  securityEvent: 'invitation',
  body: NewInvitation,
  answer: Invitation,
  refusals: [emailTaken, alreadyInvited],
});

export const listInvitations = endpoint({
  method: 'GET',
  path: '/invitations',
  summary: 'List invitations that haven’t been accepted yet, newest first',
  allow: 'administer',
  query: Page,
  answer: pageOf(Invitation),
});

export const resendInvitation = endpoint({
  method: 'POST',
  path: '/invitations/:invitationId/mails',
  summary: 'Mail an invitation again, with a new link that works as long as the first did; earlier links end',
  allow: 'administer',
  securityEvent: 'invitation',
  status: 200,
  params: byId,
  answer: Invitation,
});

export const cancelInvitation = endpoint({
  method: 'DELETE',
  path: '/invitations/:invitationId',
  summary: 'Cancel an invitation; its link ends',
  allow: 'administer',
  securityEvent: 'invitation-cancellation',
  params: byId,
});

export const readInvitation = endpoint({
  method: 'GET',
  path: '/invitation-links/:token',
  summary: 'Read whom a link invites; changes nothing',
  allow: 'public',
  params: byToken,
  answer: InvitationOffer,
  refusals: [linkUsedUp],
});

export const acceptInvitation = endpoint({
  method: 'POST',
  path: '/invitation-links/:token',
  summary: 'Accept an invitation: create the account, whose address counts as confirmed, and sign in',
  allow: 'public',
  securityEvent: 'invitation-acceptance',
  params: byToken,
  headers: Browser,
  body: Acceptance,
  answer: Session,
  refusals: [linkUsedUp, emailTaken, weakPassword],
});
