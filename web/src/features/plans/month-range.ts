const MONTHS_A_YEAR = 12;

const monthName = (date: string) => new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(new Date(`${date}T12:00:00Z`));
const monthNumber = (date: string) => Number(date.slice(0, 4)) * MONTHS_A_YEAR + Number(date.slice(5, 7));

/** The months that a span of dates touches: November, or November and December, or November to January. */
export function monthRange(from: string, to: string): string {
  const months = monthNumber(to) - monthNumber(from) + 1;
  if (months === 1) return monthName(from);
  return `${monthName(from)} ${months === 2 ? 'and' : 'to'} ${monthName(to)}`;
}
