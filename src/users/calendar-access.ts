import type { EntityManager } from 'typeorm';

/** The calendar link of a person. This feature has no plans, so the feature `plans` provides it. */
export abstract class CalendarAccess {
  /** Ends the link, in the transaction of its cause. A new one has another address. */
  abstract revoke(tx: EntityManager, accountId: string): Promise<void>;
}
