import { z } from 'zod';

/** A way to refuse (RFC 9457): `slug` is stable and ends the problem's `type`, the rest is for people. */
export interface ProblemKind {
  readonly slug: string;
  readonly status: 400 | 401 | 403 | 404 | 409 | 410 | 412 | 413 | 415 | 422 | 429 | 500 | 503;
  readonly title: string;
}

/** Keeps the literal slug as a type, so that a page can switch over refusals. */
export const problem = <const Kind extends ProblemKind>(kind: Kind): Kind => kind;

/** A refusal as it travels. */
export const ProblemBody = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: 'Problem' });
export type ProblemBody = z.output<typeof ProblemBody>;
