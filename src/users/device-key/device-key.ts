import { hkdfSync } from 'node:crypto';

/**
 * The key of an account for what its devices keep locked: 256 bits in base64url (HKDF-SHA-256, RFC 5869). It is derived, so nothing secret is
 * stored. A new server secret makes a new key, and what was locked with the old one can no longer be opened.
 */
export const deviceKeyOf = (secret: string, accountId: string): string =>
  Buffer.from(hkdfSync('sha256', secret, accountId, 'daymark device key', 32)).toString('base64url');
