import type { EntityManager } from 'typeorm';

/** The secret calendar addresses of an account. This feature has no plans, so the feature `plans` provides it. */
export abstract class CalendarAddresses {
  /** Revokes them in the given transaction: a calendar program that reads one finds nothing from then on. */
  abstract revoke(tx: EntityManager, accountId: string): Promise<void>;
}
