import type { AccountRole } from './permission.contract.js';

/** Who is asking: made from the access token, never from the request's body. Their time zone is read with what it decides. */
export interface Person {
  id: string;
  roles: readonly AccountRole[];
}
