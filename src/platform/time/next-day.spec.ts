import { Temporal } from 'temporal-polyfill';
import { nextDay } from './next-day.js';

const after = (now: string, timeZone: string) => nextDay(Temporal.Instant.from(now), timeZone).toString();

describe('the next day', () => {
  it('begins at midnight where the person is', () => {
    expect(after('2026-03-02T09:00:00Z', 'UTC')).toBe('2026-03-03T00:00:00Z');
    expect(after('2026-03-02T20:00:00Z', 'Asia/Kolkata')).toBe('2026-03-03T18:30:00Z');
    expect(after('2026-03-02T02:00:00Z', 'America/New_York')).toBe('2026-03-02T05:00:00Z');
  });

  it('begins an hour later in the clock where summer time skips midnight', () => {
    expect(after('2026-09-05T15:00:00Z', 'America/Santiago')).toBe('2026-09-06T04:00:00Z');
  });

  it('comes from midnight itself a whole day later', () => {
    expect(after('2026-03-02T00:00:00Z', 'UTC')).toBe('2026-03-03T00:00:00Z');
  });
});
