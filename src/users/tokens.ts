import { createHash, createHmac, randomBytes } from 'node:crypto';

/** A new secret for a cookie or a link: 256 bits, safe in an address. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** A password to be typed once and then changed: 100 bits, in groups, without letters that look alike. */
export function newPassword(): string {
  const letters = Array.from(randomBytes(20), (byte) => ALPHABET[byte % ALPHABET.length]).join('');
  return letters.replaceAll(/(.{5})(?=.)/g, '$1-');
}

/** 32 signs, so that every byte makes each equally likely. */
const ALPHABET = '23456789abcdefghijkmnpqrstuvwxyz';

/** What is stored of a token. It is random, so a plain hash is enough. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

/**
 * The refresh token that follows one: the same each time, so that two tabs, or a browser that missed the answer, get the same, without
 * anything secret being stored. Who holds neither the token nor the server's secret cannot make it.
 */
export const successorOf = (token: string, secret: string): string => createHmac('sha256', secret).update(`refresh ${token}`).digest('base64url');
