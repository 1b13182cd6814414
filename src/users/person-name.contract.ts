import { z } from 'zod';

/** Invisible, and copied along with a name without anybody noticing: they go. Joiners stay, Persian and emoji need them. */
const COPIED_ALONG = /[\u00ad\u061c\u200b\u200e\u200f\u2060\ufeff]/g;
/** Line breaks and controls, which write lines of their own into mail; embeddings, overrides and isolates, which turn what stands around them. */
const FORBIDDEN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\ufffd]/u;
/** Something that shows by itself; U+2800 is a Braille pattern without dots. */
const VISIBLE = /(?!\p{DI}|\u2800)[^\p{Cc}\p{Cf}\p{Cs}\p{M}\p{Z}]/u;

const tidy = (name: string): string =>
  name
    .replaceAll(COPIED_ALONG, '')
    .normalize('NFC')
    .replaceAll(/\p{Zs}+/gu, ' ')
    .trim();

/** What a person is called: NFC, blanks folded, something visible, and nothing that acts on the text around it. */
export const PersonName = z
  .string()
  .overwrite(tidy)
  .min(1, 'Enter your name')
  .max(120, 'At most 120 characters')
  .refine((name) => !FORBIDDEN.test(name), 'A name can’t contain line breaks or control characters')
  .refine((name) => name === '' || VISIBLE.test(name), 'A name needs a letter or another visible character');
