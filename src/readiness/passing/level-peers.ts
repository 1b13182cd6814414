/** What is usual among the learners of a level at each tenth of their way. */
import { normsOf, type PeerNorms } from './features.js';
import { observe, workMeans } from './observation.js';
import { preparationOn, shareOfWay, type Way } from './way.js';

export interface OnTheWay {
  way: Way;
  /** The day they are seen on. */
  day: number;
}

export interface LevelNorms {
  tenth: number;
  learners: number;
  norms: PeerNorms;
  /** Mean score of each piece of work, of all learners of the level: there are few at any tenth. */
  workMeans: Record<string, number>;
}

/** Tenths at which there is nobody are left out. */
export function normsOfLevel(learners: readonly OnTheWay[]): LevelNorms[] {
  const all = learners.map(({ way, day }) => ({ tenth: Math.round(shareOfWay(way, day) * 10), day: day - way.startDay, preparation: preparationOn(way, day) }));
  const days = new Map(all.map(({ preparation, day }) => [preparation, day]));
  const means = workMeans(days.keys(), (preparation) => days.get(preparation)!);
  return Array.from({ length: 11 }, (_, tenth) => tenth).flatMap((tenth) => {
    const observations = all.filter((each) => each.tenth === tenth).map(({ preparation, day }) => observe(preparation, day, means));
    const norms = normsOf(observations);
    return norms ? [{ tenth, learners: observations.length, norms, workMeans: Object.fromEntries(means) }] : [];
  });
}
