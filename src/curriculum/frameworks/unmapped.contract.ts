import { z } from 'zod';

/** Something of a framework that has no place in a curriculum, and why, in words for the person who imports it. */
export const Unmapped = z.object({ what: z.string(), why: z.string() }).meta({ id: 'Unmapped' });
export type Unmapped = z.output<typeof Unmapped>;
