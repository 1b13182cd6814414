import { z } from 'zod';
import { Line, normalForm } from '../text/normal-text.contract.js';

/** HTML's grammar for `<input type=email>`, and letters, marks and digits of every script (RFC 6531); nothing that cannot be seen. */
const LOCAL_PART = /^(?:(?!\p{DI})[\p{L}\p{M}\p{N}.!#$%&'*+/=?^_`{|}~-])+$/u;
const LABEL = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
/** A host name, with or without a dot: `harbour.example`, `localhost`. */
const HOST = new RegExp(`^${LABEL}(?:\\.${LABEL})*$`);
const PLAIN = /^[a-z0-9.-]+$/;
/** What would end a host in a URL, and so hide the rest of it from the check. */
const NOT_OF_A_HOST = /[\s:/?#@\\%[\]]/;
const MAX_LENGTH = 254;

/**
 * The host as DNS has it: lower case, names of other scripts as `xn--`; null for one that cannot be. `URL` runs WHATWG's domain-to-ASCII
 * in Node and in browsers, so that both give the same answer.
 */
export function asciiHost(host: string): string | null {
  const lower = host.toLowerCase();
  if (PLAIN.test(lower) && !lower.includes('xn--')) return HOST.test(lower) ? lower : null;
  if (NOT_OF_A_HOST.test(host)) return null;
  try {
    const { hostname } = new URL(`http://${host}`);
    return HOST.test(hostname) ? hostname : null;
  } catch {
    return null;
  }
}

/** The address with its host as DNS has it, for mail servers; null for what is no address. The local part keeps its case. */
export function asciiEmail(email: string): string | null {
  const at = email.lastIndexOf('@');
  const local = email.slice(0, Math.max(at, 0));
  const host = asciiHost(email.slice(at + 1));
  if (!LOCAL_PART.test(local) || host === null) return null;
  const address = `${local}@${host}`;
  return address.length <= MAX_LENGTH ? address : null;
}

/** An address as it is kept. */
export const tidyEmail = (email: string): string => normalForm(email.trim(), 'NFC');

/**
 * What accounts are found by. Case, blanks around it, the normal form, and the two ways to write a host make no other account. The key of a
 * key is the key. A lower-case letter may compose with its mark where the capital does not, so the normal form comes last. The two small
 * sigmas have one capital. Letters that differ in both cases, such as ß and ss, stay apart, as mail servers keep them apart.
 */
export function emailKey(email: string): string {
  const tidy = tidyEmail(email);
  return normalForm((asciiEmail(tidy) ?? tidy).toLowerCase().replaceAll('ς', 'σ'), 'NFC');
}

/** An email address as browsers and mail servers take it. Stored as it was typed. */
export const Email = z
  .string()
  .overwrite(tidyEmail)
  .max(MAX_LENGTH, `At most ${MAX_LENGTH} characters`)
  .refine((email) => asciiEmail(email) !== null, 'Enter an email address, such as wren@harbour.example')
  .meta({ format: 'idn-email' });

/** An address to look up, as somebody typed it: a malformed one is not refused, it is just not found. */
export const TypedEmail = Line.max(MAX_LENGTH);
