import type { AccountRole, Scope } from './permission.contract.js';

/** Who is asking: made from the access token, never from the request's body. Their time zone is read with what it decides. */
export interface Person {
  id: string;
  roles: readonly AccountRole[];
  /** Of a script that acts by a personal access token: what that allows. Absent for a person who is signed in. */
  scopes?: readonly Scope[];
}
