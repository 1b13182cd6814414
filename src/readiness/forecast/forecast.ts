/** Where the score is likely to go: a fan around what is expected, in closed form. */
import { levelScore, Z80 } from '../score/level-score.js';
import { bandOf } from '../score/readiness-model.js';
import type { LevelShape } from '../score/basis.js';
import { skillScores } from '../score/skill-score.js';
import { walk, type Ahead, type Walker } from './walk.js';

/** Standard normal: one in five lies above so many standard deviations; one in ten above Z80, since four fifths lie within it. */
const Z80_ONE_SIDED = 0.8416;

/** How much of what is ahead will be done: a share, and how unsure it is (a standard deviation). */
export interface Doing {
  share: number;
  sd: number;
}

export interface Expected {
  day: number;
  /** Exact, 0 to 100, with its standard deviation. */
  score: number;
  sd: number;
}

/** What learners do of their plans, where too little is known of this one, and how many planned items that counts as. */
const USUAL_DOING = { share: 0.85, items: 6 };

/** How much of what was planned lately was done, held to what is usual: a Beta posterior. @param planned minutes of items that are over, and of them done */
export function doingOf(past: readonly { minutes: number; doneMinutes: number }[]): Doing {
  const done = past.reduce((sum, { minutes, doneMinutes }) => sum + (minutes > 0 ? Math.min(1, doneMinutes / minutes) : 0), 0);
  const items = past.length + USUAL_DOING.items;
  const share = (done + USUAL_DOING.share * USUAL_DOING.items) / items;
  return { share, sd: Math.sqrt((share * (1 - share)) / (items + 1)) };
}

/**
 * The score on each of the days: with `idle` what it is if nothing more is done and `full` what it is if all of it is, a share `f` of it
 * gives `idle + f (full - idle)`. Unsure is what is unsure of the score today (of those days, worked out like today's), and how much will be
 * done: `sd² = sd(score)² + (sd(f) (full - idle))²`.
 *
 * @param days ascending
 */
export function expectedScores(level: LevelShape, start: Walker, ahead: readonly Ahead[], doing: Doing, days: readonly number[]): Expected[] {
  const score = ({ basis }: Walker, day: number) => levelScore(level.skills, skillScores(level.skills, basis, day));
  const idle = walk(level, start, [], days, score);
  const full = walk(level, start, ahead, days, score);
  return days.map((day, i) => {
    const gain = full[i]!.score - idle[i]!.score;
    return { day, score: idle[i]!.score + doing.share * gain, sd: Math.hypot(full[i]!.sd, doing.sd * gain) };
  });
}

/** Percentiles of a point, whole and within 0 to 100. */
export function fanOf({ score, sd }: Pick<Expected, 'score' | 'sd'>): { p10: number; p50: number; p90: number } {
  const clip = (value: number) => Math.round(Math.min(100, Math.max(0, value)));
  return { p10: clip(score - Z80 * sd), p50: clip(score), p90: clip(score + Z80 * sd) };
}

const WEEK = 7;

/**
 * The first days from which half, and four in five, are ready; null where it does not come to that by the last one. Weeks are looked at
 * first, then the days of the one in question: readiness that comes and goes within a week is not found.
 */
export function readyDays(
  expectedOn: (days: readonly number[]) => readonly Expected[],
  from: number,
  until: number,
): { p50: number | null; p80: number | null } {
  const weeks = expectedOn(drawnDays(from, until));
  const first = (z: number) => {
    const isReady = ({ score, sd }: Expected) => bandOf(score - z * sd) === 'ready';
    const week = weeks.find(isReady);
    if (!week || week.day === from) return week?.day ?? null;
    const days = Array.from({ length: WEEK }, (_, i) => week.day - WEEK + 1 + i).filter((day) => day >= from);
    return expectedOn(days).find(isReady)?.day ?? week.day;
  };
  return { p50: first(0), p80: first(Z80_ONE_SIDED) };
}

/** Days to draw: a week apart, with the first and the last. */
export function drawnDays(from: number, until: number): number[] {
  const weeks = Array.from({ length: Math.max(0, Math.ceil((until - from) / WEEK)) }, (_, i) => from + i * WEEK);
  return [...weeks, Math.max(from, until)];
}
