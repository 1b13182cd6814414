import { z } from 'zod';
import { atMost, isVisible, normalForm } from '../platform/text/normal-text.contract.js';

/** Invisible characters that people copy with a name by accident. They are removed. Joiners stay, because Persian and emoji need them. */
const COPIED_ALONG = /[\u00ad\u061c\u200b\u200e\u200f\u2060\ufeff]/g;
/** Line breaks and controls could add lines to a mail. Embeddings, overrides and isolates reorder the text around them. */
const FORBIDDEN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\ufffd]/u;

export const tidyName = (name: string): string =>
  normalForm(name.replaceAll(COPIED_ALONG, ''), 'NFC')
    .replaceAll(/\p{Zs}+/gu, ' ')
    .trim();

/** The name of a person: NFC, each run of blanks is one blank, at least one visible character, and nothing that reorders other text. */
export const PersonName = z
  .string()
  .overwrite(tidyName)
  .min(1, 'Enter your name')
  .check(atMost(120))
  .refine((name) => !FORBIDDEN.test(name), 'A name can’t contain line breaks or control characters')
  .refine((name) => name === '' || isVisible(name), 'A name needs a letter or another visible character');
