/** The text of a small file, whatever program saved it: UTF-8, or UTF-16 as some Windows programs write it, with or without a byte order mark. */
export function textOfFile(bytes: Uint8Array): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

/** `NAME=value`, perhaps after `export`. A value is quoted only if nothing but a comment follows its last quote. */
const LINE = /^[ \t]*(?:export[ \t]+)?([A-Za-z_][\w.-]*)[ \t]*=[ \t]*(?:("[^"]*"|'[^']*'|`[^`]*`)[ \t]*(?:#.*)?|(.*))$/gm;

/**
 * The names and values of an `.env` file. Node's own parser takes each `#` as the start of a comment, which silently cuts a password in half.
 * Here, as in Docker Compose, a comment starts at the beginning of a line or after white space.
 */
export function parseDotEnv(text: string): Record<string, string> {
  const lines = text.replace(/\r\n?/g, '\n').matchAll(LINE);
  return Object.fromEntries([...lines].map(([, name, quoted, plain = '']) => [name, quoted === undefined ? withoutComment(plain) : unquoted(quoted)]));
}

const withoutComment = (value: string): string => value.replace(/(^|\s)#.*$/, '').trim();

function unquoted(value: string): string {
  const inner = value.slice(1, -1);
  return value.startsWith('"') ? inner.replaceAll('\\n', '\n') : inner;
}
