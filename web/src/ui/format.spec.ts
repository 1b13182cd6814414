import { afterEach, describe, expect, it } from '@jest/globals';
import {
  addDays,
  clockTime,
  dateOf,
  datesInWords,
  dayAndMonth,
  dayInFull,
  daysBetween,
  duration,
  firstWeekday,
  initials,
  listed,
  setReaderZone,
  signed,
  todayIn,
  weekStart,
  weekdayAndDay,
  weekdayOf,
  whenOf,
} from './format';

describe('dates', () => {
  it('are read as written, whatever the zone of the device', () => {
    expect(dayInFull('2026-10-20')).toBe('Tuesday 20 October');
    expect(weekdayAndDay('2026-10-14')).toBe('Wed 14 Oct');
    expect(weekdayOf('2026-10-19')).toBe(0);
  });

  it('count over changes of the clock and of the year', () => {
    expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(daysBetween('2026-10-20', '2026-11-14')).toBe(25);
    expect(daysBetween('2027-01-01', '2026-12-31')).toBe(-1);
  });

  it('find the start of their week, whichever day that is', () => {
    expect(weekStart('2026-10-25')).toBe('2026-10-19');
    expect(weekStart('2026-10-25', 6)).toBe('2026-10-25');
  });

  it('name the year only where it is another', () => {
    expect(dayAndMonth('2026-11-14', '2026-10-20')).toBe('14 November');
    expect(dayAndMonth('2027-01-09', '2026-10-20')).toBe('9 January 2027');
  });
});

describe('moments', () => {
  it('belong to the date it is in the zone', () => {
    const instant = new Date('2026-10-20T22:30:00Z');
    expect(todayIn('Europe/Berlin', instant)).toBe('2026-10-21');
    expect(todayIn('America/Los_Angeles', instant)).toBe('2026-10-20');
    expect(clockTime('2026-10-20T05:41:00Z', 'Europe/Berlin')).toBe('7:41');
    expect(whenOf('2026-10-20T05:41:00Z', 'Europe/Berlin', '2026-10-20')).toBe('today at 7:41');
    expect(whenOf('2026-10-14T05:41:00Z', 'Europe/Berlin', '2026-10-20')).toBe('on 14 October');
  });
});

describe('moments without a zone', () => {
  afterEach(() => setReaderZone(undefined));

  it('are told in the zone of the reader’s account, whatever the device’s is', () => {
    for (const [zone, date, time] of [
      ['Pacific/Auckland', '2026-10-21', '11:30'],
      ['America/Los_Angeles', '2026-10-20', '15:30'],
    ] as const) {
      setReaderZone(zone);
      const instant = '2026-10-20T22:30:00Z';
      expect([dateOf(instant), todayIn(undefined, new Date(instant)), clockTime(instant)]).toEqual([date, date, time]);
      expect(whenOf(instant, undefined, date)).toBe(`today at ${time}`);
    }
  });
});

describe('words', () => {
  it('say a duration as people do', () => {
    expect([0, 45, 60, 285, 1_685].map(duration)).toEqual(['0 min', '45 min', '1 h', '4 h 45', '28 h 05']);
  });

  it('sign a change with a minus as wide as the plus', () => {
    expect([signed(3), signed(-2), signed(0), signed(2.4, 1)]).toEqual(['+3', '\u22122', '0', '+2.4']);
  });

  it('shorten a name and join a list', () => {
    expect([initials('Wren Harbour'), initials('  ana de la mar '), initials('Plato')]).toEqual(['WH', 'AM', 'P']);
    expect([initials('👩‍👩‍👧‍👦 Family'), initials('e\u0301lodie quay'), initials('')]).toEqual(['👩‍👩‍👧‍👦F', 'E\u0301Q', '']);
    expect([listed([]), listed(['a']), listed(['a', 'b', 'c'])]).toEqual(['', 'a', 'a, b and c']);
  });

  it('say the dates of a sentence in words, with the year where it is another one', () => {
    expect(datesInWords('“32.11.2026” is not a date such as 2026-03-01', '2026-03-02')).toBe('“32.11.2026” is not a date such as 2026-03-01');
    expect(datesInWords('Choose a date from 2026-03-06 to 2031-03-02.', '2026-03-02')).toBe('Choose a date from Friday 6 March to Sunday 2 March 2031.');
  });

  it('begin a week where the reader does, on every page', () => {
    expect([firstWeekday('en-GB'), firstWeekday('en-US'), firstWeekday('de-DE'), firstWeekday('ar-EG')]).toEqual([0, 6, 0, 5]);
  });
});
