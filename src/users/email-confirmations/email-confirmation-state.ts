import type { Config } from '../../platform/config/config.js';
import type { EmailConfirmation } from '../users.contract.js';

/** The state of an address. With the setting off, every address counts as confirmed. Without a mail server, no link can be sent. */
export function emailConfirmationOf(emailConfirmedAt: Date | null, config: Pick<Config, 'DAYMARK_CONFIRM_ADDRESSES' | 'SMTP_URL'>): EmailConfirmation {
  if (emailConfirmedAt !== null || config.DAYMARK_CONFIRM_ADDRESSES === 'off') return 'confirmed';
  return config.SMTP_URL ? 'waits-for-link' : 'waits-for-admin';
}
