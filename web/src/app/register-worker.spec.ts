import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { whenIdle } from './register-worker';

describe('waiting until the first page is complete', () => {
  let queries: QueryClient;
  let render = () => {};
  let acts = 0;
  let stop = () => {};
  const router = {
    subscribe: (_event: 'onRendered', listener: () => void) => {
      render = listener;
      return () => (render = () => {});
    },
  };
  /** A query function that resolves after `ms`. */
  const answerAfter = (ms: number) => () => new Promise<string>((resolve) => setTimeout(() => resolve('answer'), ms));

  beforeEach(() => {
    jest.useFakeTimers();
    queries = new QueryClient();
    acts = 0;
    stop = whenIdle(router, queries, () => (acts += 1));
  });
  afterEach(() => {
    stop();
    queries.clear();
    jest.useRealTimers();
  });

  it('starts when the page is rendered and ends after half a second without a request', async () => {
    await jest.advanceTimersByTimeAsync(5_000);
    expect(acts).toBe(0);
    render();
    await jest.advanceTimersByTimeAsync(499);
    expect(acts).toBe(0);
    await jest.advanceTimersByTimeAsync(1);
    expect(acts).toBe(1);
  });

  it('continues while a request is pending, however long it takes', async () => {
    render();
    void queries.fetchQuery({ queryKey: ['slow'], queryFn: answerAfter(3_000) });
    await jest.advanceTimersByTimeAsync(3_400);
    expect(acts).toBe(0);
    await jest.advanceTimersByTimeAsync(200);
    expect(acts).toBe(1);
  });

  it('ends even if a query polls every second, and calls back only once', async () => {
    const forget = new QueryObserver(queries, { queryKey: ['polled'], queryFn: answerAfter(200), refetchInterval: 1_000 }).subscribe(() => undefined);
    render();
    await jest.advanceTimersByTimeAsync(2_000);
    render();
    await jest.advanceTimersByTimeAsync(10_000);
    forget();
    expect(acts).toBe(1);
  });

  it('does not call back after it was canceled', async () => {
    render();
    stop();
    render();
    await queries.fetchQuery({ queryKey: ['fast'], queryFn: () => 'answer' });
    await jest.advanceTimersByTimeAsync(5_000);
    expect(acts).toBe(0);
  });
});
