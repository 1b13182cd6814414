import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { QueryClient } from '@tanstack/react-query';
import { enrollmentChanged, enrollmentKey, hearOtherTabs } from './enrollment-changes';

const KEYS = [
  [...enrollmentKey('mine'), 'readiness'],
  [...enrollmentKey('mine'), 'plan'],
  [...enrollmentKey('other'), 'readiness'],
  ['learners', ''],
];

describe('a change of an enrollment', () => {
  const queries = new QueryClient();
  const read = () => KEYS.forEach((key) => queries.setQueryData(key, 'read'));
  const stale = () => KEYS.map((key) => queries.getQueryState(key)?.isInvalidated);
  let [close, otherTab]: [() => void, BroadcastChannel] = [() => undefined, undefined as never];

  beforeEach(() => {
    jest.useFakeTimers();
    read();
    close = hearOtherTabs(queries);
    otherTab = new BroadcastChannel('daymark-enrollments');
  });
  afterEach(() => {
    close();
    otherTab.close();
    queries.clear();
    jest.useRealTimers();
  });
  const heard = (line: BroadcastChannel) => new Promise((resolve) => line.addEventListener('message', ({ data }) => resolve(data), { once: true }));

  it('makes all of it stale, and of no other; and once more what shows readiness, when that has followed', () => {
    void enrollmentChanged(queries, 'mine');
    expect(stale()).toEqual([true, true, false, true]);
    read();
    jest.advanceTimersByTime(2_000);
    expect(stale()).toEqual([true, false, false, true]);
    read();
    jest.advanceTimersByTime(6_000);
    expect(stale()).toEqual([true, false, false, true]);
  });

  it('is told to the other tabs, and heard from them', async () => {
    const told = heard(otherTab);
    void enrollmentChanged(queries, 'mine');
    expect(await told).toBe('mine');
    read();
    otherTab.postMessage('other');
    while (!stale().includes(true)) await jest.advanceTimersByTimeAsync(1);
    expect(stale()).toEqual([false, false, true, true]);
  });
});
