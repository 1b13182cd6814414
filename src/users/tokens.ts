import { createHash, createHmac, randomBytes } from 'node:crypto';

/** A new secret for a cookie or a link: 256 bits, safe in an address. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** A password to be typed once and then changed: 100 bits, in groups, without letters that look alike. */
export function newPassword(): string {
  const letters = Array.from(randomBytes(20), (byte) => ALPHABET[byte % ALPHABET.length]).join('');
  return letters.replaceAll(/(.{5})(?=.)/g, '$1-');
}

/** 32 characters, so that a random byte makes each equally likely. */
const ALPHABET = '23456789abcdefghijkmnpqrstuvwxyz';

/** What is stored of a token. It is random, so a plain hash is enough. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

/**
 * The successor of a refresh token. It is derived, so two tabs, or a browser that missed the answer, get the same one, and no secret is
 * stored. It cannot be computed without the token and the server's secret.
 */
export const successorOf = (token: string, secret: string): string => createHmac('sha256', secret).update(`refresh ${token}`).digest('base64url');
