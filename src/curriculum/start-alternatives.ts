import type { Level } from './curriculum.contract.js';
import { mayBegin, named, type Inquiry } from './start-inquiry.js';
import type { StartingPoint } from './where-to-start.contract.js';

type Alternative = StartingPoint['alternatives'][number];

/** More would be a list of levels again. */
const MOST = 3;

/**
 * Other levels one may begin: the one that the way began with, one that this level advises first, one that advises this level first, and,
 * where no way was named, those that ask for no level before them.
 */
export function alternatives(start: Level, way: readonly Level[], { certification: { levels }, said }: Inquiry): Alternative[] {
  const advice = (level: Level, other: Level) => level.prerequisites.find((each) => each.kind === 'level' && each.level === other.slug);
  const own = said.level !== undefined || said.role !== undefined || said.path !== undefined;
  const found = levels
    .filter((level) => level !== start && mayBegin(level, said))
    .flatMap((level): (Alternative & { rank: number })[] => {
      const [first, after] = [advice(start, level), advice(level, start)];
      const other = (rank: number, words: string, quote: string | null = null) => [{ rank, level: named(level), words, quote }];
      if (said.level === level.slug) return other(0, 'You may begin here all the same: what is missing is advice, not a rule.');
      if (first) return other(1, `It comes before ${start.title}, for surer ground.`, first.text);
      if (after) return other(2, `It comes after, for those who know already what ${start.title} teaches.`, after.text);
      if (own && way.includes(level)) return other(3, 'It lies on the same way.');
      if (!own && !level.optional && level.prerequisites.every(({ kind }) => kind !== 'level'))
        return other(4, 'It asks for no level before it.', level.summary);
      return [];
    });
  return found
    .sort((one, other) => one.rank - other.rank)
    .slice(0, MOST)
    .map(({ level, words, quote }) => ({ level, words, quote }));
}
