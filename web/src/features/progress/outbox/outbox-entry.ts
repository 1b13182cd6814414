/** Study that waits on this device to be sent, and what becomes of it. */
import type { Sent } from '@server/platform/http/endpoint.contract';
import { notSignedIn, tooManyRequests } from '@server/platform/http/problems.contract';
import type { logStudy } from '@server/progress/progress.contract';
import { isRefusal, NoAnswer, Refusal, retryAfterMs } from '../../../api/refusal';

export type Study = Sent<typeof logStudy>['body'];

export interface KeptStudy {
  /** A UUIDv7 made when it was logged: the server counts it once however often it is sent, and it sorts by time. */
  attempt: string;
  accountId: string;
  enrollmentId: string;
  study: Study;
  /** What it is, in words, for the list of what waits. */
  title: string;
  /** Why the server does not take it; null while it was not refused. */
  refusal: string | null;
}

/** In the order in which it was logged. */
export const inOrder = (entries: readonly KeptStudy[]): KeptStudy[] => [...entries].sort((a, b) => (a.attempt < b.attempt ? -1 : 1));

/** Whether study that could not be sent is kept: nobody answered, or the server cannot answer now. A refusal with a reason is told instead. */
export const mayPass = (error: unknown): boolean =>
  error instanceof NoAnswer || isRefusal(error, tooManyRequests) || isRefusal(error, notSignedIn) || (error instanceof Refusal && error.problem.status >= 500);

export type Fate = 'sent' | 'refused' | 'waits';

/** While something waits it is tried this often, besides at once when the network comes back. */
export const RETRY_MS = 15_000;

/** When to try again after a failure: when the server says, and never sooner than usual. */
export const waitAfter = (error: unknown): number => Math.max(RETRY_MS, retryAfterMs(error));

/**
 * Sends what waits, one after the other, in order. The first that nobody answers ends the round, so that nothing overtakes it; one that is
 * refused stays with the reason and lets the others pass.
 *
 * @param send resolves once the server has it
 * @param settle is told what became of each, before the next is sent
 * @returns undefined once everything that may be sent was, else the failure that ended the round
 */
export async function sendInOrder(
  entries: readonly KeptStudy[],
  send: (entry: KeptStudy) => Promise<unknown>,
  settle: (entry: KeptStudy, fate: Exclude<Fate, 'waits'>) => Promise<void>,
): Promise<{ cause: unknown } | undefined> {
  for (const entry of inOrder(entries).filter(({ refusal }) => refusal === null)) {
    try {
      await send(entry);
    } catch (cause) {
      if (mayPass(cause) || !(cause instanceof Refusal)) return { cause };
      await settle({ ...entry, refusal: cause.message }, 'refused');
      continue;
    }
    await settle(entry, 'sent');
  }
  return undefined;
}
