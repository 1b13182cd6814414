import { UTC, wallFromMidnight, ZoneFinder } from './zones.js';
import { WINDOWS_ZONES } from './windows-zones.data.js';

const at = (text: string) => Date.parse(text);

describe('time zones of calendars', () => {
  it('have a zone that Node knows for each Windows name', () => {
    const finder = new ZoneFinder();
    for (const [windows, iana] of Object.entries(WINDOWS_ZONES)) expect(finder.find(windows)?.name).toBe(iana);
  });

  it('give the clock on the wall, and the instant that it shows', () => {
    const berlin = new ZoneFinder().find('Europe/Berlin')!;
    expect(berlin.wallAt(at('2026-12-24T23:00:00Z'))).toBe(at('2026-12-25T00:00:00Z'));
    expect(berlin.instantOf(at('2026-07-01T00:00:00Z'))).toBe(at('2026-06-30T22:00:00Z'));
    expect(wallFromMidnight(new ZoneFinder().find('America/Santiago')!, at('2026-09-06T04:00:00Z'))).toBe(at('2026-09-06T00:00:00Z'));
  });

  it('follow the rules of the file, both ways, over the change of the clock', () => {
    const lines = [
      ...['BEGIN:DAYLIGHT', 'DTSTART:20070311T020000', 'TZOFFSETFROM:-0500', 'TZOFFSETTO:-0400', 'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU', 'END:DAYLIGHT'],
      ...['BEGIN:STANDARD', 'DTSTART:20071104T020000', 'TZOFFSETFROM:-0400', 'TZOFFSETTO:-0500', 'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU', 'END:STANDARD'],
    ];
    const own = new ZoneFinder(new Map([['Our time', lines]])).find('Our time')!;
    const newYork = new ZoneFinder().find('America/New_York')!;
    for (const instant of [
      '2026-01-15T12:00:00Z',
      '2026-03-08T06:59:00Z',
      '2026-03-08T07:00:00Z',
      '2026-07-01T04:00:00Z',
      '2026-11-01T06:30:00Z',
      '2026-12-25T05:00:00Z',
    ]) {
      expect([instant, own.wallAt(at(instant))]).toEqual([instant, newYork.wallAt(at(instant))]);
      // The library takes the second of the two where the clock shows a time twice.
      if (!instant.startsWith('2026-11-01')) expect(own.instantOf(own.wallAt(at(instant)))).toBe(at(instant));
    }
  });

  it('are UTC by any of its names, and nothing for a name that nobody knows', () => {
    for (const name of ['UTC', 'Etc/UTC', 'GMT', 'Z']) expect(new ZoneFinder().find(name)).toBe(UTC);
    for (const name of ['', 'Middle-earth', 'UTC+99', '+', '/////', '(UTC) ']) expect(new ZoneFinder().find(name)).toBeNull();
  });
});
