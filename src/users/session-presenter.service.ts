import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ACCESS_TOKEN_SECONDS, AccessTokens } from '../platform/auth/access-tokens.js';
import { Clock } from '../platform/time/clock.js';
import { AccountEntity } from './account.entity.js';
import { AccountsService } from './accounts.service.js';
import type { SessionEntity } from './session.entity.js';
import type { Session } from './users.contract.js';

/** A session that starts or continues: what the caller gets, and the token for the cookie. */
export interface Opened {
  session: Session;
  refreshToken: string;
}

/** Makes what a browser gets when its session starts or continues: an access token, and the account. */
@Injectable()
export class SessionPresenter {
  constructor(
    private readonly database: DataSource,
    private readonly accounts: AccountsService,
    private readonly accessTokens: AccessTokens,
    private readonly clock: Clock,
  ) {}

  /** Call it after the commit. It notes that the person was here. */
  async present({ id, accountId }: Pick<SessionEntity, 'id' | 'accountId'>, refreshToken: string): Promise<Opened> {
    const lastSeenAt = new Date(this.clock.now().epochMilliseconds);
    await this.database.manager.update(AccountEntity, { id: accountId }, { lastSeenAt });
    const account = await this.accounts.read(accountId);
    const accessToken = this.accessTokens.issue({ sub: accountId, sid: id });
    return { session: { accessToken, expiresInSeconds: ACCESS_TOKEN_SECONDS, account }, refreshToken };
  }
}
