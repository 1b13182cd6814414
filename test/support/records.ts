import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const file = () => join(process.env.TEST_RECORDS ?? '.', 'answers.tsv');
const actsFile = () => join(process.env.TEST_RECORDS ?? '.', 'acts.txt');

/** Remembers, for the tests that run last, how endpoints answered in all files: `method path`, then `200` or the slug of a refusal. */
export function recordAnswer(endpoint: string, answer: string): void {
  if (process.env.TEST_RECORDS) appendFileSync(file(), `${endpoint}\t${answer}\n`);
}

export const recordedAnswers = (): Set<string> => linesOf(file());

/** Remembers which acts the audit trail of a test file holds. */
export function recordActs(acts: readonly string[]): void {
  if (process.env.TEST_RECORDS) appendFileSync(actsFile(), acts.map((act) => `${act}\n`).join(''));
}

export const recordedActs = (): Set<string> => linesOf(actsFile());

const linesOf = (path: string) => new Set(existsSync(path) ? readFileSync(path, 'utf8').split('\n').filter(Boolean) : []);
