import type { EntityManager } from 'typeorm';

/** What the audit trail says of an account besides its id. */
export interface AuditedPerson {
  name: string;
  email: string;
}

/** Looks up the people of an entry. The platform has no accounts, so the feature `users` provides this. */
export abstract class AuditedPeople {
  /**
   * Those of the accounts that exist, by id. It locks them (`for key share`) until the transaction ends, so that nobody who is deleted
   * meanwhile is written down by name.
   */
  abstract find(tx: EntityManager, ids: readonly string[]): Promise<ReadonlyMap<string, AuditedPerson>>;
}
