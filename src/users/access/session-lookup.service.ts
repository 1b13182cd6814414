import { Injectable } from '@nestjs/common';
import type { SessionClaims } from '../../platform/auth/access-tokens.js';
import { ActiveSessions, type Freshness } from '../../platform/auth/active-sessions.js';
import type { AccountRole } from '../../platform/auth/permission.contract.js';
import type { Person } from '../../platform/auth/person.js';
import { Statements, type Statement } from '../../platform/database/statements.js';
import { Clock } from '../../platform/time/clock.js';
import { SessionCache } from './session-cache.js';

/** The only statement that says whether a person is signed in, and with which roles. Parameters: session, account. */
const personOfSession: Statement = {
  name: 'person-of-session',
  text: `
    select s.account_id as id, s.id as "sessionId",
      array(select role from account_role r where r.account_id = s.account_id order by array_position(array['learner', 'mentor', 'admin'], role)) as roles
    from session s join account a on a.id = s.account_id and a.deactivated_at is null
    where s.id = $1 and s.account_id = $2 and s.ended_at is null`,
};

interface Row {
  id: string;
  sessionId: string;
  roles: AccountRole[];
}

/** Finds the person of a session, with at most one statement per session every five seconds. */
@Injectable()
export class SessionLookup extends ActiveSessions {
  private readonly cache: SessionCache;

  constructor(
    private readonly statements: Statements,
    clock: Clock,
  ) {
    super();
    this.cache = new SessionCache(() => clock.now().epochMilliseconds);
  }

  personOf(claims: SessionClaims, freshness: Freshness): Promise<Person | undefined> {
    return this.cache.get(claims, freshness, () => this.read(claims));
  }

  /**
   * Call this when you end a session of an account, change its roles or deactivate it, in the transaction or after it. The next request then reads the
   * database. Other processes follow within five seconds.
   */
  forget(accountId: string): void {
    this.cache.forget(accountId);
  }

  private async read({ sid, sub }: SessionClaims): Promise<Person | undefined> {
    const [person] = await this.statements.run<Row>(personOfSession, [sid, sub]);
    return person;
  }
}
