import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const file = () => join(process.env.TEST_RECORDS ?? '.', 'answers.tsv');

/** Remembers, for the tests that run last, how endpoints answered in all files: `method path`, then `200` or the slug of a refusal. */
export function recordAnswer(endpoint: string, answer: string): void {
  if (process.env.TEST_RECORDS) appendFileSync(file(), `${endpoint}\t${answer}\n`);
}

export function recordedAnswers(): Set<string> {
  return new Set(existsSync(file()) ? readFileSync(file(), 'utf8').split('\n').filter(Boolean) : []);
}
