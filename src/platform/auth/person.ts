import type { AccountRole, Scope } from './permission.contract.js';

/** Who is asking: found by the token, never by the request's body. Their time zone is read with what it decides. */
export interface Person {
  id: string;
  roles: readonly AccountRole[];
  /** Of a person who is signed in: which of their sessions this is. */
  sessionId?: string;
  /** Of a script that acts by a personal access token: what that allows. Absent for a person who is signed in. */
  scopes?: readonly Scope[];
  /** The network address that the request came from; absent where there is no request. */
  address?: string;
}
