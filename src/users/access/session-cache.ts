import type { SessionClaims } from '../../platform/auth/access-tokens.js';
import type { Freshness } from '../../platform/auth/active-sessions.js';
import type { Person } from '../../platform/auth/person.js';

/** How long an answer may be reused. */
export const MAX_AGE_MS = 5_000;
/** How long an account is not cached after a change: longer than the transaction of the change takes. */
export const UNCACHED_MS = 10_000;
/** More sessions than one process serves in five seconds. */
const MAX_SESSIONS = 20_000;

interface Entry {
  accountId: string;
  readAt: number;
  /** Kept while it is still being read, so that the requests of one page read once. */
  person: Promise<Person | undefined>;
}

/** Keeps for a few seconds who a session belongs to. A clock that is set back makes entries invalid, not longer-lived. */
export class SessionCache {
  private readonly entries = new Map<string, Entry>();
  private readonly uncachedUntil = new Map<string, number>();

  /** @param nowMs milliseconds since 1970 */
  constructor(private readonly nowMs: () => number) {}

  get({ sid, sub }: SessionClaims, freshness: Freshness, read: () => Promise<Person | undefined>): Promise<Person | undefined> {
    const now = this.nowMs();
    if (this.isUncached(sub, now)) return read();
    const entry = this.entries.get(sid);
    const age = entry ? now - entry.readAt : -1;
    if (entry && freshness === 'recent' && age >= 0 && age < MAX_AGE_MS && entry.accountId === sub) return entry.person;
    return this.keep(sid, { accountId: sub, readAt: now, person: read() });
  }

  /** May be called before the commit. Until the change is surely committed, the account is read each time. */
  forget(accountId: string): void {
    if (this.uncachedUntil.size >= MAX_SESSIONS) this.uncachedUntil.clear();
    this.uncachedUntil.set(accountId, this.nowMs() + UNCACHED_MS);
    for (const [sid, entry] of this.entries) if (entry.accountId === accountId) this.entries.delete(sid);
  }

  private keep(sid: string, entry: Entry): Promise<Person | undefined> {
    if (this.entries.size >= MAX_SESSIONS) this.entries.clear();
    this.entries.set(sid, entry);
    // What could not be read is not an answer.
    entry.person.catch(() => {
      if (this.entries.get(sid) === entry) this.entries.delete(sid);
    });
    return entry.person;
  }

  private isUncached(accountId: string, now: number): boolean {
    const until = this.uncachedUntil.get(accountId);
    if (until === undefined) return false;
    if (now < until) return true;
    this.uncachedUntil.delete(accountId);
    return false;
  }
}
