import { z } from 'zod';
import { atMost, isVisible, normalForm } from '../platform/text/normal-text.contract.js';

/** Invisible, and copied along with a name without anybody noticing: they go. Joiners stay, Persian and emoji need them. */
const COPIED_ALONG = /[\u00ad\u061c\u200b\u200e\u200f\u2060\ufeff]/g;
/** Line breaks and controls, which write lines of their own into mail; embeddings, overrides and isolates, which turn what stands around them. */
const FORBIDDEN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\ufffd]/u;

export const tidyName = (name: string): string =>
  normalForm(name.replaceAll(COPIED_ALONG, ''), 'NFC')
    .replaceAll(/\p{Zs}+/gu, ' ')
    .trim();

/** What a person is called: NFC, blanks folded, something visible, and nothing that acts on the text around it. */
export const PersonName = z
  .string()
  .overwrite(tidyName)
  .min(1, 'Enter your name')
  .check(atMost(120))
  .refine((name) => !FORBIDDEN.test(name), 'A name can’t contain line breaks or control characters')
  .refine((name) => name === '' || isVisible(name), 'A name needs a letter or another visible character');
