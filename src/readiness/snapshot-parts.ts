/** What a score was made of on a day, as few numbers as possible; and what changed since, in words of skills. */
import type { LocalDate } from '../platform/time/time.contract.js';
import type { ScoreChange } from './readiness.contract.js';
import type { ReadinessResult } from './score/readiness-model.js';
import { PARTS } from './score/skill-score.js';

type Skills = readonly Pick<ReadinessResult['skills'][number], 'skillId' | 'title' | 'parts'>[];

/** The last part. */
const MEMORY = PARTS.indexOf('memory');

/** Points in tenths: what each skill gave before anything was forgotten, in order, and last what was forgotten of all. @param tenths skill by skill in the order of PARTS */
export function snapshotParts(tenths: readonly number[]): number[] {
  const numbers: number[] = [];
  let forgotten = 0;
  for (let i = 0; i < tenths.length; i += PARTS.length) {
    let given = 0;
    for (let k = 0; k < MEMORY; k++) given += tenths[i + k]!;
    numbers.push(given);
    forgotten += tenths[i + MEMORY]!;
  }
  numbers.push(forgotten);
  return numbers;
}

const tenthsOf = ({ parts }: Skills[number]) => PARTS.map((part) => Math.round(parts[part] * 10));

/** The change of the score since an earlier day of the same release, part by part, the largest first; it sums to the change. */
export function scoreChange(since: LocalDate, before: { score: number; parts: readonly number[] }, score: number, skills: Skills): ScoreChange {
  const now = snapshotParts(skills.flatMap(tenthsOf));
  const changes = now.map((tenths, i) => (tenths - (before.parts[i] ?? 0)) / 10);
  const parts: ScoreChange['parts'] = [
    ...skills.map(({ skillId, title }, i) => ({ kind: 'skill' as const, skillId, title, points: changes[i]! })),
    { kind: 'forgotten' as const, points: changes.at(-1)! },
  ];
  return { since, points: score - before.score, parts: parts.filter(({ points }) => points !== 0).sort((a, b) => Math.abs(b.points) - Math.abs(a.points)) };
}
