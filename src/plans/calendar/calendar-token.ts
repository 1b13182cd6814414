import { createHmac, timingSafeEqual } from 'node:crypto';

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
const ENDING = '.ics';

/** The word in front keeps this apart from whatever else is signed with the same key. */
const sign = (key: string, secret: string) => createHmac('sha256', key).update(`calendar ${secret}`).digest();

/** The last part of a feed's address: its secret, signed, with the ending that calendar programs look for. */
export const calendarToken = (key: string, secret: string): string => `${secret}.${sign(key, secret).toString('base64url')}${ENDING}`;

/** The secret behind such a part; null for one that we did not sign. */
export function readCalendarToken(key: string, token: string): string | null {
  const [secret = '', signature = '', ...more] = token.slice(0, token.endsWith(ENDING) ? -ENDING.length : undefined).split('.');
  if (more.length > 0 || !UUID.test(secret)) return null;
  const [given, right] = [Buffer.from(signature, 'base64url'), sign(key, secret)];
  return given.length === right.length && timingSafeEqual(given, right) ? secret : null;
}
