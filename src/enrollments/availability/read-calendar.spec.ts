import fc from 'fast-check';
import { assertProperty } from '../../../test/support/property.js';
import { readCalendar, type ReadCalendar } from './read-calendar.js';

const SPAN = { from: '2026-03-02', to: '2027-04-01' };
const readText = (text: string, timeZone = 'UTC') => readCalendar(new TextEncoder().encode(text), { span: SPAN, timeZone });
const event = (...lines: string[]) => ['BEGIN:VEVENT', 'UID:1', 'DTSTAMP:20260101T000000Z', ...lines, 'END:VEVENT'].join('\r\n');
const calendar = (...events: string[]) => ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Harbour//EN', ...events, 'END:VCALENDAR', ''].join('\r\n');
const read = (...lines: string[]) => readText(calendar(event(...lines)));
const spans = (found: ReadCalendar) => ('free' in found ? found.free.map(({ fromOn, toOn }) => `${fromOn} ${toOn}`) : found.fault);
const skips = (found: ReadCalendar) => ('free' in found ? [...found.unreadable, ...found.skipped] : found.fault);

describe('a calendar of holidays', () => {
  it('makes whole days free; the end of an event is the day after it', () => {
    expect(read('SUMMARY:Good Friday\\, free', 'DTSTART;VALUE=DATE:20260403', 'DTEND;VALUE=DATE:20260404')).toMatchObject({
      free: [{ title: 'Good Friday, free', fromOn: '2026-04-03', toOn: '2026-04-03' }],
      skipped: [],
    });
    expect(spans(read('DTSTART;VALUE=DATE:20260803', 'DTEND;VALUE=DATE:20260817'))).toEqual(['2026-08-03 2026-08-16']);
    expect(spans(read('DTSTART;VALUE=DATE:20260803', 'DURATION:P1W'))).toEqual(['2026-08-03 2026-08-09']);
    expect(spans(read('DTSTART:20260803T000000', 'DTEND:20260804T000000'))).toEqual(['2026-08-03 2026-08-03']);
  });

  it.each([
    ['on a date', ['DTSTART;VALUE=DATE:20201225', 'RRULE:FREQ=YEARLY'], ['2026-12-25 2026-12-25']],
    ['on the fourth Thursday of a month', ['DTSTART;VALUE=DATE:20201126', 'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH'], ['2026-11-26 2026-11-26']],
    ['on the last Monday of a month', ['DTSTART;VALUE=DATE:20200525', 'RRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO'], ['2026-05-25 2026-05-25']],
    ['every other year', ['DTSTART;VALUE=DATE:20250401', 'RRULE:FREQ=YEARLY;INTERVAL=2'], ['2027-04-01 2027-04-01']],
    ['until it ends', ['DTSTART;VALUE=DATE:20201225', 'RRULE:FREQ=YEARLY;UNTIL=20261224'], []],
    ['so many times', ['DTSTART;VALUE=DATE:20201225', 'RRULE:FREQ=YEARLY;COUNT=6'], []],
    ['but for a date that is excepted', ['DTSTART;VALUE=DATE:20201225', 'RRULE:FREQ=YEARLY', 'EXDATE;VALUE=DATE:20251225,20261225'], []],
    ['on a leap day, in leap years', ['DTSTART;VALUE=DATE:20240229', 'RRULE:FREQ=YEARLY'], []],
  ])('counts through the years what comes %s', (_, lines, expected) => {
    expect(spans(read(...lines))).toEqual(expected);
  });

  it('passes over what is not a whole day, what repeats otherwise, what is cancelled or lies elsewhere, and says why', () => {
    const why = (...lines: string[]) => {
      return skips(read('SUMMARY:It', ...lines));
    };
    expect(why('DTSTART:20260403T180000Z')).toEqual([{ title: 'It', why: 'not a whole day' }]);
    expect(why('DTSTART;VALUE=DATE:20260403', 'RRULE:FREQ=YEARLY;RSCALE=HEBREW')).toEqual([
      { title: 'It', why: 'repeats in a way that cannot be read: FREQ=YEARLY;RSCALE=HEBREW' },
    ]);
    expect(why('DTSTART;VALUE=DATE:20260403', 'RRULE:FREQ=SECONDLY;COUNT=1000000000')).toEqual([
      { title: 'It', why: 'repeats more than once a day: FREQ=SECONDLY;COUNT=1000000000' },
    ]);
    expect(why('DTSTART;VALUE=DATE:20260403', 'RDATE;VALUE=PERIOD:soon')).toEqual([{ title: 'It', why: 'repeats on a date that cannot be read: soon' }]);
    expect(why('DTSTART;VALUE=DATE:20260403', 'EXDATE:later')).toEqual([{ title: 'It', why: 'leaves out a date that cannot be read: later' }]);
    expect(why('DTSTART;VALUE=DATE:20260403', 'RRULE:FREQ=YEARLY;UNTIL=never')).toEqual([
      { title: 'It', why: 'repeats in a way that cannot be read: FREQ=YEARLY;UNTIL=never' },
    ]);
    expect(why('DTSTART;VALUE=DATE:20260403', 'DURATION:a while')).toEqual([{ title: 'It', why: 'its length cannot be read: a while' }]);
    expect(why('DTSTART;VALUE=DATE:20260403', 'STATUS:CANCELLED')).toEqual([{ title: 'It', why: 'canceled' }]);
    expect(why('DTSTART;VALUE=DATE:20260403', 'RECURRENCE-ID;RANGE=THISANDFUTURE:20260403')).toEqual([
      { title: 'It', why: 'it changes all later dates of a series, and Daymark can’t read that' },
    ]);
    expect(why('DTSTART;TZID="no end:20260403')).toEqual([{ title: 'It', why: 'this line cannot be read: DTSTART;TZID="no end:20260403' }]);
    expect(why('DTSTART;VALUE=DATE:20250403')).toEqual([{ title: 'It', why: 'not between 2026-03-02 and 2027-04-01' }]);
    expect(why('DTSTART;VALUE=DATE:20260403', 'DTEND;VALUE=DATE:20290403')).toEqual([{ title: 'It', why: 'longer than 366 days' }]);
  });

  it('takes what repeats on other dates, and a week that is written day by day as one stretch', () => {
    expect(spans(read('DTSTART;VALUE=DATE:20260803', 'RRULE:FREQ=DAILY;COUNT=5'))).toEqual(['2026-08-03 2026-08-07']);
    expect(spans(read('DTSTART;VALUE=DATE:20260304', 'RRULE:FREQ=WEEKLY;UNTIL=20260320', 'RDATE;VALUE=DATE:20260401'))).toEqual([
      '2026-03-04 2026-03-04',
      '2026-03-11 2026-03-11',
      '2026-03-18 2026-03-18',
      '2026-04-01 2026-04-01',
    ]);
  });

  it('of Google has a series whose one date was moved and another one called off', () => {
    const series = ['UID:fridays@google.com', 'SUMMARY:Free Friday'];
    const google = [
      ['BEGIN:VEVENT', 'DTSTART;VALUE=DATE:20260306', 'DTEND;VALUE=DATE:20260307', 'RRULE:FREQ=WEEKLY;WKST=MO;UNTIL=20260403;BYDAY=FR'],
      ['EXDATE;VALUE=DATE:20260320', ...series, 'TRANSP:TRANSPARENT', 'END:VEVENT'],
      ['BEGIN:VEVENT', 'DTSTART;VALUE=DATE:20260312', 'DTEND;VALUE=DATE:20260313', 'RECURRENCE-ID;VALUE=DATE:20260313', ...series, 'END:VEVENT'],
      ['BEGIN:VEVENT', 'DTSTART;VALUE=DATE:20260403', 'RECURRENCE-ID;VALUE=DATE:20260403', 'STATUS:CANCELLED', ...series, 'END:VEVENT'],
    ].flat();
    const answer = readText(calendar(google.join('\r\n')));
    expect(spans(answer)).toEqual(['2026-03-06 2026-03-06', '2026-03-12 2026-03-12', '2026-03-27 2026-03-27']);
    expect(answer).toMatchObject({ skipped: [{ title: 'Free Friday', why: 'canceled' }] });
  });

  it('of Outlook has whole days as midnights of its zone, and rules by position', () => {
    const outlook = [
      ...['BEGIN:VEVENT', 'CLASS:PUBLIC', 'UID:040000008200E00074C5B7101A82E008', 'SUMMARY;LANGUAGE=en-us:Company day'],
      ...['DTSTART;TZID="W. Europe Standard Time":20260331T000000', 'DTEND;TZID="W. Europe Standard Time":20260401T000000'],
      ...['RRULE:FREQ=MONTHLY;UNTIL=20260630T220000Z;INTERVAL=1;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', 'EXDATE;TZID="W. Europe Standard Time":20260430T000000'],
      ...['X-MICROSOFT-CDO-ALLDAYEVENT:TRUE', 'X-MICROSOFT-CDO-BUSYSTATUS:OOF', 'BEGIN:VALARM', 'TRIGGER:-PT15M', 'END:VALARM', 'END:VEVENT'],
    ];
    expect(spans(readText(calendar(outlook.join('\r\n'))))).toEqual(['2026-03-31 2026-03-31', '2026-05-29 2026-05-29', '2026-06-30 2026-06-30']);
  });

  it('of Apple has a holiday on the second Monday of a month, with its fields in no order', () => {
    const apple = [
      ...['BEGIN:VEVENT', 'TRANSP:OPAQUE', 'DTEND;VALUE=DATE:20211012', 'UID:7E2B-11', 'DTSTAMP:20260105T101010Z', 'SUMMARY:Columbus Day'],
      ...['RRULE:FREQ=YEARLY;INTERVAL=1;BYMONTH=10;BYDAY=2MO', 'X-APPLE-TRAVEL-ADVISORY-BEHAVIOR:AUTOMATIC', 'DTSTART;VALUE=DATE:20211011', 'END:VEVENT'],
    ];
    expect(spans(readText(calendar(apple.join('\r\n'))))).toEqual(['2026-10-12 2026-10-12']);
  });

  it('that is under way counts from today', () => {
    expect(spans(read('DTSTART;VALUE=DATE:20260220', 'DTEND;VALUE=DATE:20260310'))).toEqual(['2026-03-02 2026-03-09']);
  });

  it('folded, without carriage returns, with a mark in front and alarms inside is read all the same', () => {
    const alarm = 'BEGIN:VALARM\nDTSTART:rubbish\nEND:VALARM';
    const text = calendar(event('SUMMARY:Long \r\n  title', 'DTSTART;VALUE=DA\r\n TE:20260403', alarm)).replaceAll('\r\n', '\n');
    expect(readText(`\uFEFF${text}`)).toMatchObject({ free: [{ title: 'Long title', fromOn: '2026-04-03' }] });
  });
});

describe('what a calendar holds that is no day off', () => {
  it('is named and skipped, whatever is wrong with it; the days off beside it count', () => {
    const text = calendar(
      event('SUMMARY:Month 13', 'DTSTART;VALUE=DATE:20261345'),
      event('DTSTART;VALUE=DATE:20260403', 'DTEND:soon'),
      event('SUMMARY:Bare'),
      event('SUMMARY:Birthday', 'DTSTART;VALUE=DATE:16040512', 'RRULE:FREQ=YEARLY'),
      event('SUMMARY:Fine', 'DTSTART;VALUE=DATE:20260403'),
    );
    expect(spans(readText(text))).toEqual(['2026-04-03 2026-04-03']);
    expect(skips(readText(text))).toEqual([
      { title: 'Month 13', why: 'its start is not a date: 20261345' },
      { title: 'Untitled', why: 'its end is not a date: soon' },
      { title: 'Bare', why: 'has no start date' },
      { title: 'Birthday', why: 'starts before 1900: 1604-05-12' },
    ]);
  });

  it('is skipped where the file is cut off inside it', () => {
    const text = calendar(event('SUMMARY:Fine', 'DTSTART;VALUE=DATE:20260403'), event('SUMMARY:Cut', 'DTSTART;VALUE=DATE:20260404'));
    const cut = readText(text.slice(0, text.lastIndexOf('END:VEVENT')));
    expect(spans(cut)).toEqual(['2026-04-03 2026-04-03']);
    expect(skips(cut)).toEqual([{ title: 'Cut', why: 'its end is missing: the file may be cut off' }]);
  });

  it('is every event of a calendar that calls them off', () => {
    const text = calendar(event('SUMMARY:Off', 'DTSTART;VALUE=DATE:20260403')).replace('VERSION:2.0', 'VERSION:2.0\r\nMETHOD:CANCEL');
    expect(skips(readText(text))).toEqual([{ title: 'Off', why: 'canceled' }]);
  });

  it('has a title without characters that nothing can show or store', () => {
    const text = calendar(event('SUMMARY:A\u0000\u0007 \u00A0 day\tcafe\u0301', 'DTSTART;VALUE=DATE:20260403'));
    expect(readText(text)).toMatchObject({ free: [{ title: 'A day café' }] });
    const long = calendar(event(`SUMMARY:${'x'.repeat(119)}🎄🎄`, 'DTSTART;VALUE=DATE:20260403'));
    expect(readText(long)).toMatchObject({ free: [{ title: 'x'.repeat(119) }] });
  });
});

describe('a file that is no calendar', () => {
  it.each([
    ['', /^This file is empty/],
    [' \r\n', /^This file is empty/],
    ['PK\u0003\u0004', /^This is a ZIP archive/],
    ['<html><body>Sign in</body></html>', /^This is a web page/],
    ['BEGIN:VCARD\r\nEND:VCARD', /^This file holds contacts/],
    ['BEGIN:VEVENT\r\nEND:VEVENT', /^This file holds only a part of a calendar/],
    ['Date;Holiday\r\n', /^This isn’t a calendar: the file doesn’t start with BEGIN:VCALENDAR/],
  ])('is refused by what it is: %j', (text, why) => {
    expect(readText(text)).toEqual({ fault: expect.stringMatching(why) as string });
  });
});

describe('a calendar of any size', () => {
  it('is read as a whole: past events do not count against anything', () => {
    const past = event('SUMMARY:Past', 'DTSTART;VALUE=DATE:20200403');
    const found = readText(calendar(...Array.from({ length: 5_000 }, () => past), event('DTSTART;VALUE=DATE:20260403')));
    expect(spans(found)).toEqual(['2026-04-03 2026-04-03']);
    expect(found).toMatchObject({ skippedCount: 5_000 });
  });

  it('has a limit: events that repeat too often are skipped and named', () => {
    const endless = event('SUMMARY:Mondays', 'DTSTART;VALUE=DATE:19000101', 'RRULE:FREQ=MONTHLY;COUNT=2900;BYDAY=MO,TU,WE;BYSETPOS=-1');
    const bytes = new TextEncoder().encode(calendar(event('SUMMARY:Fine', 'DTSTART;VALUE=DATE:20260403'), endless, endless, endless));
    const found = readCalendar(bytes, { span: SPAN, timeZone: 'UTC', maxDays: 100_000 });
    expect(skips(found)).toEqual([{ title: 'Mondays', why: 'repeats too often to be counted: FREQ=MONTHLY;COUNT=2900;BYDAY=MO,TU,WE;BYSETPOS=-1' }]);
    expect(found).toMatchObject({ isWorkUsedUp: true });
  });

  it('may list thousands of dates, on one line or on many', () => {
    const dates = Array.from({ length: 20_000 }, (_, i) => new Date(Date.UTC(2000, 0, 1 + i)).toISOString().slice(0, 10).replaceAll('-', ''));
    expect(spans(read('DTSTART;VALUE=DATE:20000101', `RDATE;VALUE=DATE:${dates.join(',')}`))).toEqual(['2026-03-02 2027-03-02', '2027-03-03 2027-04-01']);
    const lines = dates.map((date) => `RDATE;VALUE=DATE:${date}`);
    expect(spans(read('DTSTART;VALUE=DATE:20000101', ...lines))).toEqual(['2026-03-02 2027-03-02', '2027-03-03 2027-04-01']);
  });

  it('never breaks the reader, and what is read lies in the span', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'BEGIN:VEVENT',
        'END:VEVENT',
        'BEGIN:VALARM',
        'DTSTART;VALUE=DATE:20260403',
        'DTEND:20260410',
        'DURATION:-P9W',
        'RRULE:FREQ=YEARLY',
        'RRULE:FREQ=WEEKLY;BYDAY=MO,TH;COUNT=400',
        'RDATE:20260405',
        'RECURRENCE-ID:20260403',
        'UID:1',
        'DTSTART:20260402T230000Z',
        'DTSTART;TZID=Nowhere:20260403T000000',
        'EXDATE;TZID=Europe/Berlin:20260403T000000',
        'X-WR-TIMEZONE:Asia/Tokyo',
        'BEGIN:VTIMEZONE',
        'TZID:Nowhere',
        'END:VTIMEZONE',
        ' folded',
      ),
      fc.constantFrom(
        'RRULE:FREQ=YEARLY;COUNT=0;INTERVAL=0',
        'RRULE:FREQ=YEARLY;BYMONTH=99;BYMONTHDAY=-40',
        'RRULE:;;=,',
        'EXDATE:,,',
        'DURATION:P',
        'SUMMARY:\\',
      ),
      fc.string({ maxLength: 30 }),
    );
    assertProperty(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.constantFrom('UTC', 'Pacific/Auckland', 'America/Sao_Paulo'), (lines, zone) => {
        const answer = readText(['BEGIN:VCALENDAR', ...lines].join('\r\n'), zone);
        if ('free' in answer)
          for (const { fromOn, toOn } of answer.free) expect([SPAN.from <= fromOn, fromOn <= toOn, toOn <= SPAN.to]).toEqual([true, true, true]);
      }),
    );
  });
});
