/** Bytes of an uploaded file as text: the one decoder of every upload. */

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** A character that was lost before the file came here, or that no text holds. Lines and columns count from 1, columns in characters. */
export interface TextFault {
  line: number;
  column: number;
  message: string;
}

export interface DecodedText {
  /** Without a byte order mark. */
  text: string;
  encoding: Encoding;
  /** The first 20; a text with a fault must not be stored. */
  faults: TextFault[];
}

/**
 * The encoding is that of the byte order mark, else UTF-16 where every other byte is mostly zero, else UTF-8 where all of it is valid, else
 * Windows-1252. A file that is UTF-8 but for a few broken bytes stays UTF-8, so that the broken places are named and the rest is not misread.
 */
export function textOf(bytes: Uint8Array): DecodedText {
  const encoding = markOf(bytes) ?? unmarkedUtf16(bytes) ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1252');
  const text = encoding === 'windows-1252' ? windows1252(bytes) : new TextDecoder(encoding).decode(bytes);
  return { text, encoding, faults: faultsIn(text) };
}

/** What is wrong with a text that came as text; the same rules as for bytes. */
export function faultsIn(text: string): TextFault[] {
  if (!LOST.test(text)) return [];
  const faults: TextFault[] = [];
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    if (!LOST.test(line)) continue;
    for (const [at, character] of [...line].entries()) {
      if (!LOST.test(character)) continue;
      faults.push({ line: index + 1, column: at + 1, message: whyLost(character) });
      if (faults.length === MAX_FAULTS) return faults;
    }
  }
  return faults;
}

/** 'Line 3, column 7: ...' */
export const faultText = ({ line, column, message }: TextFault): string => `Line ${line}, column ${column}: ${message}`;

const MAX_FAULTS = 20;
/** NUL, half a surrogate pair, the sign for a lost character, and the controls that Windows-1252 has no character for. */
const LOST = /[\0\ufffd\u0080-\u0084\u0086-\u009f]|\p{Cs}/u;

function whyLost(character: string): string {
  if (character === '\0') return 'There is a NUL character here. Save the file as UTF-8 text';
  if (character === '\ufffd') return 'A character was lost here (U+FFFD). Export the file again as UTF-8';
  return 'This character cannot be read. Save the file as UTF-8';
}

function markOf(bytes: Uint8Array): Encoding | undefined {
  const [one, two, three] = bytes;
  if (one === 0xef && two === 0xbb && three === 0xbf) return 'utf-8';
  if (one === 0xff && two === 0xfe) return 'utf-16le';
  return one === 0xfe && two === 0xff ? 'utf-16be' : undefined;
}

const SAMPLE_BYTES = 65_536;
/** Share of zeros in one half of the bytes. Separators, digits and line ends have one in any alphabet. */
const MIN_ZEROS = 0.1;

/** UTF-16 without a mark: ASCII characters have a zero as their upper byte and never as their lower one. */
function unmarkedUtf16(bytes: Uint8Array): Encoding | undefined {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const zeros = [0, 0];
  for (const [index, byte] of sample.entries()) if (byte === 0) zeros[index % 2]! += 1;
  const [even = 0, odd = 0] = zeros;
  const [most, least] = [Math.max(even, odd), Math.min(even, odd)];
  if (most < 2 || most < (sample.length / 2) * MIN_ZEROS || least * 10 > most) return undefined;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

/** What Windows-1252 has where Latin-1 has controls, from 0x80 on; the five that it leaves free stay controls. */
const FROM_80 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** By hand: Node 20 decodes Windows-1252 as Latin-1. */
const windows1252 = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('latin1')
    .replaceAll(/[\u0080-\u009f]/g, (character) => FROM_80[character.charCodeAt(0) - 0x80] ?? character);

/** Whether it is UTF-8: all of it, or most of what is not ASCII. */
function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    const text = new TextDecoder('utf-8').decode(bytes);
    const broken = text.match(/\ufffd/g)?.length ?? 0;
    const whole = text.match(/[^\u{0}-\u{7f}\ufffd]/gu)?.length ?? 0;
    return whole > broken;
  }
}
