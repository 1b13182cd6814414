import fc from 'fast-check';
import { assertProperty } from '../../../test/support/property.js';
import { readCalendar, MOST_EVENTS, type ReadCalendar } from './read-calendar.js';

const SPAN = { from: '2026-03-02', to: '2027-04-01' };
const event = (...lines: string[]) => ['BEGIN:VEVENT', 'UID:1', 'DTSTAMP:20260101T000000Z', ...lines, 'END:VEVENT'].join('\r\n');
const calendar = (...events: string[]) => ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Harbour//EN', ...events, 'END:VCALENDAR', ''].join('\r\n');
const read = (...lines: string[]) => readCalendar(calendar(event(...lines)), SPAN);
const spans = (calendar_: ReadCalendar) => ('free' in calendar_ ? calendar_.free.map(({ fromOn, toOn }) => `${fromOn} ${toOn}`) : calendar_.faults);

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
      const answer = read('SUMMARY:It', ...lines);
      return 'skipped' in answer ? answer.skipped : answer.faults;
    };
    expect(why('DTSTART:20260403T180000Z')).toEqual([{ title: 'It', why: 'not a whole day' }]);
    expect(why('DTSTART;VALUE=DATE:20260403', 'RRULE:FREQ=YEARLY;BYWEEKNO=20')).toEqual([
      { title: 'It', why: 'repeats in a way that is not read: FREQ=YEARLY;BYWEEKNO=20' },
    ]);
    expect(why('DTSTART;VALUE=DATE:20260403', 'RRULE:FREQ=DAILY', 'RRULE:FREQ=WEEKLY')).toEqual([
      { title: 'It', why: 'repeats by several rules, which is not read: FREQ=WEEKLY' },
    ]);
    expect(why('DTSTART;VALUE=DATE:20260403', 'RDATE;VALUE=PERIOD:soon')).toEqual([{ title: 'It', why: 'repeats on dates that are not read: soon' }]);
    expect(why('DTSTART;VALUE=DATE:20260403', 'RRULE:FREQ=YEARLY;UNTIL=never')).toEqual([
      { title: 'It', why: 'repeats in a way that is not read: FREQ=YEARLY;UNTIL=never' },
    ]);
    expect(why('DTSTART;VALUE=DATE:20260403', 'STATUS:CANCELLED')).toEqual([{ title: 'It', why: 'cancelled' }]);
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
    const answer = readCalendar(calendar(google.join('\r\n')), SPAN);
    expect(spans(answer)).toEqual(['2026-03-06 2026-03-06', '2026-03-12 2026-03-12', '2026-03-27 2026-03-27']);
    expect(answer).toMatchObject({ skipped: [{ title: 'Free Friday', why: 'cancelled' }] });
  });

  it('of Outlook has whole days as midnights of its zone, and rules by position', () => {
    const outlook = [
      ...['BEGIN:VEVENT', 'CLASS:PUBLIC', 'UID:040000008200E00074C5B7101A82E008', 'SUMMARY;LANGUAGE=en-us:Company day'],
      ...['DTSTART;TZID="W. Europe Standard Time":20260331T000000', 'DTEND;TZID="W. Europe Standard Time":20260401T000000'],
      ...['RRULE:FREQ=MONTHLY;UNTIL=20260630T220000Z;INTERVAL=1;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', 'EXDATE;TZID="W. Europe Standard Time":20260430T000000'],
      ...['X-MICROSOFT-CDO-ALLDAYEVENT:TRUE', 'X-MICROSOFT-CDO-BUSYSTATUS:OOF', 'BEGIN:VALARM', 'TRIGGER:-PT15M', 'END:VALARM', 'END:VEVENT'],
    ];
    expect(spans(readCalendar(calendar(outlook.join('\r\n')), SPAN))).toEqual(['2026-03-31 2026-03-31', '2026-05-29 2026-05-29', '2026-06-30 2026-06-30']);
  });

  it('of Apple has a holiday on the second Monday of a month, with its fields in no order', () => {
    const apple = [
      ...['BEGIN:VEVENT', 'TRANSP:OPAQUE', 'DTEND;VALUE=DATE:20211012', 'UID:7E2B-11', 'DTSTAMP:20260105T101010Z', 'SUMMARY:Columbus Day'],
      ...['RRULE:FREQ=YEARLY;INTERVAL=1;BYMONTH=10;BYDAY=2MO', 'X-APPLE-TRAVEL-ADVISORY-BEHAVIOR:AUTOMATIC', 'DTSTART;VALUE=DATE:20211011', 'END:VEVENT'],
    ];
    expect(spans(readCalendar(calendar(apple.join('\r\n')), SPAN))).toEqual(['2026-10-12 2026-10-12']);
  });

  it('that is under way counts from today', () => {
    expect(spans(read('DTSTART;VALUE=DATE:20260220', 'DTEND;VALUE=DATE:20260310'))).toEqual(['2026-03-02 2026-03-09']);
  });

  it('folded, without carriage returns, with a mark in front and alarms inside is read all the same', () => {
    const alarm = 'BEGIN:VALARM\nDTSTART:rubbish\nEND:VALARM';
    const text = calendar(event('SUMMARY:Long \r\n  title', 'DTSTART;VALUE=DA\r\n TE:20260403', alarm)).replaceAll('\r\n', '\n');
    expect(readCalendar(`\uFEFF${text}`, SPAN)).toMatchObject({ free: [{ title: 'Long  title', fromOn: '2026-04-03' }] });
  });
});

describe('a file that is no calendar of holidays', () => {
  it('is refused with every broken date named', () => {
    const good = event('SUMMARY:Fine', 'DTSTART;VALUE=DATE:20260403');
    const text = calendar(
      good,
      event('SUMMARY:Month 13', 'DTSTART;VALUE=DATE:20261345'),
      event('DTSTART;VALUE=DATE:20260403', 'DTEND:soon'),
      event('SUMMARY:Bare'),
    );
    expect(readCalendar(text, SPAN)).toEqual({
      faults: [
        { path: 'event 2, Month 13', message: 'DTSTART is no date: 20261345' },
        { path: 'event 3, Untitled', message: 'DTEND is no date: soon' },
        { path: 'event 4, Bare', message: 'no DTSTART' },
      ],
    });
  });

  it('is refused whatever it is, and when it holds too many events', () => {
    for (const text of ['', 'PK\u0003\u0004', '<html>', 'BEGIN:VCARD\r\nEND:VCARD']) expect(readCalendar(text, SPAN).faults).toHaveLength(1);
    const many = calendar(...Array.from({ length: MOST_EVENTS + 1 }, () => event('DTSTART;VALUE=DATE:20260403')));
    expect(readCalendar(many, SPAN).faults).toEqual([{ path: '', message: 'More than 1000 events' }]);
  });

  it('is not counted through for ever: what repeats beyond all measure is passed over, by name', () => {
    const endless = event('SUMMARY:Mondays', 'DTSTART;VALUE=DATE:19000101', 'RRULE:FREQ=MONTHLY;COUNT=2900;BYDAY=MO,TU,WE;BYSETPOS=-1');
    const answer = readCalendar(calendar(...Array.from({ length: MOST_EVENTS }, () => endless)), SPAN);
    const why = 'skipped' in answer ? answer.skipped.at(-1)?.why : '';
    expect(why).toBe('repeats too often to be counted: FREQ=MONTHLY;COUNT=2900;BYDAY=MO,TU,WE;BYSETPOS=-1');
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
      fc.property(fc.array(piece, { maxLength: 40 }), (lines) => {
        const answer = readCalendar(['BEGIN:VCALENDAR', ...lines].join('\r\n'), SPAN);
        if ('free' in answer)
          for (const { fromOn, toOn } of answer.free) expect([SPAN.from <= fromOn, fromOn <= toOn, toOn <= SPAN.to]).toEqual([true, true, true]);
      }),
    );
  });
});
