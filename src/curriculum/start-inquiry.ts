import type { Certification, Level } from './curriculum.contract.js';
import type { Stood } from './standing.js';
import type { LevelName, Said, Subject } from './where-to-start.contract.js';

/** One question of where to start: of what, by whom, and how they stand to each level. */
export interface Inquiry {
  readonly certification: Certification;
  readonly said: Said;
  readonly subjects: readonly Subject[];
  readonly stood: (level: Level) => Stood[];
}

/** Whether one can enroll in it: open, not passed yet, and each level that it demands is passed. */
export function mayBegin({ slug, open, prerequisites }: Level, { passed }: Pick<Said, 'passed'>): boolean {
  return open && !passed.includes(slug) && prerequisites.every((each) => each.kind !== 'level' || each.rule !== 'enforced' || passed.includes(each.level));
}

export const named = ({ id, slug, title }: Level): LevelName => ({ id, slug, title });

/** a, b and c */
export const listed = (words: readonly string[]): string => (words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`);
