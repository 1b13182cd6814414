/** What a learner may choose for their pace. Pure. */
import type { Pace } from '@server/enrollments/pace.contract';

export const MOST_CHOICES: readonly number[] = [30, 45, 60, 75, 90, 120, 150, 180, 240, 300, 360, 480];
export const SHORTEST_CHOICES: readonly number[] = [10, 15, 20, 25, 30, 45, 60, 90];

/** What was said otherwise, by the API, stays a choice too. */
export const withChosen = (choices: readonly number[], chosen: number | null): number[] =>
  chosen === null || choices.includes(chosen) ? [...choices] : [...choices, chosen].sort((a, b) => a - b);

/** A session fits into a day: a lower limit takes the shortest session along. */
export const clampedPace = ({ mostMinutesADay, shortestSessionMinutes }: Pace): Pace => ({
  mostMinutesADay,
  shortestSessionMinutes: Math.min(shortestSessionMinutes, mostMinutesADay ?? shortestSessionMinutes),
});

export const isSamePace = (one: Pace, other: Pace): boolean =>
  one.mostMinutesADay === other.mostMinutesADay && one.shortestSessionMinutes === other.shortestSessionMinutes;
