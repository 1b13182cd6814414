import { addDays, weekStart } from '../../../ui/format';

/** Minutes in all, by the end of a date. */
export interface Sum {
  date: string;
  minutes: number;
}

export interface Effort {
  startedOn: string;
  examOn: string;
  today: string;
  effortMinutes: number;
  /** Dates with study since the start, and what it came to by then, earlier study included. */
  totals: readonly { date: string; minutes: number; totalMinutes: number }[];
  /** Of all study ever. */
  totalMinutes: number;
  expected: readonly { date: string; totalMinutes: number }[];
  /** What is still to be done, by date. */
  ahead: readonly { date: string; minutes: number }[];
}

/** Three lines that rise in steps: what was studied up to today, what the plan adds to it, and what was expected. */
export interface EffortSeries {
  studied: Sum[];
  planned: Sum[];
  expected: Sum[];
  first: string;
  last: string;
  /** The highest of all, an hour at least. */
  most: number;
}

export function effortSeries({ startedOn, examOn, today, totals, totalMinutes, expected, ahead }: Effort): EffortSeries {
  const before = totals[0] ? totals[0].totalMinutes - totals[0].minutes : totalMinutes;
  const sums = totals.filter(({ date }) => date <= today).map(({ date, totalMinutes: minutes }) => ({ date, minutes }));
  const studied = inSteps([{ date: startedOn, minutes: before }, ...sums, { date: today, minutes: sums.at(-1)?.minutes ?? before }]);
  const now = { date: today, minutes: studied.at(-1)?.minutes ?? 0 };
  const planned = inSteps([now, ...summed(ahead, now.minutes)]);
  const wanted = inSteps([{ date: startedOn, minutes: 0 }, ...expected.map(({ date, totalMinutes: minutes }) => ({ date, minutes }))]);
  const lines = { studied, planned, expected: wanted };
  const dates = [startedOn, examOn, today, ...planned.map(({ date }) => date)].sort();
  return {
    ...lines,
    ...{ first: dates[0] ?? today, last: dates.at(-1) ?? today },
    most: Math.max(60, ...Object.values(lines).map((line) => line.at(-1)?.minutes ?? 0)),
  };
}

/** A line keeps its height until the eve of the next date that adds to it. */
function inSteps(sums: readonly Sum[]): Sum[] {
  return sums.flatMap((sum, index) => {
    const before = sums[index - 1];
    const eve = addDays(sum.date, -1);
    if (before?.date === sum.date && before.minutes === sum.minutes) return [];
    return before && before.date < eve ? [{ date: eve, minutes: before.minutes }, sum] : [sum];
  });
}

function summed(days: readonly { date: string; minutes: number }[], from: number): Sum[] {
  const byDate = new Map<string, number>();
  for (const { date, minutes } of days) byDate.set(date, (byDate.get(date) ?? 0) + minutes);
  let sum = from;
  return [...byDate].sort(([a], [b]) => (a < b ? -1 : 1)).map(([date, minutes]) => ({ date, minutes: (sum += minutes) }));
}

/** How high a line stands at the end of a date; undefined before it begins. */
export const sumOn = (line: readonly Sum[], date: string): number | undefined => line.filter((sum) => sum.date <= date).at(-1)?.minutes;

export interface EffortWeek {
  /** Its Monday. */
  monday: string;
  /** Up to its end, or to today within this week; undefined ahead. */
  studied: number | undefined;
  planned: number | undefined;
  expected: number;
}

/** The same week by week, from the first to the last. */
export function effortWeeks({ studied, planned, expected, first, last }: EffortSeries, today: string): EffortWeek[] {
  const weeks: EffortWeek[] = [];
  for (let monday = weekStart(first); monday <= last; monday = addDays(monday, 7)) {
    const sunday = addDays(monday, 6);
    weeks.push({
      monday,
      studied: monday <= today ? sumOn(studied, sunday < today ? sunday : today) : undefined,
      planned: sunday > today ? sumOn(planned, sunday) : undefined,
      expected: sumOn(expected, sunday) ?? 0,
    });
  }
  return weeks;
}

/** Whole hours to write beside the chart, four at most, from 0 to the first that holds everything. */
export function hourTicks(most: number): number[] {
  const step = [15, 30, 60, 120, 300, 600, 1_200, 3_000, 6_000].find((each) => most / each <= 4) ?? 12_000;
  return Array.from({ length: Math.ceil(most / step) + 1 }, (_, tick) => tick * step);
}
