import { z } from 'zod';
import { endpoint } from '../../platform/http/endpoint.contract.js';
import { problem } from '../../platform/http/problem.contract.js';
import { Email } from '../../platform/mail/email-address.contract.js';
import { Instant } from '../../platform/time/time.contract.js';
import { emailTaken, linkUsedUp, TypedPassword, wrongPassword } from '../users.contract.js';
import { Opaque } from '../../platform/text/normal-text.contract.js';

export const EmailChange = z
  .object({
    email: z.string().nullable().describe('The new address that is waiting for confirmation; null if there is none'),
    expiresAt: Instant.nullable().describe('When the link in the mail expires'),
    isMailSent: z.boolean().describe('False without a mail server: then the link is in the outbox folder of this installation'),
  })
  .meta({ id: 'EmailChange' });
export type EmailChange = z.output<typeof EmailChange>;

export const NewEmail = z.object({ email: Email, password: TypedPassword }).meta({ id: 'NewEmail' });

export const sameEmail = problem({ slug: 'same-email', status: 422, title: 'This is your email address already' });

export const readEmailChange = endpoint({
  method: 'GET',
  path: '/accounts/me/email-change',
  summary: 'Read the email address that you want to change to and have not confirmed yet',
  allow: 'signed-in',
  answer: EmailChange,
});

export const requestEmailChange = endpoint({
  method: 'PUT',
  path: '/accounts/me/email-change',
  summary:
    'Change your email address: a link goes to the new one, and the old one stays until you use the link. The answer is the same if the new address already has an account',
  allow: 'signed-in',
  securityEvent: 'email-change-request',
  body: NewEmail,
  answer: EmailChange,
  refusals: [wrongPassword, sameEmail],
});

export const cancelEmailChange = endpoint({
  method: 'DELETE',
  path: '/accounts/me/email-change',
  summary: 'Keep your current email address. Repeating it changes nothing',
  allow: 'signed-in',
  securityEvent: 'email-change-cancellation',
  answer: EmailChange,
});

export const noEmailChange = problem({ slug: 'no-email-change', status: 409, title: 'No new email address is waiting for confirmation' });

export const resendEmailChange = endpoint({
  method: 'POST',
  path: '/accounts/me/email-change/links',
  summary: 'Resend the link to the new email address, which starts its time again',
  allow: 'signed-in',
  securityEvent: 'email-change-request',
  status: 202,
  answer: EmailChange,
  refusals: [noEmailChange],
});

export const confirmEmailChange = endpoint({
  method: 'POST',
  path: '/email-changes/:token',
  summary: 'Change the email address of an account with the link from the mail',
  allow: 'public',
  securityEvent: 'email-change',
  status: 200,
  params: z.object({ token: Opaque.max(150).describe('From the link in the mail') }),
  answer: z.object({ changed: z.literal(true) }),
  refusals: [linkUsedUp, emailTaken],
});
