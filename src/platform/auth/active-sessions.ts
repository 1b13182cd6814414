import type { SessionClaims } from './access-tokens.js';
import type { Person } from './person.js';

/** `recent`: as it was at most five seconds ago. `fresh`: as it is now. */
export type Freshness = 'recent' | 'fresh';

/**
 * Says whether a session is still active and what its account may do. The platform has no accounts, so the feature `users` provides this. A
 * token only says which session it belongs to.
 */
export abstract class ActiveSessions {
  /** The account of the session with the account roles it has; undefined when the session has ended or its account is gone. */
  abstract personOf(claims: SessionClaims, freshness: Freshness): Promise<Person | undefined>;
}
