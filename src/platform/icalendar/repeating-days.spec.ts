import fc from 'fast-check';
import ICAL from 'ical.js';
import { assertProperty } from '../../../test/support/property.js';
import { plainDate } from '../time/local-date.js';
import { dateOf, dayOf } from './day-numbers.js';
import { MAX_DAYS_OF_A_RULE, readRepeatRule, repeatingDays } from './repeating-days.js';

const dates = (start: string, text: string, from = start, to = '2027-12-31') => {
  const rule = readRepeatRule(text);
  const until = rule?.until ? dayOf(`${rule.until.slice(0, 4)}-${rule.until.slice(4, 6)}-${rule.until.slice(6, 8)}`) : Infinity;
  return rule && (repeatingDays(dayOf(start), rule, until, { from: dayOf(from), to: dayOf(to) }, { days: 1_000_000 })?.map(dateOf) ?? null);
};

/** Worked by hand, most of them the examples of RFC 5545, 3.8.5.3. */
describe('an event that repeats', () => {
  it.each([
    ['each day, so many times', '2026-08-03', 'FREQ=DAILY;COUNT=3', ['2026-08-03', '2026-08-04', '2026-08-05']],
    ['every other day until one', '2026-08-03', 'FREQ=DAILY;INTERVAL=2;UNTIL=20260807', ['2026-08-03', '2026-08-05', '2026-08-07']],
    ['each day of a month', '2026-01-30', 'FREQ=DAILY;BYMONTH=1;UNTIL=20270101', ['2026-01-30', '2026-01-31', '2027-01-01']],
    ['on a weekday', '2026-09-04', 'FREQ=WEEKLY;COUNT=2', ['2026-09-04', '2026-09-11']],
    ['on two weekdays', '2026-09-01', 'FREQ=WEEKLY;BYDAY=TU,TH;COUNT=3', ['2026-09-01', '2026-09-03', '2026-09-08']],
    ['every other week that begins on Monday', '1997-08-05', 'FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO', ['1997-08-05', '1997-08-10', '1997-08-19', '1997-08-24']], // prettier-ignore
    ['every other week that begins on Sunday', '1997-08-05', 'FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU', ['1997-08-05', '1997-08-17', '1997-08-19', '1997-08-31']], // prettier-ignore
    ['on the 31st, which not every month has', '2026-01-31', 'FREQ=MONTHLY;COUNT=3', ['2026-01-31', '2026-03-31', '2026-05-31']],
    ['on the first Friday', '1997-09-05', 'FREQ=MONTHLY;COUNT=3;BYDAY=1FR', ['1997-09-05', '1997-10-03', '1997-11-07']],
    ['on the second last Monday', '1997-09-22', 'FREQ=MONTHLY;COUNT=3;BYDAY=-2MO', ['1997-09-22', '1997-10-20', '1997-11-17']],
    ['on the last day of a month', '2026-01-31', 'FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3', ['2026-01-31', '2026-02-28', '2026-03-31']],
    ['on the last working day', '2026-02-27', 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=2', ['2026-02-27', '2026-03-31']],
    ['on a Friday the 13th', '1998-02-13', 'FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=3', ['1998-02-13', '1998-03-13', '1998-11-13']],
    ['in June and July', '1997-06-10', 'FREQ=YEARLY;COUNT=3;BYMONTH=6,7', ['1997-06-10', '1997-07-10', '1998-06-10']],
    ['on each Thursday in March', '1997-03-13', 'FREQ=YEARLY;BYMONTH=3;BYDAY=TH;COUNT=4', ['1997-03-13', '1997-03-20', '1997-03-27', '1998-03-05']],
    ['on a leap day', '2024-02-29', 'FREQ=YEARLY;COUNT=2', ['2024-02-29', '2028-02-29']],
    ['on days of the year', '1997-01-01', 'FREQ=YEARLY;INTERVAL=3;COUNT=5;BYYEARDAY=1,100,200', ['1997-01-01', '1997-04-10', '1997-07-19', '2000-01-01', '2000-04-09']], // prettier-ignore
    ['on the last day of the year', '2026-09-13', 'FREQ=YEARLY;BYYEARDAY=-1;COUNT=2', ['2026-12-31', '2027-12-31']],
    ['on the 20th Monday of the year', '1997-05-19', 'FREQ=YEARLY;BYDAY=20MO;COUNT=3', ['1997-05-19', '1998-05-18', '1999-05-17']],
    ['on the last Friday of the year', '2026-01-01', 'FREQ=YEARLY;BYDAY=-1FR;COUNT=2', ['2026-12-25', '2027-12-31']],
    ['on Monday of week 20', '1997-05-12', 'FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;COUNT=3', ['1997-05-12', '1998-05-11', '1999-05-17']],
    ['in week 53, which few years have', '2020-12-28', 'FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO;COUNT=2', ['2020-12-28', '2026-12-28']],
    ['in the last week, from the new year on', '2027-01-01', 'FREQ=YEARLY;BYWEEKNO=-1;BYDAY=FR;COUNT=2', ['2027-01-01', '2027-12-31']],
    ['in week 1, which begins before the year', '2025-01-01', 'FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO;COUNT=1', ['2025-12-29']],
    ['on the weekday of its start in a week', '1997-05-12', 'FREQ=YEARLY;BYWEEKNO=20;COUNT=2', ['1997-05-12', '1998-05-11']],
    ['on a day of each month', '2026-01-05', 'FREQ=YEARLY;BYMONTHDAY=5;COUNT=3', ['2026-01-05', '2026-02-05', '2026-03-05']],
    ['on the 31st of months, one of which has none', '2026-01-31', 'FREQ=YEARLY;BYMONTH=1,2;COUNT=2', ['2026-01-31', '2027-01-31']],
    ['on the last working day of the year', '2026-01-01', 'FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=2', ['2026-12-31', '2027-12-31']],
    ['on the last of two weekdays', '2026-03-02', 'FREQ=WEEKLY;BYDAY=MO,WE;BYSETPOS=-1;COUNT=2', ['2026-03-04', '2026-03-11']],
    ['on the second of two days', '2026-03-01', 'FREQ=MONTHLY;BYMONTHDAY=1,15;BYSETPOS=2;COUNT=2', ['2026-03-15', '2026-04-15']],
    ['on the day of a vote', '1996-11-05', 'FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8;COUNT=3', ['1996-11-05', '2000-11-07', '2004-11-02']], // prettier-ignore
    ['on the fifth Friday', '2026-01-30', 'FREQ=MONTHLY;BYDAY=5FR;COUNT=3', ['2026-01-30', '2026-05-29', '2026-07-31']],
    ['at midnight, as some programs add', '2026-08-03', 'FREQ=DAILY;BYHOUR=0;BYMINUTE=0;BYSECOND=0;COUNT=2', ['2026-08-03', '2026-08-04']],
    ['with a plus sign', '2010-11-26', 'FREQ=YEARLY;BYMONTH=12;BYDAY=+1MO;COUNT=1', ['2010-12-06']],
  ])('%s', (_, start, rule, expected) => {
    expect(dates(start, rule, start, '2028-12-31')).toEqual(expected);
  });

  it('is counted from its start, also where the dates that are asked for begin later', () => {
    expect(dates('2026-01-05', 'FREQ=WEEKLY;COUNT=10', '2026-03-01')).toEqual(['2026-03-02', '2026-03-09']);
    expect(dates('1900-01-01', 'FREQ=WEEKLY;BYDAY=MO', '2026-03-01', '2026-03-09')).toEqual(['2026-03-02', '2026-03-09']);
  });

  it.each([
    'FREQ=HOURLY',
    'FREQ=WEEKLY;BYDAY=2MO',
    'FREQ=WEEKLY;BYMONTHDAY=3',
    'FREQ=MONTHLY;BYDAY=6MO',
    'FREQ=YEARLY;BYDAY=54MO',
    'FREQ=YEARLY;BYWEEKNO=20;BYDAY=1MO',
    'FREQ=MONTHLY;BYWEEKNO=20',
    'FREQ=YEARLY;BYYEARDAY=0',
    'FREQ=MONTHLY;BYYEARDAY=100',
    'FREQ=DAILY;BYHOUR=9',
    'FREQ=DAILY;COUNT=0',
    'FREQ=DAILY;INTERVAL=0',
    'FREQ=MONTHLY;BYMONTHDAY=40',
    'FREQ=YEARLY;BYMONTH=13',
    'FREQ=DAILY;COUNT=many',
    'FREQ=DAILY;INTERVAL=-1',
    'FREQ=DAILY;INTERVAL=1000000',
    'D1 #3',
    'FREQ=YEARLY;RSCALE=HEBREW',
    'every day',
    '',
  ])('is not guessed where its rule is %s', (rule) => {
    expect(readRepeatRule(rule)).toBeNull();
  });

  it('is not counted forever', () => {
    expect(dates('1900-01-01', 'FREQ=DAILY;COUNT=1000000000', '2026-03-01', '2026-03-02')).toEqual(['2026-03-01', '2026-03-02']);
    expect(dates('1900-01-01', 'FREQ=DAILY;COUNT=1000000000', '2026-03-01', '9999-01-01')).toBeNull();
    const rule = readRepeatRule('FREQ=DAILY;COUNT=1000')!;
    expect(repeatingDays(0, rule, Infinity, { from: 0, to: MAX_DAYS_OF_A_RULE }, { days: 999 })).toBeNull();
  });

  it('has no date where no day satisfies its rule', () => {
    for (const rule of ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', 'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30', 'FREQ=MONTHLY;BYDAY=1MO;BYMONTHDAY=20'])
      expect(dates('2000-01-01', rule)).toEqual([]);
  });

  const start = fc.integer({ min: 0, max: 2_000 }).map((day) => plainDate('2022-01-01').add({ days: day }).toString());
  const rule = fc.oneof(
    fc.record({ interval: fc.integer({ min: 1, max: 9 }) }).map(({ interval }) => `FREQ=DAILY;INTERVAL=${interval}`),
    fc.record({ interval: fc.integer({ min: 1, max: 4 }), days: fc.subarray(['MO', 'WE', 'SA', 'SU'], { minLength: 1 }) }).map(({ interval, days }) => `FREQ=WEEKLY;INTERVAL=${interval};BYDAY=${days.join(',')}`), // prettier-ignore
    fc.record({ interval: fc.integer({ min: 1, max: 5 }), nth: fc.constantFrom('1TU', '-1FR', 'MO') }).map(({ interval, nth }) => `FREQ=MONTHLY;INTERVAL=${interval};BYDAY=${nth}`), // prettier-ignore
    fc.record({ nth: fc.constantFrom('20MO', '-3TU', 'SU'), interval: fc.integer({ min: 1, max: 3 }) }).map(({ interval, nth }) => `FREQ=YEARLY;INTERVAL=${interval};BYDAY=${nth}`), // prettier-ignore
    fc.record({ week: fc.integer({ min: -53, max: 53 }).filter(Boolean), weekStart: fc.constantFrom('MO', 'SU', 'WE') }).map(({ week, weekStart }) => `FREQ=YEARLY;WKST=${weekStart};BYWEEKNO=${week};BYDAY=MO,WE`), // prettier-ignore
    fc.record({ position: fc.integer({ min: -4, max: 4 }).filter(Boolean) }).map(({ position }) => `FREQ=MONTHLY;BYSETPOS=${position};BYDAY=MO,WE`),
    fc.record({ interval: fc.integer({ min: 1, max: 3 }), month: fc.integer({ min: 1, max: 12 }) }).map(({ interval, month }) => `FREQ=YEARLY;INTERVAL=${interval};BYMONTH=${month}`), // prettier-ignore
  );

  it('has the same dates in a span as in a longer one, as many as it counts, all of them on its weekdays', () => {
    assertProperty(
      fc.property(start, rule, fc.nat(900), fc.integer({ min: 1, max: 30 }), (first, text, later, count) => {
        // Past the last date that may be asked for: 2,000, 900 and 400 days from the first start.
        const all = dates(first, text, first, '2031-12-31')!;
        const from = plainDate(first).add({ days: later }).toString();
        const to = plainDate(from).add({ days: 400 }).toString();
        expect(dates(first, text, from, to)).toEqual(all.filter((date) => date >= from && date <= to));
        expect(dates(first, `${text};COUNT=${count}`, first, '2031-12-31')).toEqual(all.slice(0, count));
        expect(dates(first, `${text};UNTIL=${to.replaceAll('-', '')}`, first, '2031-12-31')).toEqual(all.filter((date) => date <= to));
        const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
        const named = /BYDAY=(.*)/
          .exec(text)?.[1]
          ?.split(',')
          .map((each) => each.slice(-2));
        // One assertion for all: there are thousands of dates.
        expect(all.filter((date) => named && !named.includes(weekdays[plainDate(date).dayOfWeek - 1]!))).toEqual([]);
      }),
    );
  });

  it('has the dates that ical.js counts, for rules that it counts right', () => {
    const known = fc.oneof(
      fc.record({ interval: fc.integer({ min: 1, max: 40 }) }).map(({ interval }) => `FREQ=DAILY;INTERVAL=${interval}`),
      fc.record({ interval: fc.integer({ min: 1, max: 4 }), days: fc.subarray(['MO', 'WE', 'SA', 'SU'], { minLength: 1 }), start: fc.constantFrom('MO', 'SU') }).map(({ interval, days, start: wkst }) => `FREQ=WEEKLY;INTERVAL=${interval};WKST=${wkst};BYDAY=${days.join(',')}`), // prettier-ignore
      fc.record({ interval: fc.integer({ min: 1, max: 5 }), nth: fc.constantFrom('1TU', '-1FR', '3SU', 'MO') }).map(({ interval, nth }) => `FREQ=MONTHLY;INTERVAL=${interval};BYDAY=${nth}`), // prettier-ignore
      fc.record({ interval: fc.integer({ min: 1, max: 5 }), day: fc.constantFrom(1, 15, 31, -1) }).map(({ interval, day }) => `FREQ=MONTHLY;INTERVAL=${interval};BYMONTHDAY=${day}`), // prettier-ignore
      fc.record({ month: fc.integer({ min: 1, max: 12 }), nth: fc.constantFrom('1MO', '-1MO', '4TH') }).map(({ month, nth }) => `FREQ=YEARLY;BYMONTH=${month};BYDAY=${nth}`), // prettier-ignore
    );
    assertProperty(
      fc.property(start, known, (first, text) => {
        const iterator = ICAL.Recur.fromString(`${text};COUNT=20`).iterator(ICAL.Time.fromDateString(first));
        const counted: string[] = [];
        for (let next = iterator.next() as ICAL.Time | null; next; next = iterator.next() as ICAL.Time | null) counted.push(next.toString());
        expect(dates(first, `${text};COUNT=20`, first, '2200-12-31')).toEqual(counted);
      }),
    );
  });
});
