import { config } from 'zod';

/**
 * Tells Zod not to try whether it may compile code. The content security policy forbids it, and the browser would report the attempt with the
 * place in the source, for which it reads the whole script a second time. Loaded before all schemas, which try when they are made.
 */
config({ jitless: true });
