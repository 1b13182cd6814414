import { emailKey } from '../../platform/mail/email-address.contract.js';
import { readEmailDomain } from './registration-policy.contract.js';

/**
 * Whether an address belongs to one of the domains. Both may be written in letters or as `xn--`. `example.org` does not include its
 * subdomains; `*.example.org` is all of them, at any depth, without `example.org`.
 */
export function isOfDomains(email: string, domains: readonly string[]): boolean {
  const key = emailKey(email);
  const at = key.lastIndexOf('@');
  if (at < 1) return false;
  const host = key.slice(at + 1);
  return domains.some((domain) => {
    const read = readEmailDomain(domain);
    return read !== null && (read.isOfSubdomains ? host.endsWith(`.${read.host}`) : host === read.host);
  });
}

/** Each domain once, in the order given; the two ways to write one are the same. */
export function onceEach(domains: readonly string[]): string[] {
  const known = new Map(domains.map((domain): [string, string] => [JSON.stringify(readEmailDomain(domain)), domain]));
  return [...new Set(domains.map((domain) => known.get(JSON.stringify(readEmailDomain(domain))) ?? domain))];
}
