import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { assertProperty } from '../../../test/support/property.js';
import { breakFault, isOver, leftOf, overlaps, settableSpan, type BreakSpan } from './availability-spans.js';

const dates = { startedOn: '2026-01-01', examOn: '2026-04-01', today: '2026-03-02' };
const holiday = (fromOn: string, toOn: string): BreakSpan => ({ kind: 'holiday', fromOn, toOn });
const illness = (fromOn: string, toOn: string): BreakSpan => ({ kind: 'illness', fromOn, toOn });

const ALL = Array.from({ length: 60 }, (_, days) => Temporal.PlainDate.from('2026-03-01').add({ days }).toString());

describe('the dates that can be set', () => {
  it('reach from today to a year after the exam; an illness begins up to two weeks back, not before the enrollment', () => {
    expect(settableSpan('exception', dates)).toEqual({ from: '2026-03-02', to: '2027-04-01' });
    expect(settableSpan('illness', dates)).toEqual({ from: '2026-02-16', to: '2027-04-01' });
    expect(settableSpan('illness', { ...dates, startedOn: '2026-02-27' }).from).toBe('2026-02-27');
    expect(settableSpan('holiday', { ...dates, examOn: '2026-01-20' }).to).toBe('2027-03-02');
  });
});

describe('a break', () => {
  it('lies ahead, or is an illness that began at most two weeks ago', () => {
    expect(breakFault(holiday('2026-03-02', '2026-03-09'), dates)).toBeNull();
    expect(breakFault(holiday('2026-03-01', '2026-03-09'), dates)).toEqual({ why: 'not-settable', from: '2026-03-02', to: '2027-04-01' });
    expect(breakFault(illness('2026-02-16', '2026-02-20'), dates)).toBeNull();
    expect(breakFault(illness('2026-02-15', '2026-02-20'), dates)).toMatchObject({ why: 'not-settable', from: '2026-02-16' });
  });

  it('is in order, and no longer than a year', () => {
    expect(breakFault(holiday('2026-03-09', '2026-03-02'), dates)).toEqual({ why: 'not-in-order' });
    expect(breakFault(holiday('2026-03-02', '2027-03-03'), dates)).toEqual({ why: 'too-long', days: 367 });
  });

  it('that began keeps its first day, and can end yesterday or later', () => {
    const stored = holiday('2026-02-20', '2026-03-10');
    expect(breakFault(holiday('2026-02-20', '2026-03-01'), dates, stored)).toBeNull();
    expect(breakFault(holiday('2026-02-20', '2026-02-28'), dates, stored)).toMatchObject({ why: 'not-settable' });
    expect(breakFault(holiday('2026-02-21', '2026-03-10'), dates, stored)).toMatchObject({ why: 'not-settable' });
  });

  it('is over when nothing of it could be set any more, and taken back as far as it is ahead', () => {
    expect(isOver(holiday('2026-02-20', '2026-03-01'), dates)).toBe(true);
    expect(isOver(illness('2026-02-10', '2026-02-20'), dates)).toBe(false);
    expect(leftOf(holiday('2026-03-05', '2026-03-10'), dates)).toBeNull();
    expect(leftOf(holiday('2026-02-20', '2026-03-10'), dates)).toEqual(holiday('2026-02-20', '2026-03-01'));
    expect(leftOf(illness('2026-02-20', '2026-03-10'), dates)).toBeNull();
  });

  it('overlaps another where they share a date, whichever is asked', () => {
    const date = fc.constantFrom(...ALL);
    const span = fc.tuple(date, date).map(([one, other]) => (one < other ? holiday(one, other) : holiday(other, one)));
    assertProperty(
      fc.property(span, span, (one, other) => {
        const shared = ALL.some((each) => [one, other].every(({ fromOn, toOn }) => fromOn <= each && each <= toOn));
        expect(overlaps(one, other)).toBe(shared);
        expect(overlaps(other, one)).toBe(shared);
      }),
    );
  });
});
