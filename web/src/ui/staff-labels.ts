/** A word under, or over, the scale. `at` is in percent of its length. */
export interface StaffLabel {
  text: string;
  at: number;
  align: 'start' | 'middle' | 'end';
  over?: boolean;
  /** The needle stands so near that the word keeps its distance. */
  apart?: boolean;
  goal?: boolean;
}

/** Room a number needs on a narrow scale, in percent. */
const NUMBER = 9;
const GOAL_WORDS = 24;
/** So near to an end a number does not stand in its middle. */
const EDGE = 5;
/** Half of what the needle covers. */
const NEEDLE = 4;

/** Which words stand at the scale, so that none covers another: the range's ends first, then where ready begins, then nought. */
export function staffLabels(range: { score: number; low: number; high: number } | null, goal: number | null): StaffLabel[] {
  const ends = range ? rangeLabels(range.low, range.high) : [];
  const taken = ends.map(({ at, text }) => ({ from: at - (text.length > 3 ? NUMBER : NUMBER / 2), to: at + (text.length > 3 ? NUMBER : NUMBER / 2) }));
  const isFree = (from: number, to: number) => taken.every((other) => to < other.from || from > other.to);
  const labels = [...ends];
  if (goal !== null) {
    const after = goal <= 100 - GOAL_WORDS && isFree(goal, goal + GOAL_WORDS);
    const before = !after && isFree(goal - GOAL_WORDS, goal);
    if (after || before) labels.push({ text: `ready ${goal}`, at: goal, align: after ? 'start' : 'end', goal: true });
    // The needle stands above its score: the word takes the side of the line where the needle is not.
    else {
      const apart = range !== null && Math.abs(range.score - goal) < NEEDLE;
      labels.push({ text: `ready ${goal}`, at: goal, align: range && range.score >= goal ? 'end' : 'start', over: true, apart, goal: true });
    }
  }
  if (isFree(-NUMBER, NUMBER / 2)) labels.unshift({ text: '0', at: 0, align: 'start' });
  return labels;
}

function rangeLabels(low: number, high: number): StaffLabel[] {
  if (high - low < NUMBER) return [{ text: low === high ? String(low) : `${low} to ${high}`, at: clamp((low + high) / 2, 6, 94), align: 'middle' }];
  // At the very ends a number keeps inside the scale, however narrow that is.
  return [low, high].map((end) => {
    if (end < EDGE) return { text: String(end), at: 0, align: 'start' };
    return end > 100 - EDGE ? { text: String(end), at: 100, align: 'end' } : { text: String(end), at: end, align: 'middle' };
  });
}

const clamp = (n: number, least: number, most: number) => Math.min(most, Math.max(least, n));
