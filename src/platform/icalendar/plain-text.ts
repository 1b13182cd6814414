/** Texts of a calendar as one line of plain text. Pure. */
import ICAL from 'ical.js';
import type { CalendarProperty } from './content-lines.js';
import { singleLine } from '../text/normal-text.contract.js';

const text = ICAL.design.icalendar.value.text as { fromICAL(value: string): string };

/** In normal form C, without control characters, white space folded, of at most so many characters. */
export function plainText({ value, parameters }: CalendarProperty, maxCharacters: number): string {
  const written = parameters.encoding?.toUpperCase() === 'QUOTED-PRINTABLE' ? fromQuotedPrintable(value, parameters.charset) : value;
  // Longer ones are cut before anything is done with them.
  const plain = text.fromICAL(written.slice(0, maxCharacters * 8)).replaceAll(/[\p{Cc}\p{Cs}\uFFFD]+/gu, ' ');
  return cutText(singleLine(plain), maxCharacters);
}

/** The first characters of a text, as JavaScript counts them; none is cut in half. */
export const cutText = (text: string, max: number): string => text.slice(0, max).replace(/[\uD800-\uDBFF]$/, '').trim(); // prettier-ignore

/** As vCalendar 1.0 writes what is not ASCII: `=C3=BC` for ü. */
function fromQuotedPrintable(value: string, charset = 'utf-8'): string {
  const bytes = Buffer.from(
    value.replaceAll(/=([\dA-F]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    'latin1',
  );
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}
