import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { NoAnswer, notSaved, readRetryAfter, Refusal, retryAfterMs } from './refusal';

const problem = { type: '/problems/day-has-no-time', title: 'This day has no time for it', status: 422, requestId: 'r' };

/** A date of this year is written without it. */
beforeAll(() => void jest.useFakeTimers({ now: new Date('2026-05-04T12:00:00Z') }));
afterAll(() => void jest.useRealTimers());

describe('a refusal', () => {
  it('says the dates of the server in words, whatever page shows it', () => {
    const refusal = new Refusal({ ...problem, detail: '2026-03-06 is full.', errors: [{ path: 'date', message: 'Not before 2001-03-02' }] });
    expect(notSaved(refusal)).toMatch(/^[A-Z][a-z]+day 6 March is full\.$/);
    expect(refusal.faults).toEqual({ date: 'Not before Friday 2 March 2001' });
    expect(refusal.slug).toBe('day-has-no-time');
  });

  it('names the fields of a form by their path in the body', () => {
    const errors = [
      { path: 'body.password', message: 'Too easy to guess' },
      { path: 'body.items.0.title', message: 'A title' },
      { path: 'query.limit', message: 'At most 100' },
    ];
    expect(new Refusal({ ...problem, errors }).faults).toEqual({
      password: 'Too easy to guess',
      'items.0.title': 'A title',
      'query.limit': 'At most 100',
    });
  });

  it('is no answer where the server did not give one', () => {
    expect(notSaved(new NoAnswer())).toBe('Not saved: the server did not answer. Try again once you are back online.');
  });
});

describe('how long the server asks us to wait', () => {
  const now = Date.parse('2026-05-04T12:00:00Z');

  it.each([
    ['120', 120],
    [' 5 ', 5],
    ['Mon, 04 May 2026 12:01:30 GMT', 90],
    ['Mon, 04 May 2026 11:00:00 GMT', 0],
    ['99999999', 86_400],
    ['soon', 0],
    ['-3', 0],
    ['', 0],
    [null, 0],
  ])('is read from Retry-After %j as %i seconds', (header, seconds) => {
    expect(readRetryAfter(header, now)).toBe(seconds);
  });

  it('is known of a refusal and of no answer, and of nothing else', () => {
    expect([new Refusal(problem, 3), new NoAnswer(undefined, 2), new NoAnswer(), new Error('of our own')].map(retryAfterMs)).toEqual([3_000, 2_000, 0, 0]);
  });
});
