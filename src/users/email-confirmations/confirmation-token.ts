import { createHmac, timingSafeEqual } from 'node:crypto';

/** A confirmation link proves, for a limited time, that the person who has it reads the mail of this address. */
export interface Confirmation {
  accountId: string;
  expiresAt: Date;
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
const SECONDS = /^\d{10}$/;

const seconds = (date: Date) => Math.floor(date.getTime() / 1_000);

/** The prefix separates this from other uses of the same secret. The address is signed too, so a link cannot confirm another address. */
const sign = (secret: string, { accountId, expiresAt }: Confirmation, emailKey: string) =>
  createHmac('sha256', secret)
    .update(`confirm-email ${accountId} ${seconds(expiresAt)} ${emailKey}`)
    .digest();

/** A link's token: account, end (Unix seconds) and their signature. Nothing is stored. */
export const confirmationToken = (secret: string, confirmation: Confirmation, emailKey: string): string =>
  `${confirmation.accountId}.${seconds(confirmation.expiresAt)}.${sign(secret, confirmation, emailKey).toString('base64url')}`;

/** The content of a token, not verified yet. Null if it is not a token. */
export function readConfirmationToken(token: string): (Confirmation & { signature: string }) | null {
  const [accountId = '', expires = '', signature = '', ...more] = token.split('.');
  if (more.length > 0 || !UUID.test(accountId) || !SECONDS.test(expires)) return null;
  return { accountId, expiresAt: new Date(Number(expires) * 1_000), signature };
}

/** Whether this server signed it for the address and it has not expired. */
export function isConfirmedBy(secret: string, claimed: Confirmation & { signature: string }, emailKey: string, now: Date): boolean {
  const [given, right] = [Buffer.from(claimed.signature, 'base64url'), sign(secret, claimed, emailKey)];
  return given.length === right.length && timingSafeEqual(given, right) && claimed.expiresAt > now;
}
