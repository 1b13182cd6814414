import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { assertProperty } from '../../test/support/property.js';
import { nextDue } from './due-time.js';

const due = (localTime: string, timeZone: string, after: string) => nextDue({ localTime, timeZone }, Temporal.Instant.from(after)).toString();

describe('the next reminder', () => {
  it.each([
    ['later today', '18:00', 'Europe/Berlin', '2026-01-10T09:00:00Z', '2026-01-10T17:00:00Z'],
    ['tomorrow when today it has passed', '18:00', 'Europe/Berlin', '2026-01-10T17:00:00Z', '2026-01-11T17:00:00Z'],
    ['of a zone half an hour off', '07:30', 'Asia/Kolkata', '2026-01-10T09:00:00Z', '2026-01-11T02:00:00Z'],
    ['after the gap when the clock skips it', '02:30', 'Europe/Berlin', '2026-03-28T12:00:00Z', '2026-03-29T01:00:00Z'],
    ['the first of two when it happens twice', '02:30', 'Europe/Berlin', '2026-10-24T12:00:00Z', '2026-10-25T00:30:00Z'],
    ['not a second time in the hour that is repeated', '02:30', 'Europe/Berlin', '2026-10-25T00:30:00Z', '2026-10-26T01:30:00Z'],
    ['across a change of the clock in New York', '20:00', 'America/New_York', '2026-03-07T12:00:00Z', '2026-03-08T01:00:00Z'],
  ])('is %s', (_, localTime, timeZone, after, expected) => {
    expect(due(localTime, timeZone, after)).toBe(expected);
  });

  it('comes once each local date, within 26 hours', () => {
    const zone = fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'America/Sao_Paulo');
    const time = fc
      .record({ hour: fc.nat(23), minute: fc.nat(59) })
      .map(({ hour, minute }) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
    const start = fc.integer({ min: 0, max: 400 * 24 }).map((hours) => Temporal.Instant.from('2026-01-01T00:00:00Z').add({ hours }));
    assertProperty(
      fc.property(zone, time, start, (timeZone, localTime, after) => {
        const first = nextDue({ localTime, timeZone }, after);
        const second = nextDue({ localTime, timeZone }, first);
        expect(after.until(first).total('hours')).toBeLessThanOrEqual(26);
        const [a, b] = [first, second].map((each) => each.toZonedDateTimeISO(timeZone).toPlainDate());
        expect(a!.until(b!).days).toBe(1);
      }),
    );
  });
});
