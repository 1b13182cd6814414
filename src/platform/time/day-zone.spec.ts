import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { assertProperty } from '../../../test/support/property.js';
import { dateAt, dayStart, nextDay, type DayZone } from './day-zone.js';

const zone = (timeZone: string, dayStartMinutes = 0): DayZone => ({ timeZone, dayStartMinutes });
const after = (now: string, in_: DayZone) => nextDay(Temporal.Instant.from(now), in_).toString();
const on = (now: string, in_: DayZone) => dateAt(Temporal.Instant.from(now), in_).toString();

describe('the date of somebody whose day begins at four', () => {
  const owl = zone('Europe/Berlin', 240);

  it('is still yesterday until then', () => {
    expect(on('2026-03-03T02:59:59Z', owl)).toBe('2026-03-02');
    expect(on('2026-03-03T03:00:00Z', owl)).toBe('2026-03-03');
    expect(after('2026-03-02T23:30:00Z', owl)).toBe('2026-03-03T03:00:00Z');
  });

  it('follows the clock of summer and winter', () => {
    expect(after('2026-03-28T12:00:00Z', owl)).toBe('2026-03-29T02:00:00Z');
    expect(after('2026-10-24T12:00:00Z', owl)).toBe('2026-10-25T03:00:00Z');
  });

  it('begins after the gap where the clock skips the time, and at the first of two', () => {
    const half = zone('Europe/Berlin', 150);
    expect(dayStart(Temporal.PlainDate.from('2026-03-29'), half).toString()).toBe('2026-03-29T01:00:00Z');
    expect(dayStart(Temporal.PlainDate.from('2026-10-25'), half).toString()).toBe('2026-10-25T00:30:00Z');
    // The clock shows 02:10 for the second time, and the day has begun already.
    expect(on('2026-10-25T01:10:00Z', half)).toBe('2026-10-25');
  });
});

describe('the next day', () => {
  it('begins at midnight where the person is', () => {
    expect(after('2026-03-02T09:00:00Z', zone('UTC'))).toBe('2026-03-03T00:00:00Z');
    expect(after('2026-03-02T20:00:00Z', zone('Asia/Kolkata'))).toBe('2026-03-03T18:30:00Z');
    expect(after('2026-03-02T02:00:00Z', zone('America/New_York'))).toBe('2026-03-02T05:00:00Z');
  });

  it('begins an hour later in the clock where summer time skips midnight', () => {
    expect(after('2026-09-05T15:00:00Z', zone('America/Santiago'))).toBe('2026-09-06T04:00:00Z');
  });

  it('comes from midnight itself a whole day later', () => {
    expect(after('2026-03-02T00:00:00Z', zone('UTC'))).toBe('2026-03-03T00:00:00Z');
  });

  it('leaves out a date that a country skipped', () => {
    expect(on('2011-12-30T09:59:59Z', zone('Pacific/Apia'))).toBe('2011-12-29');
    expect(on('2011-12-30T10:00:00Z', zone('Pacific/Apia'))).toBe('2011-12-31');
  });
});

const ZONES = ['UTC', 'Europe/Berlin', 'America/New_York', 'America/Santiago', 'America/Havana', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Pacific/Apia'];
const anyZone = fc.record({ timeZone: fc.constantFrom(...ZONES), dayStartMinutes: fc.nat(24).map((steps) => steps * 15) });
const anyTime = fc.integer({ min: 0, max: 16 * 366 * 24 * 60 }).map((minutes) => Temporal.Instant.from('2011-01-01T00:00:00Z').add({ minutes }));

describe('days, in any zone with any start', () => {
  it('follow each other: each moment lies in one, which began before it and ends after it', () => {
    assertProperty(
      fc.property(anyZone, anyTime, (where, at) => {
        const date = dateAt(at, where);
        expect(Temporal.Instant.compare(dayStart(date, where), at)).toBeLessThanOrEqual(0);
        expect(Temporal.Instant.compare(at, nextDay(at, where))).toBeLessThan(0);
      }),
    );
  });

  it('never go back as time goes on, and the next begins within 26 hours', () => {
    assertProperty(
      fc.property(anyZone, anyTime, fc.nat(50 * 60), (where, at, minutes) => {
        const later = at.add({ minutes });
        expect(Temporal.PlainDate.compare(dateAt(at, where), dateAt(later, where))).toBeLessThanOrEqual(0);
        const next = nextDay(at, where);
        expect(at.until(next).total('hours')).toBeLessThanOrEqual(26);
        expect(Temporal.PlainDate.compare(dateAt(at, where), dateAt(next, where))).toBeLessThan(0);
        expect(dateAt(next.subtract({ milliseconds: 1 }), where).equals(dateAt(at, where))).toBe(true);
      }),
    );
  });

  it('differ by two at most for somebody who moves to another zone or another start', () => {
    assertProperty(
      fc.property(anyZone, anyZone, anyTime, (from, to, at) => {
        expect(Math.abs(dateAt(at, from).until(dateAt(at, to)).days)).toBeLessThanOrEqual(2);
      }),
    );
  });
});
