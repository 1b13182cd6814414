import { createHmac, timingSafeEqual } from 'node:crypto';

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** The word in front separates this from everything else that is signed with the same secret. */
const sign = (secret: string, id: string) => createHmac('sha256', secret).update(`change-email ${id}`).digest();

/** The token of the link that confirms an email change: the id of the change and its signature. */
export const emailChangeToken = (secret: string, id: string): string => `${id}.${sign(secret, id).toString('base64url')}`;

/** The id of the change behind a token; null for a token that was not made here. */
export function readEmailChangeToken(secret: string, token: string): string | null {
  const [id = '', signature = '', ...more] = token.split('.');
  if (more.length > 0 || !UUID.test(id)) return null;
  const [given, right] = [Buffer.from(signature, 'base64url'), sign(secret, id)];
  return given.length === right.length && timingSafeEqual(given, right) ? id : null;
}
