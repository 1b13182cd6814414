import { z } from 'zod';

/**
 * How texts are kept and compared, the same on the server and in the web app. What is kept is NFC; what is compared is NFKC, so that texts
 * that look the same are the same: full width, ligatures, no-break spaces, names typed on a Mac.
 */

/** More marks than this on one letter are dropped, as in Unicode's stream-safe text: the time that normalizing takes grows with their square. */
const MAX_MARKS = 30;
const FURTHER_MARKS = new RegExp(`(\\p{M}{${MAX_MARKS}})\\p{M}+`, 'gu');

/** The normal form of a text of any length, in linear time. Call this and not `normalize` for what somebody sent. */
export const normalForm = (text: string, form: 'NFC' | 'NFKC' | 'NFKD'): string =>
  text.replaceAll(FURTHER_MARKS, '$1').normalize(form).replaceAll(FURTHER_MARKS, '$1');

/** Invisible, and copied along from web pages without anybody noticing. Joiners stay: Persian and emoji need them. */
const COPIED_ALONG = /[\u00ad\u200b\u2060\ufeff]/g;
/** Embeddings, overrides and isolates reorder the text around them. Of the controls, only line breaks and tabs are visible. NUL is refused instead. */
const BIDI_AND_CONTROLS = /[\u202a-\u202e\u2066-\u2069]|(?![\0\t-\r\u0085])\p{Cc}/gu;
const BLANKS = /[\s\u0085\p{Zs}]+/gu;
const LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
/** A visible character; U+2800 is a Braille pattern without dots. */
const VISIBLE = /(?!\p{DI}|\u2800)[^\p{Cc}\p{Cf}\p{M}\p{Z}]|\0/u;

export const isVisible = (text: string): boolean => VISIBLE.test(text);

const tidy = (text: string): string => normalForm(text.replaceAll(COPIED_ALONG, '').replaceAll(BIDI_AND_CONTROLS, ''), 'NFC');
/** A text that shows nothing is empty, so that a field that must be filled in refuses it. */
const orEmpty = (text: string): string => (isVisible(text) ? text : '');

/** A text of one line as it is kept: NFC, each run of white space one blank, nothing around it; empty if nothing of it shows. */
export const singleLine = (text: string): string => orEmpty(tidy(text).replaceAll(BLANKS, ' ').trim());

/** A text of several lines as it is kept: NFC, line ends as \n, no white space around it; empty if nothing of it shows. */
export const manyLines = (text: string): string => orEmpty(tidy(text.replaceAll(LINE_ENDS, '\n')).trim());

/** A text that somebody is still writing: NFC, line ends as \n. Its white space stays, so that a save does not change it while they type. */
export const unfinished = (text: string): string => tidy(text.replaceAll(LINE_ENDS, '\n'));

/** Names with the same key are the same name: whatever their case, normal form and white space. */
export const nameKey = (text: string): string => singleLine(normalForm(normalForm(text, 'NFKC').toLowerCase(), 'NFKC'));

/** Letters that no accent can be taken from; as search_key in the database spells them. */
const SPELLED: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ł: 'l', ø: 'o', đ: 'd', ð: 'd', ħ: 'h', ı: 'i', ŧ: 't', ς: 'σ' };

/** What a search compares: the key of a name without accents, so that "elodie" finds Élodie. */
export const searchKey = (text: string): string =>
  normalForm(nameKey(text), 'NFKD')
    .replaceAll(/[\u0300-\u036f\u0591-\u05c7\u064b-\u0652]/g, '')
    .replaceAll(/[ßæœþłøđðħıŧς]/g, (letter) => SPELLED[letter] ?? letter);

/** Whether a text holds what is typed into a search field, compared by their search keys. */
export const isFoundIn = (text: string, wanted: string): boolean => searchKey(text).includes(searchKey(wanted));

/** PostgreSQL keeps neither NUL nor half of a surrogate pair. */
const UNSTORABLE = /\0|\p{Cs}/u;
const storable = (text: string): boolean => !UNSTORABLE.test(text);
const LOST = 'This text has a character that can’t be saved. Delete it or type the text again';

/** How many characters a text has, as PostgreSQL and JSON Schema count them: an emoji is one or a few, however long it is in UTF-16. */
export const charactersOf = (text: string): number => {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
};

/** A function if the message is built on demand: formatting numbers is slow, and every contract would do it at load. */
type Message = string | (() => string);

/** The limits of a text's length, in characters where zod's own count UTF-16 units. */
export const atMost = (maximum: number, message: Message = () => `At most ${maximum.toLocaleString('en')} characters`): z.core.$ZodCheck<string> =>
  counting(z.maxLength(maximum, { error: message }), (count) => count <= maximum, { code: 'too_big', maximum });
export const atLeast = (minimum: number, message: Message): z.core.$ZodCheck<string> =>
  counting(z.minLength(minimum, { error: message }), (count) => count >= minimum, { code: 'too_small', minimum });

/** zod's check of a length, which documents it, with another way to count. */
function counting(
  check: z.core.$ZodCheck<string>,
  fits: (count: number) => boolean,
  issue: { code: 'too_big'; maximum: number } | { code: 'too_small'; minimum: number },
): z.core.$ZodCheck<string> {
  check._zod.check = ({ value, issues }) => {
    if (!fits(charactersOf(value))) issues.push({ ...issue, origin: 'string', inclusive: true, input: value, inst: check });
  };
  return check;
}

/** A field of one line: titles, names, places, a word to search for. */
export const Line = z.string().overwrite(singleLine).refine(storable, LOST);
/** A field of several lines: notes, comments, reasons. */
export const Lines = z.string().overwrite(manyLines).refine(storable, LOST);
/** A field of a draft that is saved while somebody types. */
export const UnfinishedText = z.string().overwrite(unfinished).refine(storable, LOST);
/** A key that a program made and gives back: a cursor, the token of a link. Printable ASCII, so that nothing else reaches a statement. */
export const Opaque = z.string().regex(/^[\x20-\x7e]*$/, 'Use the value exactly as Daymark gave it');
