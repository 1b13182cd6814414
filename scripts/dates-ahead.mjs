/** The six dates over the coming year under which `npm run test:dates` runs everything. */

const HOUR_MS = 3_600_000;

/** The last Sunday of March and of October, when clocks change in Europe. */
const lastSunday = (year, month) => {
  const last = new Date(Date.UTC(year, month, 0));
  return last.getUTCDate() - last.getUTCDay();
};

/** Month, its day in a year, and the hour in UTC. The clocks change half an hour into the run; on the last evening of a year Asia is in the next. */
const WANTED = [
  { month: 1, day: () => 31, hour: 12 },
  { month: 2, day: (year) => new Date(Date.UTC(year, 2, 0)).getUTCDate(), hour: 12 },
  { month: 3, day: (year) => lastSunday(year, 3), hour: 0.5 },
  { month: 7, day: () => 1, hour: 6 },
  { month: 10, day: (year) => lastSunday(year, 10), hour: 0.5 },
  { month: 12, day: () => 31, hour: 16 },
];

/** @returns {Date[]} the next of each after `now`, the soonest first */
export function datesAhead(now) {
  const next = ({ month, day, hour }) =>
    [0, 1]
      .map((years) => now.getUTCFullYear() + years)
      .map((year) => new Date(Date.UTC(year, month - 1, day(year)) + hour * HOUR_MS))
      .find((at) => at > now);
  return WANTED.map(next).sort((a, b) => a - b);
}
