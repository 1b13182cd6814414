/** The six dates over the coming year under which `npm run test:dates` runs everything, and how its command line is read. */

const HOUR_MS = 3_600_000;

/** The last Sunday of March and of October, when clocks change in Europe. */
const lastSunday = (year, month) => {
  const last = new Date(Date.UTC(year, month, 0));
  return last.getUTCDate() - last.getUTCDay();
};

const firstSaturday = (year, month) => 7 - new Date(Date.UTC(year, month - 1, 1)).getUTCDay();

/**
 * Month, its day in a year, and the hour in UTC. The clocks change half an hour into the run. On the last evening of a year Asia is in the next.
 * July gives a Saturday, because the clocks change on Sundays.
 */
const WANTED = [
  { month: 1, day: () => 31, hour: 12 },
  { month: 2, day: (year) => new Date(Date.UTC(year, 2, 0)).getUTCDate(), hour: 12 },
  { month: 3, day: (year) => lastSunday(year, 3), hour: 0.5 },
  { month: 7, day: (year) => firstSaturday(year, 7), hour: 6 },
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

/** What can be run on other dates. `closing` checks the recorded answers of the e2e tests and runs them first. */
const SUITES = ['unit', 'web', 'e2e', 'closing', 'browser', 'process'];
const ALL = ['unit', 'web', 'closing', 'browser', 'process'];
const IS_DATE = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}Z)?$/;

/** Reads the command line: dates, then suites, then arguments for jest. `fault` is the error message. */
export function readArguments(words) {
  const [dates, afterDates] = splitWhile(words, (word) => IS_DATE.test(word));
  const [suites, args] = splitWhile(afterDates, (word) => SUITES.includes(word));
  const wrong = dates.find((word) => Number.isNaN(new Date(word).getTime()));
  if (wrong) return { fault: `${wrong} is not a valid date.` };
  if (suites.length === 0 && args.length > 0)
    return { fault: `${args[0]} is neither a date like 2027-03-28T00:30Z nor one of the suites ${SUITES.join(', ')}.` };
  return { dates: dates.map((word) => new Date(word)), suites: suites.length > 0 ? suites : ALL, args };
}

function splitWhile(words, isMember) {
  const end = words.findIndex((word) => !isMember(word));
  return end === -1 ? [words, []] : [words.slice(0, end), words.slice(end)];
}
