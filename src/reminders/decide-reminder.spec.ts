import { Temporal } from 'temporal-polyfill';
import { decideReminder, lookFrom, type EnrollmentDay } from './decide-reminder.js';

const day = (more: Partial<EnrollmentDay> = {}): EnrollmentDay => ({
  enrollmentId: 'e',
  level: 'Foundation',
  examOn: '2026-04-01',
  studied: false,
  off: null,
  items: [{ title: 'Model packaging', minutes: 60, done: false }],
  ...more,
});
const at = (time: string, date = time.slice(0, 10)) => ({ at: Temporal.Instant.from(time), date });
const six = at('2026-03-02T18:00:00Z');
const outcome = (days: EnrollmentDay[], now = six) => decideReminder(six, now, days).outcome;

describe('a reminder', () => {
  it('is written on a planned day with nothing logged', () => {
    expect(decideReminder(six, six, [day()])).toMatchObject({ outcome: 'sent', detail: '60 min in 1 of 1 planned', open: [{ level: 'Foundation' }] });
  });

  it('is not written where nothing is planned, or nobody is enrolled', () => {
    expect(outcome([day({ items: [] })])).toBe('nothing-planned');
    expect(outcome([])).toBe('nothing-planned');
  });

  it('is not written on a day off, and says of which kind it is', () => {
    expect(decideReminder(six, six, [day({ off: 'break' })])).toMatchObject({ outcome: 'day-off', detail: 'a break' });
    expect(decideReminder(six, six, [day({ off: 'rest-day', items: [] }), day({ off: 'exception' })])).toMatchObject({ detail: 'a date set free, a rest day' });
    expect(decideReminder(six, six, [day({ off: 'break' }), day({ level: 'Professional' })])).toMatchObject({
      outcome: 'sent',
      open: [{ level: 'Professional' }],
    });
  });

  it('is not written where something was logged, or the planned was done before', () => {
    expect(outcome([day({ studied: true })])).toBe('already-studied');
    expect(outcome([day({ items: [{ title: 'Model packaging', minutes: 60, done: true }] })])).toBe('already-studied');
  });

  it('names only the enrollments that nothing was done for', () => {
    const decision = decideReminder(six, six, [day({ studied: true }), day({ level: 'Professional' }), day({ level: 'Advanced', items: [] })]);
    expect(decision.open.map(({ level }) => level)).toEqual(['Professional']);
    expect(decision.detail).toBe('60 min in 1 of 2 planned');
  });

  it('comes up to six hours late, and not when its date is over', () => {
    expect(outcome([day()], at('2026-03-02T23:59:00Z'))).toBe('sent');
    expect(decideReminder(at('2026-03-02T10:00:00Z'), at('2026-03-02T17:30:00Z'), [day()])).toMatchObject({ outcome: 'too-late', detail: '7 h 30 min late' });
    expect(outcome([day()], at('2026-03-03T00:30:00Z'))).toBe('too-late');
  });
});

describe('the next due time', () => {
  const now = Temporal.Instant.from('2026-03-09T18:00:00Z');

  it('is looked for after the one that was decided', () => {
    expect(lookFrom(now.subtract({ hours: 1 }), now).toString()).toBe('2026-03-09T17:00:00Z');
  });

  it('skips the days a worker was away, but not one that can still be met', () => {
    expect(lookFrom(now.subtract({ hours: 100 }), now).toString()).toBe('2026-03-09T12:00:00Z');
  });
});
