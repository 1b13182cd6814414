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
  /** Asks the server, which answers after `ms`. */
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

  it('begins when the page is drawn and ends after half a second without a question', async () => {
    await jest.advanceTimersByTimeAsync(5_000);
    expect(acts).toBe(0);
    render();
    await jest.advanceTimersByTimeAsync(499);
    expect(acts).toBe(0);
    await jest.advanceTimersByTimeAsync(1);
    expect(acts).toBe(1);
  });

  it('goes on while an answer is missing, however long that takes', async () => {
    render();
    void queries.fetchQuery({ queryKey: ['slow'], queryFn: answerAfter(3_000) });
    await jest.advanceTimersByTimeAsync(3_400);
    expect(acts).toBe(0);
    await jest.advanceTimersByTimeAsync(200);
    expect(acts).toBe(1);
  });

  it('ends although a query asks every second, and happens once', async () => {
    const forget = new QueryObserver(queries, { queryKey: ['polled'], queryFn: answerAfter(200), refetchInterval: 1_000 }).subscribe(() => undefined);
    render();
    await jest.advanceTimersByTimeAsync(2_000);
    render();
    await jest.advanceTimersByTimeAsync(10_000);
    forget();
    expect(acts).toBe(1);
  });

  it('does not happen once it is stopped', async () => {
    render();
    stop();
    render();
    await queries.fetchQuery({ queryKey: ['fast'], queryFn: () => 'answer' });
    await jest.advanceTimersByTimeAsync(5_000);
    expect(acts).toBe(0);
  });
});
