import type { SessionClaims } from './access-tokens.js';
import type { Person } from './person.js';

/** `recent`: as it was at most five seconds ago. `fresh`: as it is now. */
export type Freshness = 'recent' | 'fresh';

/**
 * Knows whether a session still holds, and what its account may do; accounts are not the platform's, so the feature that keeps them
 * provides it. A token is believed only for which session it belongs to.
 */
export abstract class ActiveSessions {
  /** The account of the session with the account roles it has; undefined when the session has ended or its account is gone. */
  abstract personOf(claims: SessionClaims, freshness: Freshness): Promise<Person | undefined>;
}
