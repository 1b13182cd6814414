import type { EntityManager } from 'typeorm';

/** Knows what people are called, for the audit trail. The platform has no accounts, so the feature `users` provides this. */
export abstract class NamedPeople {
  /** Null for nobody, and for an account that is gone. */
  abstract find(tx: EntityManager, id: string | null): Promise<{ id: string; name: string } | null>;
}
