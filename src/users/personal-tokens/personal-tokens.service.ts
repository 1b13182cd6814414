import { Injectable } from '@nestjs/common';
import { DataSource, IsNull } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { Audit } from '../../platform/audit/audit.js';
import type { AccountRole, Scope } from '../../platform/auth/permission.contract.js';
import type { Person } from '../../platform/auth/person.js';
import { PERSONAL_TOKEN_PREFIX, PersonalTokens } from '../../platform/auth/personal-tokens.js';
import { Statements, type Statement } from '../../platform/database/statements.js';
import type { Received } from '../../platform/http/endpoint.contract.js';
import { Problem } from '../../platform/http/problem.js';
import { notFound } from '../../platform/http/problems.contract.js';
import { Clock } from '../../platform/time/clock.js';
import { lockChecked, PresentPasswordService } from '../present-password.service.js';
import { SecurityNoticesService } from '../security-notices/security-notices.service.js';
import { hashOf, newToken } from '../tokens.js';
import { PersonalTokenEntity } from './personal-token.entity.js';
import { MOST_TOKENS, tooManyTokens, type makePersonalToken, type PersonalToken } from './personal-tokens.contract.js';

/** Runs for every request of a script. It reads the current account roles, so a removed role has effect at once. Parameters: hash, now. */
const ownerOf: Statement = {
  name: 'owner-of-personal-token',
  text: `
    select t.account_id as id, t.id as "tokenId", t.scopes, t.last_used_on as "lastUsedOn",
      array(select role from account_role r where r.account_id = t.account_id order by role) as roles
    from personal_token t join account a on a.id = t.account_id and a.deactivated_at is null
    where t.hash = $1 and t.revoked_at is null and (t.expires_at is null or t.expires_at > $2::timestamptz)`,
};

interface Owner {
  id: string;
  tokenId: string;
  scopes: Scope[];
  lastUsedOn: string | null;
  roles: AccountRole[];
}

/** Personal access tokens, which authenticate scripts and other apps. */
@Injectable()
export class PersonalTokensService extends PersonalTokens {
  constructor(
    private readonly database: DataSource,
    private readonly statements: Statements,
    private readonly presentPassword: PresentPasswordService,
    private readonly notices: SecurityNoticesService,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {
    super();
  }

  /** Asks for the password, because a token outlives the session that made it. */
  async make(me: Person, { name, scopes, expiresInDays, password }: Received<typeof makePersonalToken>['body']): Promise<PersonalToken & { token: string }> {
    const checked = await this.presentPassword.check(me, password);
    const token = `${PERSONAL_TOKEN_PREFIX}${newToken()}`;
    const createdAt = this.now();
    const expiresAt = expiresInDays === null ? null : new Date(createdAt.getTime() + expiresInDays * 86_400_000);
    const row = { id: uuidv7(), accountId: me.id, name, scopes: [...new Set(scopes)], createdAt, expiresAt, lastUsedOn: null, revokedAt: null };
    await this.database.transaction(async (tx) => {
      // One request at a time for each account, so that two cannot both create the last token that is allowed.
      const account = await lockChecked(tx, me, checked);
      const active = await tx.countBy(PersonalTokenEntity, { accountId: me.id, revokedAt: IsNull() });
      if (active >= MOST_TOKENS) throw new Problem(tooManyTokens, `Revoke one of your ${active} tokens first.`);
      await tx.insert(PersonalTokenEntity, { ...row, hash: hashOf(token) });
      await this.notices.tokenCreated(tx, account, row);
      await this.audit.record(tx, { act: 'personal-token-made', ...ofToken(me, row) });
    });
    this.notices.send();
    return { ...shown(row), token };
  }

  async list(me: Person): Promise<{ items: PersonalToken[] }> {
    const rows = await this.database.manager.find(PersonalTokenEntity, { where: { accountId: me.id, revokedAt: IsNull() }, order: { id: 'desc' } });
    return { items: rows.map(shown) };
  }

  async revoke(me: Person, id: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const token = await tx.findOneBy(PersonalTokenEntity, { id, accountId: me.id });
      if (!token) throw new Problem(notFound, 'You have no such token.');
      const { affected } = await tx.update(PersonalTokenEntity, { id, revokedAt: IsNull() }, { revokedAt: this.now() });
      if (affected) await this.audit.record(tx, { act: 'personal-token-revoked', ...ofToken(me, token) });
    });
  }

  async personOf(token: string): Promise<Person | undefined> {
    const now = this.clock.now().toString();
    const [owner] = await this.statements.run<Owner>(ownerOf, [hashOf(token), now]);
    if (!owner) return undefined;
    const today = this.clock.today({ timeZone: 'UTC', dayStartMinutes: 0 });
    if (owner.lastUsedOn !== today) await this.database.manager.update(PersonalTokenEntity, { id: owner.tokenId }, { lastUsedOn: today });
    return { id: owner.id, roles: owner.roles, scopes: owner.scopes };
  }

  private now(): Date {
    return new Date(this.clock.now().epochMilliseconds);
  }
}

const ofToken = (me: Person, { id, name, scopes, expiresAt }: Pick<PersonalTokenEntity, 'id' | 'name' | 'scopes' | 'expiresAt'>) => ({
  by: me,
  subject: me.id,
  detail: { tokenId: id },
  about: { tokenName: name, scopes: [...scopes], expiresAt: expiresAt?.toISOString() ?? null },
});

const shown = ({ id, name, scopes, createdAt, expiresAt, lastUsedOn, revokedAt }: Omit<PersonalTokenEntity, 'hash'>): PersonalToken => ({
  id,
  name,
  scopes,
  createdAt: createdAt.toISOString(),
  expiresAt: expiresAt?.toISOString() ?? null,
  lastUsedOn,
  revokedAt: revokedAt?.toISOString() ?? null,
});
