import { config } from 'zod';
import { nextTask } from './next-task';

/**
 * Stops Zod from testing whether it may compile code. The content security policy forbids that. The browser would report the attempt with its
 * position in the source, and read the whole script a second time to find it. Import this before any schema, because schemas test on creation.
 */
config({ jitless: true });

// The schemas and everything else are evaluated in the next task, as in react-first.ts.
await nextTask();
