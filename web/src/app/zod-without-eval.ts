import { config } from 'zod';

/**
 * Stops Zod from testing whether it may compile code. The content security policy forbids that. The browser would report the attempt with its
 * position in the source, and read the whole script a second time to find it. Import this before any schema, because schemas test on creation.
 */
config({ jitless: true });
