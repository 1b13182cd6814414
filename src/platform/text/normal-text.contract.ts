import { z } from 'zod';

/**
 * How texts are kept and compared, the same on the server and in the web app. What is kept is NFC; what is compared is NFKC, so that texts
 * that look the same are the same: full width, ligatures, no-break spaces, names typed on a Mac.
 */

/** Invisible, and copied along from web pages without anybody noticing. Joiners stay: Persian and emoji need them. */
const COPIED_ALONG = /[\u00ad\u200b\u2060\ufeff]/g;
const BLANKS = /[\s\p{Zs}]+/gu;

/** A text of one line as it is kept: NFC, each run of white space one blank, nothing around it. */
export const singleLine = (text: string): string => text.replaceAll(COPIED_ALONG, '').normalize('NFC').replaceAll(BLANKS, ' ').trim();

/** A text of several lines as it is kept: NFC, line ends as \n, no white space around it. */
export const manyLines = (text: string): string => text.normalize('NFC').replaceAll(/\r\n?/g, '\n').trim();

/** Names with the same key are the same name: whatever their case, normal form and white space. */
export const nameKey = (text: string): string => singleLine(text.normalize('NFKC').toLowerCase().normalize('NFKC'));

/** Letters that no accent can be taken from; as search_key in the database spells them. */
const SPELLED: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ł: 'l', ø: 'o', đ: 'd', ð: 'd', ħ: 'h', ı: 'i', ŧ: 't', ς: 'σ' };

/** What a search compares: the key of a name without accents, so that "elodie" finds Élodie. */
export const searchKey = (text: string): string =>
  nameKey(text)
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f\u0591-\u05c7\u064b-\u0652]/g, '')
    .replaceAll(/[ßæœþłøđðħıŧς]/g, (letter) => SPELLED[letter] ?? letter);

/** Whether a text holds what is typed into a search field, compared by their search keys. */
export const isFoundIn = (text: string, wanted: string): boolean => searchKey(text).includes(searchKey(wanted));

/** A field of one line: titles, names, places. */
export const Line = z.string().overwrite(singleLine);
/** A field of several lines: notes, comments. */
export const Lines = z.string().overwrite(manyLines);
