import { z } from 'zod';

/** One thing that is wrong with a curriculum, and where: `levels.0.skills.2.slug`; an empty path means the file as a whole. */
export const Fault = z.object({ path: z.string(), message: z.string() }).meta({ id: 'CurriculumFault' });
export type Fault = z.output<typeof Fault>;
