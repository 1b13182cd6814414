import type { ProblemBody } from '@server/platform/http/problem.contract';
import { datesInWords } from '../ui/format';

/** A refusal as the server explained it; the message is for people, so its dates are in words, here for every page. */
export class Refusal extends Error {
  /** @param retryAfterSeconds what the header Retry-After said; 0 where it said nothing */
  constructor(
    readonly problem: ProblemBody,
    readonly retryAfterSeconds = 0,
  ) {
    super(datesInWords(problem.detail ?? problem.title));
  }

  /** The stable end of the problem's type: `email-taken`. */
  get slug(): string {
    return this.problem.type.split('/').at(-1) ?? '';
  }

  /** The errors of a form's fields by their path in the body, as `form.setErrors` takes them. */
  get faults(): Record<string, string> {
    return Object.fromEntries((this.problem.errors ?? []).map(({ path, message }) => [path.replace(/^body\./, ''), datesInWords(message)]));
  }
}

/** Nobody answered, or nothing that could be understood. */
export class NoAnswer extends Error {
  constructor(
    options?: ErrorOptions,
    readonly retryAfterSeconds = 0,
  ) {
    super('The server did not answer. What you logged is safe. Try again.', options);
  }
}

/** How long the server asked us to wait; 0 where it did not. */
export const retryAfterMs = (error: unknown): number => (error instanceof Refusal || error instanceof NoAnswer ? error.retryAfterSeconds * 1_000 : 0);

/** The header Retry-After in seconds, from now: a number or a date (RFC 9110, 10.2.3). 0 for none and for what is neither. At most a day. */
export function readRetryAfter(header: string | null, now = Date.now()): number {
  const text = header?.trim() ?? '';
  const seconds = /^\d+$/.test(text) ? Number(text) : (Date.parse(text) - now) / 1_000;
  return Number.isFinite(seconds) ? Math.min(86_400, Math.max(0, Math.ceil(seconds))) : 0;
}

/** What to say where a write failed: nobody answered means that nothing was kept. */
export const notSaved = (error: Error): string =>
  error instanceof NoAnswer ? 'Not saved: the server did not answer. Try again once you are back online.' : error.message;

/** The errors of a form's fields; empty if the error is about something else. */
export const fieldFaults = (error: unknown): Record<string, string> => (error instanceof Refusal ? error.faults : {});

/** Whether form fields show the error, so that no other message is needed. */
export const isOfFields = (error: unknown): boolean => Object.keys(fieldFaults(error)).length > 0;

/** Whether this refusal is of that kind: `isRefusal(error, emailTaken)`. */
export const isRefusal = (error: unknown, kind: { readonly slug: string }): error is Refusal => error instanceof Refusal && error.slug === kind.slug;
