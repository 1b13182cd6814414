import { readdirSync, readFileSync } from 'node:fs';
import { readCalendar } from './read-calendar.js';

const FOLDER = 'test/fixtures/calendars';
/** As for somebody in Berlin on 30 November 2026. */
const WANTED = { span: { from: '2026-11-30', to: '2027-12-31' }, timeZone: 'Europe/Berlin' };

interface Expected {
  /** From and to; one date for a single day. */
  free: string[];
  skipped?: string[];
}

const months = ['2026-12', ...Array.from({ length: 12 }, (_, i) => `2027-${String(i + 1).padStart(2, '0')}`)];
const lastDay = (month: string) => new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).toISOString().slice(0, 10);

/** Every file of the folder, or why it is refused. */
const FILES: Record<string, Expected | RegExp> = {
  '01-google-date': { free: ['2026-12-25 Christmas Day'] },
  '02-outlook-alldaytz': { free: ['2026-12-25 Weihnachten'] },
  '03-t000000-t235959': { free: ['2026-12-25 School holiday'] },
  '04-t0000-t2359-tz': { free: ['2026-12-24/2027-01-06 Winter break'] },
  '05-utc-midnight-z': { free: ['2026-12-25 UTC midnight'] },
  '06-local-midnight-as-utc': { free: ['2026-12-25 Berlin midnight written in UTC'] },
  '07-no-dtend': { free: ['2026-12-25 No end'] },
  '08-dtend-same': { free: ['2026-12-25 End equals start'] },
  '09-rrule-yearly': { free: ['2026-12-07 plus sign weekday', '2026-12-25 Yearly', '2027-12-06 plus sign weekday', '2027-12-25 Yearly'] },
  '10-byweekno': { free: ['2026-12-28 Week 53 off'] },
  '11-byyearday': { free: ['2026-12-31 Last day of the year', '2027-12-31 Last day of the year'] },
  '12-exdate': { free: ['2026-12-04 Fridays off', '2026-12-18 Fridays off'] },
  '14-until-utc': { free: ['2026-12-04 UNTIL is the local 18th', '2026-12-11 UNTIL is the local 18th', '2026-12-18 UNTIL is the local 18th'] },
  '16-recurrence-moved': { free: ['2026-12-04 Series', '2026-12-14 Moved to Monday'] },
  '17-rdate-period': { free: ['2026-12-10 Easter by list', '2027-03-26 Easter by list'] },
  '18-alarm': { free: ['2026-12-25 With alarm'] },
  '19-lf-only': { free: ['2026-12-25 LF only'] },
  '20-bom-blank': { free: ['2026-12-25 BOM and blank lines'] },
  '22-folded-inside-utf8': { free: ['2026-12-25 Weihnachtsfürsorge'] },
  '24-two-vcalendars': { free: ['2026-12-25 first', '2026-12-28 second'] },
  '25-quoted-tzid-colon': { free: ['2026-12-25 Quoted zone'] },
  '26-vcal1': { free: ['2026-12-25 Weihnachtsfürsorge lang'] },
  '27-duration': { free: ['2026-12-25/2026-12-27 Three days'] },
  '28-duration-hours': { free: ['2026-12-25 24 hours'] },
  '29-duration-72h': { free: ['2026-12-25/2026-12-27 72 hours'] },
  '30-dtend-before': { free: ['2026-12-28 Ends before it begins'] },
  '31-birthdays': { free: ['2026-12-25 Off', '2027-06-01 Birthday of a friend'] },
  '32-one-bad': { free: ['2026-12-25 good'], skipped: ['no real date: its start is not a date: 00000000', 'no start at all: has no start date'] },
  '33-escapes': { free: ['2026-12-25 Fish, chips; and more \\ done'] },
  '34-18991230': { free: [], skipped: ['New Year since 1800: starts before 1900: 1800-01-01'] },
  '35-leap': { free: [], skipped: ['Leap day: not between 2026-11-30 and 2027-12-31'] },
  '36-monthly-31': { free: ['2026-12', '2027-01', '2027-03', '2027-05', '2027-07', '2027-08', '2027-10', '2027-12'].map((month) => `${month}-31 31st only`) },
  '37-lowercase': { free: ['2026-12-25 lower'] },
  '38-extra-space-after-colon': { free: ['2026-12-25 spaced'] },
  '39-holiday-plus-free-weekend': { free: [], skipped: ['Sabbatical of a year and more: longer than 366 days'] },
  '40-todo-journal': { free: ['2026-12-25 ev'] },
  '41-empty': { free: [] },
  '42-html': /^This is a web page, not a calendar/,
  '43-many': { free: months.map((month) => `${month}-01 First of the month`) },
  '44-rrule-bymonthday-neg': { free: ['2026-11', ...months].map((month) => `${lastDay(month)} month end`) },
  '45-rrule-two': { free: ['2026-12-01 two rules', '2026-12-03 two rules', '2026-12-08 two rules', '2026-12-10 two rules'] },
  '46-tentative-needs': { free: ['2026-12-25 Tentative'] },
  '47-evening': { free: [], skipped: ['Noon to evening two days later: not a whole day'] },
  '48-hebrew-sunset': { free: ['2026-12-05/2026-12-12 חנוכה 🕎'] },
  '49-birthday-1604': { free: ['2026-12-08 Off'], skipped: ['Birthday without a year: starts before 1900: 1604-05-12'] },
  '50-exchange-until-local-midnight': { free: ['2026-12-07/2026-12-10 Leave from the 7th to the 10th in Berlin'] },
  '51-exdate-floating': { free: ['2026-12-07 EXDATE with a time', '2026-12-09 EXDATE with a time'] },
  '52-recurrence-id-utc': { free: ['2026-12-04 Fridays', '2026-12-14 the second on Monday'] },
};

describe('calendars as programs write them', () => {
  it.each(Object.entries(FILES))('%s', (name, expected) => {
    const read = readCalendar(readFileSync(`${FOLDER}/${name}.ics`), WANTED);
    if (expected instanceof RegExp) return expect(read).toEqual({ fault: expect.stringMatching(expected) as string });
    if ('fault' in read) throw new Error(read.fault);
    expect(read.free.map(({ fromOn, toOn, title }) => `${fromOn === toOn ? fromOn : `${fromOn}/${toOn}`} ${title}`)).toEqual(expected.free);
    // Of the many that lie in other years, the reason is the same.
    const skipped = [...read.unreadable, ...read.skipped].map(({ title, why }) => `${title}: ${why}`);
    expect(name === '43-many' ? new Set(skipped) : skipped).toEqual(
      name === '43-many' ? new Set(['First of the month: not between 2026-11-30 and 2027-12-31']) : (expected.skipped ?? []),
    );
  });

  it('are all in the table', () => {
    expect(Object.keys(FILES).sort()).toEqual(
      readdirSync(FOLDER)
        .map((file) => file.replace('.ics', ''))
        .sort(),
    );
  });
});
