import { normalForm } from '../text/normal-text.contract.js';

/** Names of months and days of the week in the languages that exports are written in, from the data of ICU that Node has. */

const LOCALES = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'sv', 'da', 'nb', 'pl', 'tr'];

const folded = (word: string) =>
  normalForm(word.toLowerCase(), 'NFKD')
    .replaceAll(/[\p{M}.]/gu, '')
    .trim();

/** The part of a date that a locale writes for an option; beside a day, Polish writes another form of the month. */
function written(locale: string, date: Date, part: 'month' | 'weekday', width: 'long' | 'short', isBesideDay: boolean): string {
  const format = new Intl.DateTimeFormat(locale, { [part]: width, ...(isBesideDay && { day: 'numeric' }), timeZone: 'UTC' });
  return folded(format.formatToParts(date).find(({ type }) => type === part)?.value ?? '');
}

const WIDTHS = ['long', 'short'] as const;

function monthWords(): ReadonlyMap<string, number> {
  const meanings = new Map<string, Set<number>>();
  for (let month = 1; month <= 12; month += 1)
    for (const locale of LOCALES)
      for (const width of WIDTHS)
        for (const isBesideDay of [true, false]) {
          const word = written(locale, new Date(Date.UTC(2026, month - 1, 5)), 'month', width, isBesideDay);
          meanings.set(word, (meanings.get(word) ?? new Set()).add(month));
        }
  // Abbreviations that people write and ICU does not.
  for (const [word, month] of Object.entries({ sept: 9, mrz: 3, mar: 3 })) meanings.set(word, new Set([month]));
  return new Map([...meanings].flatMap(([word, months]): [string, number][] => (months.size === 1 && /\p{L}/u.test(word) ? [[word, [...months][0]!]] : [])));
}

function weekdayWords(): ReadonlySet<string> {
  const days = Array.from({ length: 7 }, (_, i) => new Date(Date.UTC(2026, 0, 5 + i)));
  const words = days.flatMap((day) => LOCALES.flatMap((locale) => WIDTHS.map((width) => written(locale, day, 'weekday', width, false))));
  // segunda-feira comes apart where dates are cut at hyphens.
  return new Set(words.flatMap((word) => [word, ...word.split('-')]));
}

function once<T>(build: () => T): () => T {
  let built: T | undefined;
  return () => (built ??= build());
}

/**
 * Number of a month by its name or abbreviation, folded; a word that means different months in two languages is left out.
 * Built on first use, because reading every name from ICU is the slowest part of the server's start.
 */
export const monthNumbers = once(monthWords);

/** Names and abbreviations of the days of the week, folded. */
export const weekdayNames = once(weekdayWords);
