import { isScalar, Lexer, LineCounter, parseDocument, visit, type Document, type ParsedNode } from 'yaml';
import type { Fault } from './fault.contract.js';

export const MAX_BYTES = 10 * 1024 * 1024;
/** A hand-written file repeats itself with a few anchors; a 'bomb' of nested ones multiplies to millions. */
const MAX_ALIASES = 100;
/** As many as 10 MB of a curriculum like the shipped ones have. Files of nothing but brackets and commas have more, and would take minutes. */
const MOST_TOKENS = 2_000_000;
/** Of brackets; a curriculum has eight. */
const MOST_DEPTH = 100;
const TOO_DEEP = 'The file is nested too deeply';

type Parsed = { value: unknown; faults?: never } | { faults: Fault[] };

/** Reads YAML, and JSON as the part of YAML that it is: plain values only, no tags of one's own, no key twice, no bombs. */
export function parseText(text: string): Parsed {
  if (Buffer.byteLength(text) > MAX_BYTES) return refuse('The file is larger than 10 MB');
  if (text.trim() === '') return refuse('The file is empty');
  try {
    const why = hopeless(text);
    if (why) return refuse(why);
    const lines = new LineCounter();
    // Keys are compared below: the library compares each with each, which a huge map turns into minutes.
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false, stringKeys: true, schema: 'core', logLevel: 'error' });
    const line = (offset: number) => `Line ${lines.linePos(offset).line}`;
    const syntax = [...document.errors, ...document.warnings].map(({ pos, message }) => ({
      path: '',
      message: `${line(pos[0])}: ${/call stack/.test(message) ? TOO_DEEP : message}`,
    }));
    const faults = [...syntax, ...repeatedKeys(document, line)];
    return faults.length > 0 ? { faults } : { value: document.toJS({ maxAliasCount: MAX_ALIASES }) };
  } catch (error) {
    return refuse(whyUnreadable(error));
  }
}

/** What makes it a file that nobody should try to read. The lexer alone keeps nothing, so this is cheap beside what it saves from. */
function hopeless(text: string): string | undefined {
  let [count, depth] = [0, 0];
  for (const token of new Lexer().lex(text)) {
    if (token === '[' || token === '{') depth += 1;
    else if (token === ']' || token === '}') depth -= 1;
    if (depth > MOST_DEPTH) return TOO_DEEP;
    if ((count += 1) > MOST_TOKENS) return 'The file holds too many parts, or is made to be hard to read';
  }
  return undefined;
}

function repeatedKeys(document: Document.Parsed<ParsedNode>, line: (offset: number) => string): Fault[] {
  const faults: Fault[] = [];
  visit(document, {
    Map(_, map) {
      const seen = new Set<unknown>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        if (seen.has(key.value)) faults.push({ path: '', message: `${line(key.range?.[0] ?? 0)}: The key "${String(key.value)}" is there twice` });
        seen.add(key.value);
      }
    },
  });
  return faults;
}

function whyUnreadable(error: unknown): string {
  if (error instanceof RangeError) return TOO_DEEP;
  if (error instanceof ReferenceError) return `The file repeats itself with more than ${MAX_ALIASES} aliases, or with one that leads nowhere`;
  throw error;
}

const refuse = (message: string): Parsed => ({ faults: [{ path: '', message }] });
