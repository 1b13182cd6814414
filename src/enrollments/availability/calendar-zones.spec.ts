import { readCalendar } from './read-calendar.js';

const SPAN = { from: '2026-03-02', to: '2027-04-01' };
const event = (lines: readonly string[]) => ['BEGIN:VEVENT', 'UID:1', 'SUMMARY:Off', ...lines, 'END:VEVENT'];

interface Written {
  /** Of the calendar. */
  head?: string[];
  /** Of one event each. */
  events: string[][];
  learner?: string;
}

/** The days that are free, in short: `12-25`, and `12-24/01-06` for several. */
function daysOf({ head = [], events, learner = 'Europe/Berlin' }: Written): string[] {
  const text = ['BEGIN:VCALENDAR', 'VERSION:2.0', ...head, ...events.flatMap(event), 'END:VCALENDAR', ''].join('\r\n');
  const read = readCalendar(new TextEncoder().encode(text), { span: SPAN, timeZone: learner });
  if ('fault' in read) throw new Error(read.fault);
  return read.free.map(({ fromOn, toOn }) => (fromOn === toOn ? fromOn.slice(5) : `${fromOn.slice(5)}/${toOn.slice(5)}`));
}
const one = (lines: string[], more: Omit<Written, 'events'> = {}) => daysOf({ events: [lines], ...more });

describe('whole days', () => {
  it.each([
    ['to the last second', ['DTSTART:20261225T000000', 'DTEND:20261225T235959'], ['12-25']],
    ['to the last minute, days later', ['DTSTART;TZID=Asia/Tokyo:20261224T000000', 'DTEND;TZID=Asia/Tokyo:20261226T235900'], ['12-24/12-26']],
    ['to midnight as 24:00', ['DTSTART:20261225T000000', 'DTEND:20261225T240000'], ['12-25']],
    ['for 23 h 59', ['DTSTART:20261225T000000', 'DURATION:PT23H59M'], ['12-25']],
    ['for days and hours', ['DTSTART:20261225T000000', 'DURATION:P1DT24H'], ['12-25/12-26']],
    ['for weeks', ['DTSTART;VALUE=DATE:20261207', 'DURATION:P2W'], ['12-07/12-20']],
    ['over the change of the clock', ['DTSTART;TZID=Europe/Berlin:20261025T000000', 'DTEND;TZID=Europe/Berlin:20261026T000000'], ['10-25']],
    ['over the change of the clock in UTC', ['DTSTART:20261024T220000Z', 'DTEND:20261025T230000Z'], ['10-25']],
    ['for the 25 hours of a day', ['DTSTART;TZID=Europe/Berlin:20261025T000000', 'DURATION:PT25H'], ['10-25']],
    ['for the 23 hours of a day', ['DTSTART;TZID=Europe/Berlin:20270328T000000', 'DURATION:PT23H'], ['03-28']],
    ['for the 23 hours of a day in UTC', ['DTSTART:20270327T230000Z', 'DURATION:PT23H'], ['03-28']],
    ['in a zone of Exchange without quotes', ['DTSTART;TZID=tzone://Microsoft/Custom:20261224T000000', 'DTEND;TZID=tzone://Microsoft/Custom:20261225T000000'], ['12-24']], // prettier-ignore
    ['in UTC by its name in Exchange', ['DTSTART;TZID=tzone://Microsoft/Utc:20261223T230000', 'DTEND;TZID=tzone://Microsoft/Utc:20261224T230000'], ['12-24']], // prettier-ignore
    ['from a date to a time', ['DTSTART;VALUE=DATE:20261225', 'DTEND:20261226T235959'], ['12-25/12-26']],
    ['with dashes and colons', ['DTSTART:2026-12-25T00:00:00', 'DTEND:2026-12-26T00:00:00'], ['12-25']],
    ['marked by Outlook, in a zone that the file does not name', ['DTSTART:20261224T150000Z', 'DTEND:20261225T150000Z', 'X-MICROSOFT-CDO-ALLDAYEVENT:TRUE'], ['12-25']], // prettier-ignore
    ['marked, a few hours off, for two days', ['DTSTART:20261225T050000Z', 'DTEND:20261227T050000Z', 'X-MICROSOFT-CDO-ALLDAYEVENT:TRUE'], ['12-25/12-26']],
  ])('go %s', (_, lines, days) => {
    expect(one(lines)).toEqual(days);
  });

  it.each([
    ['an evening', ['DTSTART:20261225T180000', 'DTEND:20261225T235959']],
    ['a morning', ['DTSTART:20261225T000000', 'DTEND:20261225T120000']],
    ['24 hours from noon to noon', ['DTSTART:20261225T120000Z', 'DTEND:20261226T120000Z']],
    ['midnight of another zone', ['DTSTART:20261224T150000Z', 'DTEND:20261225T150000Z']],
    ['23 hours of a usual day', ['DTSTART;TZID=Europe/Berlin:20261225T000000', 'DURATION:PT23H']],
    ['up to 23:30', ['DTSTART:20261225T000000', 'DTEND:20261225T233000']],
  ])('are not %s', (_, lines) => {
    expect(one(lines)).toEqual([]);
  });

  it('are those of the calendar’s zone, else of the learner', () => {
    const tokyo = ['DTSTART:20261224T150000Z', 'DTEND:20261225T150000Z'];
    expect(one(tokyo, { head: ['X-WR-TIMEZONE:Asia/Tokyo'] })).toEqual(['12-25']);
    expect(one(tokyo, { learner: 'Asia/Tokyo' })).toEqual(['12-25']);
    expect(one(tokyo, { head: ['X-WR-TIMEZONE:Europe/Berlin'], learner: 'Asia/Tokyo' })).toEqual([]);
    expect(one(['DTSTART:20261225T050000Z', 'DTEND:20261226T050000Z'], { head: ['X-WR-TIMEZONE:Eastern Standard Time'] })).toEqual(['12-25']);
  });

  it('begin when the day does where the clock skips midnight', () => {
    // On 6 September 2026 the clock of Santiago goes from 24:00 to 1:00.
    expect(one(['DTSTART:20260906T040000Z', 'DTEND:20260907T030000Z'], { learner: 'America/Santiago' })).toEqual(['09-06']);
  });
});

describe('a series', () => {
  const berlin = (value: string) => `;TZID=Europe/Berlin:${value}`;
  const fridays = [`DTSTART${berlin('20261204T000000')}`, `DTEND${berlin('20261205T000000')}`];

  it.each([
    ['an instant in UTC', 'EXDATE:20261210T230000Z'],
    ['a time in another zone', 'EXDATE;TZID=Asia/Tokyo:20261211T080000'],
    ['a time in its zone', `EXDATE${berlin('20261211T000000')}`],
    ['a date', 'EXDATE;VALUE=DATE:20261211'],
    ['a list', 'EXDATE:20261210T230000Z,20261231T230000Z,'],
  ])('leaves out %s', (_, line) => {
    expect(one([...fridays, 'RRULE:FREQ=WEEKLY;COUNT=3', line])).toEqual(['12-04', '12-18']);
  });

  it('of dates leaves out what is written as midnight in UTC, or in the zone of the learner', () => {
    const dates = ['DTSTART;VALUE=DATE:20261207', 'RRULE:FREQ=DAILY;COUNT=3'];
    expect(one([...dates, 'EXDATE:20261208T000000Z'], { learner: 'America/New_York' })).toEqual(['12-07', '12-09']);
    expect(one([...dates, 'EXDATE:20261208T050000Z'], { learner: 'America/New_York' })).toEqual(['12-07', '12-09']);
    expect(one([...dates, 'EXDATE:20261207T230000Z'], { learner: 'Europe/Berlin' })).toEqual(['12-07', '12-09']);
  });

  it.each([
    ['its last midnight in UTC', 'UNTIL=20261217T230000Z', ['12-04', '12-11', '12-18']],
    ['a second before that', 'UNTIL=20261217T225959Z', ['12-04', '12-11']],
    ['its last day', 'UNTIL=20261218', ['12-04', '12-11', '12-18']],
    ['the end of its last day', 'UNTIL=20261218T225959Z', ['12-04', '12-11', '12-18']],
    ['a time of its zone', 'UNTIL=20261218T000000', ['12-04', '12-11', '12-18']],
  ])('goes on until %s', (_, until, days) => {
    expect(one([...fridays, `RRULE:FREQ=WEEKLY;${until}`])).toEqual(days);
  });

  it('of dates ends by the zone of the calendar, else of the learner', () => {
    const dates = ['DTSTART;VALUE=DATE:20261207', 'RRULE:FREQ=DAILY;UNTIL=20261209T150000Z'];
    expect(one(dates, { learner: 'Asia/Tokyo' })).toEqual(['12-07/12-10']);
    expect(one(dates, { learner: 'Europe/Berlin' })).toEqual(['12-07/12-09']);
    expect(one(dates, { learner: 'Europe/Berlin', head: ['X-WR-TIMEZONE:Asia/Tokyo'] })).toEqual(['12-07/12-10']);
  });

  it('that is written in UTC keeps its days when the clock changes', () => {
    const utc = ['DTSTART:20260930T220000Z', 'DTEND:20261001T220000Z'];
    expect(one([...utc, 'RRULE:FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3'])).toEqual(['10-01', '11-01', '12-01']);
    expect(one([...utc, 'RRULE:FREQ=WEEKLY;BYDAY=WE;UNTIL=20261104T230000Z'])).toHaveLength(6);
    expect(one([...utc, 'RRULE:FREQ=WEEKLY;COUNT=3', 'EXDATE:20261007T220000Z'])).toEqual(['10-01', '10-15']);
  });

  it.each([
    ['an instant in UTC', 'RECURRENCE-ID:20261210T230000Z'],
    ['a time in its zone', `RECURRENCE-ID${berlin('20261211T000000')}`],
    ['a date', 'RECURRENCE-ID;VALUE=DATE:20261211'],
  ])('gives way to an occurrence that was moved, named by %s', (_, line) => {
    const moved = [line, `DTSTART${berlin('20261214T000000')}`, `DTEND${berlin('20261216T000000')}`];
    expect(daysOf({ events: [moved, [...fridays, 'RRULE:FREQ=WEEKLY;COUNT=3']] })).toEqual(['12-04', '12-14/12-15', '12-18']);
  });

  it('has more dates by its list, and fewer by a rule of exceptions', () => {
    expect(one([...fridays, 'RDATE:20261214T230000Z', `RDATE;VALUE=PERIOD${berlin('20261221T000000/P1D')}`])).toEqual(['12-04', '12-15', '12-21']);
    expect(one([...fridays, 'RRULE:FREQ=WEEKLY;COUNT=4', 'EXRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=2'])).toEqual(['12-11', '12-25']);
  });
});

describe('a zone', () => {
  const untilUtc = (zone: string, until: string) => [`DTSTART;TZID=${zone}:20261204T000000`, `RRULE:FREQ=WEEKLY;UNTIL=${until}`];
  const offset = (from: string, to: string) => ['BEGIN:STANDARD', 'DTSTART:16010101T000000', `TZOFFSETFROM:${from}`, `TZOFFSETTO:${to}`, 'END:STANDARD'];

  it.each([
    ['by IANA', 'Asia/Tokyo', '20261210T150000Z'],
    ['by IANA in other letters', 'asia/tokyo', '20261210T150000Z'],
    ['by Windows', 'Tokyo Standard Time', '20261210T150000Z'],
    ['by Windows, in quotes', '"W. Europe Standard Time"', '20261210T230000Z'],
    ['in summer', 'Pacific Daylight Time', '20261211T080000Z'],
    ['by a path', '/freeassociation.sourceforge.net/Tzfile/Asia/Tokyo', '20261210T150000Z'],
    ['by its cities', '"(UTC+09:00) Osaka, Sapporo, Tokyo"', '20261210T150000Z'],
    ['by its cities and a colon', '"(UTC+01:00) Amsterdam; Berlin"', '20261210T230000Z'],
    ['by an American name', '"(UTC-08:00) Pacific Time (US & Canada)"', '20261211T080000Z'],
    ['by an offset', 'GMT+0530', '20261210T183000Z'],
    ['by an offset west of Greenwich', 'UTC-11', '20261211T110000Z'],
  ])('is known %s', (_, zone, until) => {
    expect(one(untilUtc(zone, until))).toEqual(['12-04', '12-11']);
    // An hour earlier, the last day has not begun there.
    const earlier = new Date(Date.parse(until.replace(/(....)(..)(..)T(..)(..)(..)Z/, '$1-$2-$3T$4:$5:$6Z')) - 3_600_000).toISOString();
    expect(one(untilUtc(zone, earlier.replaceAll(/[-:]|\.000/g, '')))).toEqual(['12-04']);
  });

  it('is known by the file where nobody else knows it', () => {
    const head = ['BEGIN:VTIMEZONE', 'TZID:Customized Time Zone', ...offset('+0900', '+0900'), 'END:VTIMEZONE'];
    expect(one(untilUtc('Customized Time Zone', '20261210T150000Z'), { head })).toEqual(['12-04', '12-11']);
    expect(one(untilUtc('Customized Time Zone', '20261210T145959Z'), { head })).toEqual(['12-04']);
    const named = ['BEGIN:VTIMEZONE', 'TZID:Ours', 'X-LIC-LOCATION:Asia/Tokyo', ...offset('+0000', '+0000'), 'END:VTIMEZONE'];
    expect(one(untilUtc('Ours', '20261210T150000Z'), { head: named })).toEqual(['12-04', '12-11']);
  });

  it('that the file defines in a way that would take hours is not used', () => {
    const rule = 'RRULE:FREQ=SECONDLY';
    const head = ['BEGIN:VTIMEZONE', 'TZID:Bomb', ...offset('+0900', '+0900').toSpliced(2, 0, rule), 'END:VTIMEZONE'];
    expect(one(untilUtc('Bomb', '20261210T230000Z'), { head })).toEqual(['12-04', '12-11']);
  });

  it('that nobody knows is taken for the one of the learner', () => {
    expect(one(untilUtc('Middle-earth', '20261210T150000Z'), { learner: 'Asia/Tokyo' })).toEqual(['12-04', '12-11']);
  });
});
