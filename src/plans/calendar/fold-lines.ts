/** Longest content line, in octets, its line break not counted (RFC 5545, 3.1). */
const MOST_OCTETS = 75;

/**
 * Folds the lines of an iCalendar text by octets, as the standard wants it and the library does not: it counts characters, and one of
 * Japanese takes three octets. No character is cut; a line that goes on begins with a space.
 */
export function foldLines(text: string): string {
  return text
    .replaceAll(/\r\n[ \t]/g, '')
    .split('\r\n')
    .map(folded)
    .join('\r\n');
}

function folded(line: string): string {
  if (Buffer.byteLength(line) <= MOST_OCTETS) return line;
  const lines = [''];
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > MOST_OCTETS) {
      lines.push(' ');
      octets = 1;
    }
    lines[lines.length - 1] += character;
    octets += size;
  }
  return lines.join('\r\n');
}
