import fc from 'fast-check';
import { assertProperty } from '../../../test/support/property.js';
import { plainDate } from '../../platform/time/local-date.js';
import { MOST_PERIODS, readRepeat, repeatingDates } from './repeating-dates.js';

const dates = (start: string, text: string, from = start, to = '2027-12-31') => {
  const rule = readRepeat(text);
  return rule && repeatingDates(start, rule, { from, to }, { left: MOST_PERIODS });
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
    'FREQ=YEARLY;BYDAY=20MO',
    'FREQ=YEARLY;BYWEEKNO=20',
    'FREQ=YEARLY;BYYEARDAY=100',
    'FREQ=DAILY;BYHOUR=9',
    'FREQ=DAILY;COUNT=0',
    'FREQ=DAILY;INTERVAL=0',
    'FREQ=MONTHLY;BYMONTHDAY=40',
    'FREQ=YEARLY;BYMONTH=13',
    'FREQ=DAILY;UNTIL=never',
    'FREQ=YEARLY;RSCALE=HEBREW',
    'every day',
    '',
  ])('is not guessed where its rule is %s', (rule) => {
    expect(readRepeat(rule)).toBeNull();
  });

  it('is not counted through for ever', () => {
    expect(dates('1900-01-01', 'FREQ=DAILY;COUNT=1000000', '2026-03-01', '2099-01-01')).toBeNull();
  });

  const start = fc.integer({ min: 0, max: 2_000 }).map((day) => plainDate('2022-01-01').add({ days: day }).toString());
  const rule = fc.oneof(
    fc.record({ interval: fc.integer({ min: 1, max: 9 }) }).map(({ interval }) => `FREQ=DAILY;INTERVAL=${interval}`),
    fc.record({ interval: fc.integer({ min: 1, max: 4 }), days: fc.subarray(['MO', 'WE', 'SA', 'SU'], { minLength: 1 }) }).map(({ interval, days }) => `FREQ=WEEKLY;INTERVAL=${interval};BYDAY=${days.join(',')}`), // prettier-ignore
    fc.record({ interval: fc.integer({ min: 1, max: 5 }), nth: fc.constantFrom('1TU', '-1FR', 'MO') }).map(({ interval, nth }) => `FREQ=MONTHLY;INTERVAL=${interval};BYDAY=${nth}`), // prettier-ignore
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
});
