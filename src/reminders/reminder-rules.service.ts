import { Injectable, Logger } from '@nestjs/common';
import { DataSource, In, IsNull } from 'typeorm';
import type { Person } from '../platform/auth/person.js';
import { Clock } from '../platform/time/clock.js';
import { AccountsService } from '../users/accounts.service.js';
import { AccountEntity } from '../users/account.entity.js';
import { nextDue } from './due-time.js';
import { ReminderRuleEntity } from './reminder-rule.entity.js';
import { USUAL_TIME, type ReminderRule, type ReminderRuleChange } from './reminders.contract.js';

/** When people are reminded: said by themselves, else the usual time from their first enrollment on. */
@Injectable()
export class ReminderRulesService {
  private readonly logger = new Logger(ReminderRulesService.name);

  constructor(
    private readonly database: DataSource,
    private readonly accounts: AccountsService,
    private readonly clock: Clock,
  ) {}

  async read(me: Person): Promise<ReminderRule> {
    const { timeZone } = await this.accounts.read(me.id);
    const rule = await this.database.manager.findOneBy(ReminderRuleEntity, { accountId: me.id });
    if (!rule) return { localTime: USUAL_TIME, enabled: true, timeZone, nextDueAt: null, disabledWhy: null };
    const { localTime, disabledWhy, nextDueAt } = rule;
    return { localTime, enabled: disabledWhy === null, timeZone, nextDueAt: nextDueAt?.toISOString() ?? null, disabledWhy };
  }

  async set(me: Person, { localTime, enabled }: ReminderRuleChange): Promise<ReminderRule> {
    const { timeZone } = await this.accounts.read(me.id);
    const now = this.clock.now().toString();
    const dueAt = enabled ? this.nextDue(localTime, timeZone) : null;
    // When and why it was disabled stays as it was for one that is disabled already.
    await this.database.query(
      `insert into reminder_rule as r (account_id, local_time, enabled_at, disabled_at, disabled_why, next_due_at)
       values ($1, $2, $3, case when not $4 then $3::timestamptz end, case when not $4 then 'asked' end, $5)
       on conflict (account_id) do update set
         local_time    = excluded.local_time,
         enabled_at    = case when $4 and r.disabled_at is not null then excluded.enabled_at else r.enabled_at end,
         disabled_at   = case when not $4 then coalesce(r.disabled_at, excluded.disabled_at) end,
         disabled_why  = case when not $4 then coalesce(r.disabled_why, excluded.disabled_why) end,
         next_due_at   = excluded.next_due_at,
         claimed_until = null`,
      [me.id, localTime, now, enabled, dueAt],
    );
    return this.read(me);
  }

  /** Ends reminders; idempotent, and without effect for an account that is gone. */
  async unsubscribe(accountId: string): Promise<void> {
    await this.database.query(
      `insert into reminder_rule as r (account_id, local_time, enabled_at, disabled_at, disabled_why)
       select id, $2, $3::timestamptz, $3::timestamptz, 'unsubscribed' from account where id = $1
       on conflict (account_id) do update set disabled_at = excluded.disabled_at, disabled_why = excluded.disabled_why, next_due_at = null, claimed_until = null
         where r.disabled_at is null`,
      [accountId, USUAL_TIME, this.clock.now().toString()],
    );
  }

  async isDisabled(accountId: string): Promise<boolean> {
    const rule = await this.database.manager.findOneBy(ReminderRuleEntity, { accountId });
    return rule !== null && rule.disabledAt !== null;
  }

  /**
   * Gives people without a rule the usual one, and works out again when those with one are due: they enrolled, or moved to another time
   * zone, or were deactivated or reactivated. One that is due already is left to who decides it.
   */
  async refresh(accountIds: readonly string[]): Promise<void> {
    const now = new Date(this.clock.now().epochMilliseconds);
    const accounts = await this.database.manager.findBy(AccountEntity, { id: In([...accountIds]) });
    const usual = accounts.map(({ id }) => ({
      accountId: id,
      localTime: USUAL_TIME,
      enabledAt: now,
      disabledAt: null,
      disabledWhy: null,
      nextDueAt: null,
      claimedUntil: null,
    }));
    if (usual.length > 0) await this.database.manager.createQueryBuilder().insert().into(ReminderRuleEntity).values(usual).orIgnore().execute();
    await this.rest(accounts.filter(({ deactivatedAt }) => deactivatedAt !== null));
    const zones = new Map(accounts.filter(({ deactivatedAt }) => deactivatedAt === null).map(({ id, timeZone }) => [id, timeZone]));
    const rules = await this.database.manager.findBy(ReminderRuleEntity, { accountId: In([...zones.keys()]), disabledAt: IsNull() });
    const next = rules.map(({ accountId, localTime }) => this.nextDue(localTime, zones.get(accountId) ?? 'UTC'));
    await this.database.query(
      `update reminder_rule r set next_due_at = given.due_at, claimed_until = null
       from unnest($1::uuid[], $2::text[], $3::timestamptz[]) as given (account_id, local_time, due_at)
       where r.account_id = given.account_id and r.local_time = given.local_time and r.disabled_at is null
         and (r.next_due_at is null or r.next_due_at > $4::timestamptz)`,
      [rules.map(({ accountId }) => accountId), rules.map(({ localTime }) => localTime), next, now],
    );
    this.logger.debug(`worked out ${rules.length} due times`);
  }

  /** Nothing is due to people who are deactivated. Reactivated, they are refreshed again. */
  private async rest(accounts: readonly AccountEntity[]): Promise<void> {
    const accountId = In(accounts.map(({ id }) => id));
    await this.database.manager.update(ReminderRuleEntity, { accountId }, { nextDueAt: null, claimedUntil: null });
  }

  private nextDue(localTime: string, timeZone: string): string {
    return nextDue({ localTime, timeZone }, this.clock.now()).toString();
  }
}
