import { z } from 'zod';
import { endpoint } from '../../platform/http/endpoint.contract.js';
import { problem } from '../../platform/http/problem.contract.js';
import { AccountRow, linkUsedUp, TypedPassword, wrongPassword } from '../users.contract.js';
import { Opaque } from '../../platform/text/normal-text.contract.js';

export const alreadyConfirmed = problem({ slug: 'already-confirmed', status: 409, title: 'This email address is already confirmed' });

export const sendEmailConfirmation = endpoint({
  method: 'POST',
  path: '/accounts/me/email-confirmations',
  summary: 'Resend the link that confirms your email address, at most once every 20 minutes',
  allow: 'signed-in',
  securityEvent: 'email-confirmation-request',
  status: 202,
  answer: z.object({ sent: z.literal(true) }),
  refusals: [alreadyConfirmed],
});

export const confirmEmail = endpoint({
  method: 'POST',
  path: '/email-confirmations/:token',
  summary: 'Confirm an email address with the link from the mail. Repeating it changes nothing',
  allow: 'public',
  status: 200,
  securityEvent: 'email-confirmation',
  params: z.object({ token: Opaque.max(150).describe('From the link in the mail') }),
  body: z.object({ password: TypedPassword.optional().describe('The password of the account. Needed where people register by email domain') }).default({}),
  answer: z.object({ confirmed: z.literal(true) }),
  refusals: [linkUsedUp, wrongPassword],
});

export const confirmEmailOf = endpoint({
  method: 'PUT',
  path: '/accounts/:accountId/email-confirmation',
  summary: 'Confirm the email address of an account as an admin, for example without a mail server. Repeating it changes nothing',
  allow: 'administer',
  securityEvent: 'email-confirmation',
  params: z.object({ accountId: z.uuid() }),
  answer: AccountRow,
});
