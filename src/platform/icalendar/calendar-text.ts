import { textOf } from '../text/text-of.js';

/** The text of an iCalendar file, whatever program wrote it. Pure. */

const [LF, CR, SPACE, TAB] = [0x0a, 0x0d, 0x20, 0x09];

/**
 * Joins folded lines, then decodes. Long lines are folded by octets (RFC 5545, 3.1), so a fold may lie inside a character: bytes must be joined
 * before they are decoded.
 */
export function calendarText(bytes: Uint8Array): string {
  const wide = wideEncoding(bytes);
  const text = wide ? new TextDecoder(wide).decode(bytes).replaceAll(/[\r\n]+[ \t]/g, '') : decoded(unfolded(bytes));
  // PostgreSQL stores no NUL, and no calendar needs one.
  return text.replaceAll('\0', '');
}

/** Only the decoding: strict UTF-8, and Windows-1252 for those lines that are not. */
function decoded(bytes: Uint8Array): string {
  return strictly(bytes) ?? linesOf(bytes).map((line) => strictly(line) ?? textOf(line).text).join('\n'); // prettier-ignore
}

function strictly(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** By its byte order mark, or by the NUL beside the first letter. */
function wideEncoding([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0 && second !== undefined)) return 'utf-16be';
  return null;
}

/** A line that begins with a blank belongs to the one before it. Some programs write two line breaks where one is meant. */
function unfolded(bytes: Uint8Array): Uint8Array {
  const joined = new Uint8Array(bytes.length);
  let length = 0;
  for (let i = 0; i < bytes.length; i++) {
    const end = afterBreaks(bytes, i);
    if (end > i && (bytes[end] === SPACE || bytes[end] === TAB) && length > 0) i = end;
    else joined[length++] = bytes[i] ?? 0;
  }
  return joined.subarray(0, length);
}

function afterBreaks(bytes: Uint8Array, from: number): number {
  let i = from;
  while (bytes[i] === CR || bytes[i] === LF) i++;
  return i;
}

function linesOf(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  let begin = 0;
  for (let i = bytes.indexOf(LF); i >= 0; i = bytes.indexOf(LF, begin)) {
    lines.push(bytes.subarray(begin, i));
    begin = i + 1;
  }
  return [...lines, bytes.subarray(begin)];
}
