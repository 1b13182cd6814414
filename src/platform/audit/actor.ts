import type { Person } from '../auth/person.js';

/**
 * Who acts: a person as the request has them, with their network address. On a public route this is someone who is not signed in, whose
 * address is kept under the subject's id. `command-line`: the operator of this Daymark. `daymark`: Daymark on its own.
 */
export type Actor = Pick<Person, 'id' | 'address'> | 'command-line' | 'daymark';

export interface KnownActor {
  kind: 'person' | 'visitor' | 'command-line' | 'daymark';
  id: string | null;
  address?: string | undefined;
}

export function actorOf(by: Actor): KnownActor {
  if (typeof by === 'string') return { kind: by, id: null };
  return by.id === '' ? { kind: 'visitor', id: null, address: by.address } : { kind: 'person', id: by.id, address: by.address };
}
