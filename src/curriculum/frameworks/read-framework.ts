import { MAX_BYTES } from '../parse-text.js';
import type { FrameworkRead } from './framework.js';
import { isMoodleTable } from './moodle-table.js';
import { readCase } from './read-case.js';
import { readMoodle } from './read-moodle.js';
import { tolerantCase } from './tolerant-case.js';

/**
 * Reads a skills framework: a CFPackage of CASE 1.1 as JSON, or a competency framework of Moodle as CSV; which of them is seen by how it
 * begins. The framework, or everything that is wrong with the file; never a part of it. What it holds and a level cannot is named in `unmapped`.
 */
export function readFramework(text: string): FrameworkRead {
  if (Buffer.byteLength(text) > MAX_BYTES) return refuse('The file is larger than 10 MB');
  const content = text.replace(/^\ufeff/, '');
  if (content.trim() === '') return refuse('The file is empty');
  if (/^\s*[{[]/.test(content)) return readJson(content);
  return isMoodleTable(content) ? readMoodle(content) : refuse(UNKNOWN);
}

/** The sign for a lost character (U+FFFD), spelled out: stored, it would stay in slugs for good. */
const LOST = /(?<!\\)(?:\\\\)*\\ufffd/i;

const UNKNOWN = 'Is neither a CASE package (JSON with CFDocument and CFItems) nor a competency framework of Moodle (CSV with its header)';

function readJson(text: string): FrameworkRead {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return refuse(whyUnreadable(error, text));
  }
  if (LOST.test(text)) return refuse('Contains a lost character (U+FFFD). Export the file again as UTF-8');
  return tolerantCase(value) ? readCase(value) : refuse(UNKNOWN);
}

/** The parser quotes the file, which may hold anything; what is taken from it is the place, where it tells one. */
function whyUnreadable(error: unknown, text: string): string {
  if (error instanceof RangeError) return 'The file is nested too deeply';
  if (!(error instanceof SyntaxError)) throw error;
  const position = Number(/at position (\d+)/.exec(error.message)?.[1] ?? NaN);
  if (/end of JSON/.test(error.message) || position >= text.trimEnd().length) return 'The file ends in the middle: it is no complete JSON';
  return Number.isNaN(position) ? 'The file is not valid JSON' : `Line ${text.slice(0, position).split('\n').length}: This is not valid JSON`;
}

const refuse = (message: string): FrameworkRead => ({ faults: [{ path: '', message }] });
