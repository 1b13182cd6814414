/** Keep the date of the exam, study more, or move it: what each would mean, and which of them is advised. */
import { logistic, logit } from '../fitting/ridge.js';
import { passChance, type PassGround } from '../passing/chance.js';
import type { LevelShape } from '../score/basis.js';
import { expectedScores, type Doing, type Expected } from './forecast.js';
import { walk, type Ahead, type Walker } from './walk.js';

export interface Option {
  kind: 'keep' | 'add-hours' | 'move';
  examDay: number;
  moreMinutesADay: number;
  expected: Expected;
  chance: { probability: number; low: number; high: number } | null;
}

/** A chance with which one goes to an exam. */
export const WANTED_PROBABILITY = 0.75;
/** A change that adds less is not worth it. */
const WORTH_PROBABILITY = 0.05;
const MORE_MINUTES_A_DAY = 30;
const MOVED_BY_DAYS = [7, 14, 28] as const;

export interface Ground {
  level: LevelShape;
  start: Walker;
  today: number;
  doing: Doing;
  passing: PassGround;
  /** The chance as it stands; null where there is none to speak of. */
  chance: Option['chance'];
  /** What will be studied until a day, with so many minutes more on each day. */
  aheadUntil: (examDay: number, moreMinutesADay: number) => readonly Ahead[];
}

/**
 * Chances of options are today's, moved (in logits) by as much as the chance seen on the day of the exam differs between the option and
 * keeping the date: what is expected of the way ahead is in today's chance already.
 */
export function examOptions(ground: Ground): Option[] {
  const { examDay } = ground.start.way;
  const asked: Pick<Option, 'kind' | 'examDay' | 'moreMinutesADay'>[] = [
    { kind: 'keep', examDay, moreMinutesADay: 0 },
    { kind: 'add-hours', examDay, moreMinutesADay: MORE_MINUTES_A_DAY },
    ...MOVED_BY_DAYS.map((days) => ({ kind: 'move' as const, examDay: examDay + days, moreMinutesADay: 0 })),
  ];
  const kept = onExamDay(ground, asked[0]!);
  return asked.map((option) => {
    const { expected, seen } = onExamDay(ground, option);
    return { ...option, expected, chance: ground.chance && movedBy(ground.chance, seen - kept.seen) };
  });
}

/** The first that comes to the wanted chance, the least change first; else the best, if it is worth it. Without a chance to speak of it is to keep. */
export function advised(options: readonly Option[]): Option | undefined {
  const [keep] = options;
  if (!keep?.chance) return keep;
  const enough = options.find(({ chance }) => chance && chance.probability >= WANTED_PROBABILITY);
  if (enough) return enough;
  const best = options.reduce((most, option) => ((option.chance?.probability ?? 0) > (most.chance?.probability ?? 0) ? option : most), keep);
  return (best.chance?.probability ?? 0) - keep.chance.probability >= WORTH_PROBABILITY ? best : keep;
}

function onExamDay(ground: Ground, { examDay, moreMinutesADay }: Pick<Option, 'examDay' | 'moreMinutesADay'>): { expected: Expected; seen: number } {
  const { level, start, doing, passing } = ground;
  const ahead = ground.aheadUntil(examDay, moreMinutesADay);
  const moved = { ...start, way: { ...start.way, examDay } };
  const [expected] = expectedScores(level, moved, ahead, doing, [examDay]);
  const done = ahead.map((item) => ({ ...item, minutes: item.minutes * doing.share }));
  const [seen] = walk(level, moved, done, [examDay], ({ way }, day) => logit(passChance(way, day, passing).probability));
  return { expected: expected!, seen: seen! };
}

function movedBy({ probability, low, high }: NonNullable<Option['chance']>, logits: number): Option['chance'] {
  const move = (value: number) => logistic(logit(value) + logits);
  return { probability: move(probability), low: move(low), high: move(high) };
}
