import { createHmac, timingSafeEqual } from 'node:crypto';
import { DeclinableMail } from './reminders.contract.js';

/** Whose mail of which kind a link ends. */
export interface Declined {
  accountId: string;
  kind: DeclinableMail;
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** The word in front keeps this apart from whatever else is signed with the same secret. */
const sign = (secret: string, { accountId, kind }: Declined) => createHmac('sha256', secret).update(`unsubscribe ${accountId} ${kind}`).digest();

/**
 * A link's token: account, kind and their signature. Nothing is stored, so that it works for as long as the mail is kept; it can only end
 * mail, never begin it.
 */
export const unsubscribeToken = (secret: string, declined: Declined): string =>
  `${declined.accountId}.${declined.kind}.${sign(secret, declined).toString('base64url')}`;

/** What a token stands for; null for one that we did not sign. */
export function readUnsubscribeToken(secret: string, token: string): Declined | null {
  const [accountId = '', kind, signature = '', ...more] = token.split('.');
  const known = DeclinableMail.safeParse(kind);
  if (!known.success || more.length > 0 || !UUID.test(accountId)) return null;
  const declined = { accountId, kind: known.data };
  const [given, right] = [Buffer.from(signature, 'base64url'), sign(secret, declined)];
  return given.length === right.length && timingSafeEqual(given, right) ? declined : null;
}

/** `wren@harbour.example` as `w…@h….example`: enough for its owner to know it. */
export function maskedEmail(email: string): string {
  const [name = '', host = ''] = email.split('@');
  const [first = '', ...rest] = host.split('.');
  const letter = (text: string) => [...text][0] ?? '';
  return `${letter(name)}…@${letter(first)}…${rest.length > 0 ? `.${rest.at(-1)}` : ''}`;
}
