import { Worklist1800000000000 } from './1800000000000-worklist.js';

/** Every migration, oldest first. The last one's time says how new a database is: one newer than this list refuses older code. */
export const migrations = [Worklist1800000000000];
