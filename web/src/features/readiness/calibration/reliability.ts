/** Where the dots of a reliability diagram lie and how large they are, and what they say. Pure. */
import { percentOf } from '@server/platform/percent.contract';
import type { Calibration } from '@server/readiness/calibration/calibration.contract';
import { counted } from '../../../ui/format';

export type Quality = Calibration['overall'];
export type Bin = Quality['bins'][number];

/** Standard normal: four fifths lie within 1.2816 standard deviations. */
const Z80 = 1.2816;
const [LEAST_RADIUS, MOST_RADIUS] = [3, 8];

/** Its area is as large as its number of exams, beside the largest. */
export const radiusOf = (exams: number, most: number): number => Math.max(LEAST_RADIUS, MOST_RADIUS * Math.sqrt(exams / Math.max(1, most)));

/** Where the share that passed would lie in four cases of five if the chances were right: `p ± z √(p (1 - p) / n)`. */
export function expectedRange({ predicted, exams }: Pick<Bin, 'predicted' | 'exams'>): { low: number; high: number } {
  const off = Z80 * Math.sqrt((predicted * (1 - predicted)) / Math.max(1, exams));
  return { low: Math.max(0, predicted - off), high: Math.min(1, predicted + off) };
}

export const isAsExpected = (bin: Bin): boolean => {
  const { low, high } = expectedRange(bin);
  return bin.observed >= low && bin.observed <= high;
};

export const percent = (share: number): string => `${percentOf(share)}%`;

/** Fewer exams are a dot or two, which say nothing. */
const LEAST_DRAWN = 10;
/** Fewer exams say more of luck than of the chances. */
const ENOUGH = 50;

/** Before there are enough to draw: how many there are, and how many it takes. Null where they are drawn. */
export const tooFewWords = ({ exams, passed }: Pick<Quality, 'exams' | 'passed'>): string | null =>
  exams >= LEAST_DRAWN
    ? null
    : `${counted(exams, 'exam')} came out; ${passed} passed. From ${LEAST_DRAWN} on they are drawn here beside what was predicted; from about ${ENOUGH} on they begin to say something.`;

/** What the whole says, in a sentence. */
export function verdictOf({ exams, bins }: Quality): string {
  const within = bins.filter(isAsExpected).length;
  const few = exams < ENOUGH ? ` So few exams say little yet: from about ${ENOUGH} on they begin to.` : '';
  const high = bins.reduce((sum, bin) => sum + bin.exams * (bin.predicted - bin.observed), 0) / Math.max(1, exams);
  const way = Math.abs(high) < 0.01 ? 'On the whole they were right' : `On the whole they were ${percent(Math.abs(high))} too ${high > 0 ? 'high' : 'low'}`;
  return `${within} of ${bins.length} groups lie where luck alone would put them. ${way}.${few}`;
}
