import type { Person } from './person.js';

/** How every personal access token begins, so that one that leaks into a repository can be found by it. */
export const PERSONAL_TOKEN_PREFIX = 'daymark_pat_';

/** Knows whose a personal access token is; accounts are not the platform's, so the feature that keeps them provides it. */
export abstract class PersonalTokens {
  /** The owner, with what the token allows. Undefined if the token is unknown, revoked or expired. */
  abstract personOf(token: string): Promise<Person | undefined>;
}

/** The personal access token of a request, which may be invalid. Undefined if there is none. */
export function personalTokenOf({ headers }: { headers: { authorization?: string | undefined } }): string | undefined {
  const token = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1];
  return token?.startsWith(PERSONAL_TOKEN_PREFIX) ? token : undefined;
}
