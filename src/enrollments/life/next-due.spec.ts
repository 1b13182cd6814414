import { maySwitch } from '../enrollment-life.js';
import { nextDueAt, nextTurn, type Turning } from './next-due.js';

const turning = (more: Partial<Turning>): Turning => ({
  ...{ state: 'active', untilOn: null, certificateUntil: null, timeZone: 'Europe/Berlin', dayStartMinutes: 240 },
  ...more,
});

describe('what turns over by itself', () => {
  it('is a pause on the day that was said, and a certificate on the day after its last', () => {
    const paused = turning({ state: 'paused', untilOn: '2026-03-30' });
    expect(nextTurn(paused)).toEqual({ to: 'active', on: '2026-03-30' });
    expect(nextDueAt(paused)?.toString()).toBe('2026-03-30T02:00:00Z');
    const passed = turning({ state: 'passed', certificateUntil: '2028-02-28' });
    expect(nextTurn(passed)).toEqual({ to: 'expired', on: '2028-02-29' });
    expect(nextDueAt(passed)?.toString()).toBe('2028-02-29T03:00:00Z');
  });

  it('is nothing else, and only steps that there are', () => {
    for (const state of ['requested', 'active', 'exam-taken', 'failed', 'expired', 'withdrawn'] as const)
      expect(nextDueAt(turning({ state, untilOn: '2026-03-30', certificateUntil: '2028-02-28' }))).toBeNull();
    expect(nextDueAt(turning({ state: 'paused' }))).toBeNull();
    expect(maySwitch('paused', 'active') && maySwitch('passed', 'expired')).toBe(true);
  });
});
