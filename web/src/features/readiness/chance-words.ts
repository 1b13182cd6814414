/** The chance of passing in words: never without its range, never as a promise. Pure. */
import { chancePercent } from '@server/platform/percent.contract';
import type { Chance, Readiness } from '@server/readiness/readiness.contract';
import { counted, dayShort } from '../../ui/format';

type Range = Pick<Chance, 'probability' | 'low' | 'high'>;

/** With fewer learners to compare with, what is usual elsewhere counts for more than they do. */
const MANY_PEERS = 20;
/** A range over half of the scale says little. */
const WIDE = 0.5;

/** On the scale of 0 to 100, as the scale draws it. */
export const onScale = ({ probability, low, high }: Range) => ({ score: chancePercent(probability), low: chancePercent(low), high: chancePercent(high) });

/** 60 to 80 */
export const rangeWords = ({ low, high }: Pick<Range, 'low' | 'high'>): string => `${chancePercent(low)} to ${chancePercent(high)}`;

/** 71% (60 to 80) */
export const chanceBrief = (chance: Range): string => `${chancePercent(chance.probability)}% (${rangeWords(chance)})`;

/** Exam 14 Nov: 71%, somewhere from 60 to 80 */
export const chanceSentence = (chance: Range & { examOn: string }): string =>
  `Exam ${dayShort(chance.examOn)}: ${chancePercent(chance.probability)}%, somewhere from ${rangeWords(chance)}`;

/** What it means: so many of ten people who are given it pass; and how much that is worth. */
export function asPeople({ probability, low, high }: Range): string {
  const tenths = Math.round(probability * 10);
  const many = tenths === 0 ? 'few' : tenths === 10 ? 'nearly all' : `about ${tenths} in 10`;
  const means = `Of those given such a chance, ${many} pass`;
  return high - low > WIDE ? `${means}. So wide a range says little yet` : means;
}

/** With whom it is compared, what it has learnt from, and where it is held to what is usual elsewhere. */
export function comparedWith({ peers, outcomes }: Pick<Chance, 'peers' | 'outcomes'>): string {
  // The learner is one of them.
  const learners = counted(peers - 1, 'other learner');
  const beside =
    peers <= 1
      ? 'Nobody else of this level is at this point, so study is held to what the level takes and the rest to what is usual elsewhere. How much of the level is covered does not count.'
      : peers < MANY_PEERS
        ? `Compared with ${learners} of this level. They are few, so it is held to what the level takes and to what is usual elsewhere too.`
        : `Compared with ${learners} of this level.`;
  const learnt =
    outcomes === 0 ? 'It has not learnt from exams of this level yet.' : `It has learnt from ${counted(outcomes, 'exam')} of this level that came out.`;
  return `${beside} ${learnt}`;
}

/** To the learner, and of them. */
const NO_CHANCE: Record<NonNullable<Readiness['noChance']>, [own: string, other: string]> = {
  'too-early': ['It comes with your first score.', 'It comes with the first score.'],
  'exam-gone': ['The exam date is gone. Say how it went, or set another date.', 'The exam date is gone, and nothing is said of how it went.'],
  'exam-taken': ['You took the exam. What counts now is its result.', 'The exam is taken. What counts now is its result.'],
  failed: ['It comes back with the date of a retake.', 'It comes back with the date of a retake.'],
  passed: ['You passed. There is nothing left to guess.', 'Passed. There is nothing left to guess.'],
  paused: ['You paused. It comes back when you go on.', 'Paused. It comes back when they go on.'],
  'not-active': ['It comes once you prepare for this level.', 'It comes once they prepare for this level.'],
};

export const noChanceWords = (why: NonNullable<Readiness['noChance']>, isOwn = true): string => NO_CHANCE[why][isOwn ? 0 : 1];

export type ChancePart = Chance['parts'][number]['kind'];

/** What a part of the chance stands for, where it speaks for the learner and where against. */
const PARTS: Record<ChancePart, { name: string; more: string; less: string }> = {
  study: { name: 'Study days', more: 'More of them in the last weeks than usual', less: 'Fewer of them in the last weeks than usual' },
  work: { name: 'Work done', more: 'More projects and practice exams by now than usual', less: 'Fewer projects and practice exams by now than usual' },
  scores: { name: 'Scores', more: 'Better in practice and reviews than usual', less: 'Lower in practice and reviews than usual' },
  lateness: { name: 'Lateness', more: 'Less of the work came late than usual', less: 'More of the work came late than usual' },
  coverage: { name: 'Coverage', more: 'More of the level studied by now than usual', less: 'Less of the level studied by now than usual' },
  attempts: { name: 'Earlier attempts', more: 'Fewer than usual', less: 'This exam was tried before' },
};

export interface ChanceRow {
  kind: ChancePart;
  name: string;
  why: string;
  /** Percentage points. */
  points: number;
}

/** Under half a point a part makes no difference to speak of. */
const LEAST_POINTS = 0.5;

/**
 * Parts that make a difference, the largest first, in whole points that lead from the usual chance to this one; what rounding leaves over is
 * the largest's. And the names of those that make none.
 */
export function chanceRows({ probability, usual, parts }: Pick<Chance, 'probability' | 'usual' | 'parts'>): { rows: ChanceRow[]; even: string[] } {
  const told = parts.filter(({ points }) => Math.abs(points) >= LEAST_POINTS).sort((a, b) => Math.abs(b.points) - Math.abs(a.points));
  const whole = told.map(({ points }) => Math.sign(points) * Math.round(Math.abs(points)));
  const over = chancePercent(probability) - chancePercent(usual) - whole.reduce((sum, points) => sum + points, 0);
  return {
    rows: told.map(({ kind, points }, i) => ({
      kind,
      name: PARTS[kind].name,
      why: points > 0 ? PARTS[kind].more : PARTS[kind].less,
      points: whole[i]! + (i === 0 ? over : 0),
    })),
    even: parts.filter(({ points }) => Math.abs(points) < LEAST_POINTS).map(({ kind }) => PARTS[kind].name.toLowerCase()),
  };
}
