import { z } from 'zod';
import { endpoint } from '../../platform/http/endpoint.contract.js';
import { problem } from '../../platform/http/problem.contract.js';
import { asciiHost } from '../../platform/mail/email-address.contract.js';
import { normalForm } from '../../platform/text/normal-text.contract.js';
import { addressUnconfirmed } from '../users.contract.js';

export const MOST_DOMAINS = 100;
const SUBDOMAINS = '*.';

/** The host, and whether `*.` asks for its subdomains. Null if it is not a domain. */
export function readEmailDomain(domain: string): { host: string; isOfSubdomains: boolean } | null {
  const isOfSubdomains = domain.startsWith(SUBDOMAINS);
  const host = asciiHost(isOfSubdomains ? domain.slice(SUBDOMAINS.length) : domain);
  return host === null ? null : { host, isOfSubdomains };
}

export const tidyDomain = (domain: string): string => normalForm(domain.trim(), 'NFC').replace(/^@/, '').toLowerCase();

/** A domain of email addresses, in letters or as `xn--`. */
export const EmailDomain = z
  .string()
  .overwrite(tidyDomain)
  .max(255, 'At most 255 characters')
  .refine((domain) => readEmailDomain(domain)?.host.includes('.') ?? false, 'Enter a domain, such as example.org')
  .describe('`example.org` is that domain alone, `*.example.org` all its subdomains');

export const RegistrationMode = z
  .enum(['open', 'invitation', 'domain'])
  .describe('Who may register: everyone, invited people only, or everyone with an address at one of the domains');
export type RegistrationMode = z.output<typeof RegistrationMode>;

export const RegistrationPolicy = z.object({ mode: RegistrationMode, domains: z.array(z.string()).describe('Empty unless the mode is `domain`') }).meta({
  id: 'RegistrationPolicy',
});
export type RegistrationPolicy = z.output<typeof RegistrationPolicy>;

export const RegistrationPolicyChange = z
  .object({ mode: RegistrationMode, domains: z.array(EmailDomain).max(MOST_DOMAINS, `At most ${MOST_DOMAINS} domains`).default([]) })
  .refine(({ mode, domains }) => mode !== 'domain' || domains.length > 0, { path: ['domains'], message: 'Enter at least one domain' })
  .meta({ id: 'RegistrationPolicyChange' });
export type RegistrationPolicyChange = z.output<typeof RegistrationPolicyChange>;

export const addressesUnchecked = problem({ slug: 'addresses-unchecked', status: 409, title: 'Email addresses are not confirmed here' });

export const readRegistrationPolicy = endpoint({
  method: 'GET',
  path: '/registration-policy',
  summary: 'Read who may register',
  allow: 'public',
  answer: RegistrationPolicy,
});

export const setRegistrationPolicy = endpoint({
  method: 'PUT',
  path: '/registration-policy',
  summary: 'Set who may register. Invitations work in every mode',
  allow: 'administer',
  securityEvent: 'registration-change',
  body: RegistrationPolicyChange,
  answer: RegistrationPolicy,
  refusals: [addressesUnchecked, addressUnconfirmed],
});
