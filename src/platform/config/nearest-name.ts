const PREFIX = 'DAYMARK_';
const MAX_EDITS = 3;

const bare = (name: string): string => (name.startsWith(PREFIX) ? name.slice(PREFIX.length) : name);
const words = (name: string): string[] => bare(name).split('_');

/** The known name that someone who wrote this one probably meant: it differs by a prefix, a few letters, or missing words. */
export function nearestName(written: string, known: readonly string[]): string | undefined {
  const text = bare(written);
  const byEdits = known
    .map((name) => ({ name, edits: editsBetween(text, bare(name)) }))
    .filter(({ name, edits }) => edits <= Math.min(MAX_EDITS, Math.ceil(bare(name).length / 3)))
    .sort((a, b) => a.edits - b.edits);
  if (byEdits[0]) return byEdits[0].name;
  const parts = words(written);
  return known
    .filter((name) => parts.every((part) => words(name).includes(part)))
    .sort((a, b) => words(a).length - words(b).length)
    .at(0);
}

/** Letters to insert, delete or replace to make one word of the other (Levenshtein distance). */
function editsBetween(from: string, to: string): number {
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const replaced = previous[column - 1]! + (from[row - 1] === to[column - 1] ? 0 : 1);
      current[column] = Math.min(replaced, previous[column]! + 1, current[column - 1]! + 1);
    }
    previous = current;
  }
  return previous[to.length]!;
}
