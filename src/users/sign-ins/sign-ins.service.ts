import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Person } from '../../platform/auth/person.js';
import { Problem } from '../../platform/http/problem.js';
import { notFound } from '../../platform/http/problems.contract.js';
import { Clock } from '../../platform/time/clock.js';
import { SessionEntity } from '../session.entity.js';
import { SessionEndsService } from '../session-ends.service.js';
import { MAX_SESSION_DAYS } from '../session-life.js';
import { browserName } from './browser-name.js';
import type { SignedInDevice } from './sign-ins.contract.js';

type Row = Pick<SessionEntity, 'id' | 'userAgent' | 'createdAt' | 'lastSeenAt'>;

/** Only what can still be continued. Use is stored to the hour, which begins before the sign-in itself. Parameters: account, now, the session that asks, how many days a session lasts. */
const SIGN_INS = `
  select s.id, s.user_agent as "userAgent", s.created_at as "createdAt", greatest(s.last_seen_at, s.created_at) as "lastSeenAt" from session s
  where s.account_id = $1 and s.ended_at is null and s.created_at > $2::timestamptz - make_interval(hours => 24 * $4::int)
    and exists (select from refresh_token t where t.session_id = s.id and t.expires_at > $2)
  order by s.id = $3 desc, s.last_seen_at desc, s.created_at desc, s.id desc`;

/** Where a person is signed in, for them to see and to end. */
@Injectable()
export class SignInsService {
  constructor(
    private readonly database: DataSource,
    private readonly ends: SessionEndsService,
    private readonly clock: Clock,
  ) {}

  async list(me: Person): Promise<{ items: SignedInDevice[] }> {
    const current = me.sessionId ?? null;
    const rows = await this.database.query<Row[]>(SIGN_INS, [me.id, this.clock.now().toString(), current, MAX_SESSION_DAYS]);
    const items = rows.map(({ id, userAgent, createdAt, lastSeenAt }) => ({
      id,
      ...browserName(userAgent),
      signedInAt: createdAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
      isCurrent: id === current,
    }));
    return { items };
  }

  async end(me: Person, id: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      if (!(await tx.existsBy(SessionEntity, { id, accountId: me.id }))) throw new Problem(notFound, 'You don’t have this sign-in.');
      await this.ends.endOne(tx, id, 'signed-out-elsewhere');
    });
  }

  async endOthers(me: Person): Promise<void> {
    await this.database.transaction((tx) => this.ends.endOthers(tx, me.id, me.sessionId));
  }
}
