/** What is usual among the learners of a level at each tenth of their way. */
import { normsOf, type PeerNorms } from './features.js';
import { observe, workMeans, type Observation, type SeenWork } from './observation.js';
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

/**
 * Tenths at which there is nobody are left out.
 *
 * @param learners are gone through twice, one at a time: thousands of ways at once would take more memory than all else of a worker
 */
export function normsOfLevel(learners: Iterable<OnTheWay>): LevelNorms[] {
  const means = workMeans(seenWork(learners));
  const byTenth = Array.from({ length: 11 }, (): Observation[] => []);
  for (const { way, day } of learners) byTenth[Math.round(shareOfWay(way, day) * 10)]!.push(observe(preparationOn(way, day), day - way.startDay, means));
  return byTenth.flatMap((observations, tenth) => {
    const norms = normsOf(observations);
    return norms ? [{ tenth, learners: observations.length, norms, workMeans: Object.fromEntries(means) }] : [];
  });
}

function* seenWork(learners: Iterable<OnTheWay>): Iterable<SeenWork> {
  for (const { way, day } of learners) yield { work: way.work, day: day - way.startDay };
}
