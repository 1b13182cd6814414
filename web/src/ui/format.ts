/** Dates are `YYYY-MM-DD` without a zone: read as they are written, never through the device's own zone. */
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] as const;
const DAY_MS = 86_400_000;

const atNoon = (date: string) => new Date(`${date}T12:00:00Z`);
const dayOf = (date: string) => atNoon(date).getUTCDate();
const monthOf = (date: string) => MONTHS[atNoon(date).getUTCMonth()] ?? '';
const yearOf = (date: string) => date.slice(0, 4);

/** 0 is Monday, 6 is Sunday. */
export const weekdayOf = (date: string): number => (atNoon(date).getUTCDay() + 6) % 7;
export const addDays = (date: string, days: number): string => new Date(atNoon(date).getTime() + days * DAY_MS).toISOString().slice(0, 10);
/** Days from one date to another; negative when the second lies before. */
export const daysBetween = (from: string, to: string): number => Math.round((atNoon(to).getTime() - atNoon(from).getTime()) / DAY_MS);
/** The first day of the week that holds the date. */
export const weekStart = (date: string, first = 0): string => addDays(date, -((weekdayOf(date) - first + 7) % 7));
let zoneOfReader: string | undefined;
/** The zone of the person who reads, by their account: moments are told in it, wherever the device is. The device's own for a visitor. */
export const setReaderZone = (timeZone: string | undefined): void => void (zoneOfReader = timeZone);
export const readerZone = (): string | undefined => zoneOfReader;

/** Today's date in a zone, or in the reader's own. */
export const todayIn = (timeZone = zoneOfReader, instant = new Date()): string =>
  new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', ...(timeZone && { timeZone }) }).format(instant);

export const weekdayName = (weekday: number): string => DAYS[weekday] ?? '';
export const weekdayShort = (weekday: number): string => weekdayName(weekday).slice(0, 3);

/** Tuesday 20 October */
export const dayInFull = (date: string): string => `${weekdayName(weekdayOf(date))} ${dayOf(date)} ${monthOf(date)}`;
/** A sentence of the server with its dates in words: 'Friday 6 March is a day without study'. The year is said where it is another one. */
export const datesInWords = (sentence: string, today = todayIn()): string =>
  sentence.replace(/(?<!such as )\b\d{4}-\d\d-\d\d\b/g, (date) => `${dayInFull(date)}${yearOf(date) === yearOf(today) ? '' : ` ${yearOf(date)}`}`);
/** 14 November, with the year where it is not the one of `near` */
export const dayAndMonth = (date: string, near?: string): string =>
  `${dayOf(date)} ${monthOf(date)}${near !== undefined && yearOf(near) !== yearOf(date) ? ` ${yearOf(date)}` : ''}`;
/** 14 November 2026 */
export const dateInFull = (date: string): string => `${dayOf(date)} ${monthOf(date)} ${yearOf(date)}`;
/** 14 Nov */
export const dayShort = (date: string): string => `${dayOf(date)} ${monthOf(date).slice(0, 3)}`;
/** Wed 14 Oct */
export const weekdayAndDay = (date: string): string => `${weekdayShort(weekdayOf(date))} ${dayShort(date)}`;
/** Mon 19 */
export const weekdayAndNumber = (date: string): string => `${weekdayShort(weekdayOf(date))} ${dayOf(date)}`;

/** A moment as a clock shows it: 7:40 */
export const clockTime = (instant: string, timeZone = zoneOfReader): string =>
  new Intl.DateTimeFormat('en-GB', { hour: 'numeric', minute: '2-digit', hourCycle: 'h23', ...(timeZone && { timeZone }) })
    .format(new Date(instant))
    .replace(/^0(?=\d)/, '');
/** The date of a moment, in a zone or in the reader's own. */
export const dateOf = (instant: string, timeZone?: string): string => todayIn(timeZone, new Date(instant));
/** A moment near now: 'today at 7:41', 'yesterday at 18:02', 'on 14 October' */
export function whenOf(instant: string, timeZone?: string, today = todayIn(timeZone)): string {
  const date = todayIn(timeZone, new Date(instant));
  const days = daysBetween(date, today);
  if (days === 0) return `today at ${clockTime(instant, timeZone)}`;
  if (days === 1) return `yesterday at ${clockTime(instant, timeZone)}`;
  return `on ${dayAndMonth(date, today)}`;
}

/** 45 min, 1 h, 4 h 45, 28 h 05 */
export function duration(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${count(hours)} h` : `${count(hours)} h ${String(rest).padStart(2, '0')}`;
}
/** 90 min: one session, never in hours */
export const minutesOf = (minutes: number): string => `${count(minutes)} min`;
/** 1,440 */
export const count = (number: number): string => new Intl.NumberFormat('en-GB').format(number);
/** 1 day, 25 days */
export const counted = (number: number, one: string, many = `${one}s`): string => `${count(number)} ${number === 1 ? one : many}`;
export const days = (number: number): string => counted(number, 'day');
/** Today, Yesterday, 6 days ago */
export const daysAgo = (number: number): string => (number <= 0 ? 'Today' : number === 1 ? 'Yesterday' : `${number} days ago`);
/** today, tomorrow, in 25 days */
export const inDays = (number: number): string => (number <= 0 ? 'today' : number === 1 ? 'tomorrow' : `in ${number} days`);
/** +3, 0, −2: with a sign that is as wide as the plus */
export const signed = (number: number, digits = 0): string => {
  const text = Math.abs(number).toFixed(digits);
  return number > 0 ? `+${text}` : number < 0 ? `\u2212${text}` : text;
};
/** WH */
export const initials = (name: string): string => {
  const words = name.trim().split(/\s+/);
  return (firstCharacter(words[0]) + (words.length > 1 ? firstCharacter(words.at(-1)) : '')).toUpperCase();
};
/** The first character as people see it: an emoji can have seven code points. */
const firstCharacter = (word = ''): string => new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(word).containing(0)?.segment ?? '';
/** a, b and c */
export const listed = (words: readonly string[]): string => (words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`);

/** The weekday a week starts with where the reader lives; 0 is Monday. */
export function firstWeekday(locale = navigator.language): number {
  const region = new Intl.Locale(locale) as Intl.Locale & { getWeekInfo?: () => { firstDay: number }; weekInfo?: { firstDay: number } };
  const first = (region.getWeekInfo?.() ?? region.weekInfo)?.firstDay ?? 1;
  return (first + 6) % 7;
}

/** A title that ends in 'part 1 of 3', which no line is to break. */
export const unbroken = (title: string): string => title.replace(/part (\d+) of (\d+)$/, 'part\u00a0$1\u00a0of\u00a0$2');
