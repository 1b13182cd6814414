import { z } from 'zod';

/** What an account may be; a person may be several. Job roles of the curriculum are something else. */
export const AccountRole = z.enum(['learner', 'mentor', 'admin']).meta({ id: 'AccountRole' });
export type AccountRole = z.output<typeof AccountRole>;

/** What a caller must be allowed to do: an act, checked against their account roles; whose data it is, is checked in the query. */
export type Permission = 'public' | 'signed-in' | 'study' | 'read-enrollment' | 'mentor' | 'waive' | 'administer';

/** Who may do what. `public` asks for no token; every other act needs one of the account roles listed. */
export const PERMITTED: Record<Exclude<Permission, 'public'>, readonly AccountRole[]> = {
  'signed-in': ['learner', 'mentor', 'admin'],
  study: ['learner'],
  'read-enrollment': ['learner', 'mentor', 'admin'],
  mentor: ['mentor'],
  waive: ['mentor', 'admin'],
  administer: ['admin'],
};

/** Acts over others. Whether their caller may still do them is asked of the database each time, never of a cache. */
export const CHECKED_FRESH: readonly Permission[] = ['mentor', 'waive', 'administer'];

export function isPermitted(roles: readonly AccountRole[], act: Permission): boolean {
  return act === 'public' || roles.some((role) => PERMITTED[act].includes(role));
}

/** What a personal access token may be allowed, each for itself; a token without any of them opens nothing. */
export const Scope = z.enum(['read', 'log-study']).meta({ id: 'Scope' });
export type Scope = z.output<typeof Scope>;
