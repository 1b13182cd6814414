import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { DataSource, type EntityManager } from 'typeorm';
import { Mail } from '../platform/mail/mail.js';
import { Clock } from '../platform/time/clock.js';
import type { LocalDate } from '../platform/time/time.contract.js';
import type { Decision } from './decide-reminder.js';
import type { DueRule } from './due-reminders.statements.js';
import { ReminderLinks } from './reminder-links.js';
import { reminderMail } from './reminder-mail.js';

/** A due rule with what was decided for its date, and when it is due again. */
export interface Decided extends Decision {
  rule: DueRule;
  date: LocalDate;
  next: Temporal.Instant;
}

/** Moves only rules that nobody changed or decided meanwhile: a switch-off, a new time or another worker wins. */
const ADVANCE = `
  with moved as (
    update reminder_rule r set next_due_at = given.next, claimed_until = null
    from unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[]) as given (account_id, due_at, next)
    where r.account_id = given.account_id and r.next_due_at = given.due_at and r.disabled_at is null
    returning r.account_id
  )
  select account_id as "accountId" from moved`;

/** A later look at a date replaces an earlier one, but never the receipt of a reminder. */
const NOTE = `
  insert into reminder_decision as d (account_id, local_date, decided_at, outcome, detail)
  select account_id, local_date, $5::timestamptz, outcome, detail
  from unnest($1::uuid[], $2::date[], $3::text[], $4::text[]) as given (account_id, local_date, outcome, detail)
  on conflict (account_id, local_date) do update
    set decided_at = excluded.decided_at, outcome = excluded.outcome, detail = excluded.detail
    where d.outcome <> 'sent'`;

/** Keeps decisions: the mail, the next due time and the receipt in one transaction, so that a crash leaves all of them or none. */
@Injectable()
export class ReminderWriter {
  constructor(
    private readonly database: DataSource,
    private readonly mail: Mail,
    private readonly links: ReminderLinks,
    private readonly clock: Clock,
  ) {}

  /** The decisions that were kept; the others were overtaken. */
  keep(decided: readonly Decided[]): Promise<Decided[]> {
    return this.database.transaction(async (tx) => {
      const moved = await tx.query<{ accountId: string }[]>(ADVANCE, [
        decided.map(({ rule }) => rule.accountId),
        decided.map(({ rule }) => rule.dueAt.toISOString()),
        decided.map(({ next }) => next.toString()),
      ]);
      const ours = new Set(moved.map(({ accountId }) => accountId));
      const kept = decided.filter(({ rule }) => ours.has(rule.accountId));
      for (const one of kept) if (one.outcome === 'sent') await this.write(tx, one);
      await tx.query(NOTE, [
        kept.map(({ rule }) => rule.accountId),
        kept.map(({ date }) => date),
        kept.map(({ outcome }) => outcome),
        kept.map(({ detail }) => detail),
        this.clock.now().toString(),
      ]);
      return kept;
    });
  }

  private async write(tx: EntityManager, { rule, date, open }: Decided): Promise<void> {
    const links = this.links.of(rule.accountId);
    await this.mail.write(tx, {
      personId: rule.accountId,
      kind: 'study-reminder',
      key: date,
      to: rule,
      unsubscribeUrl: links.oneClick,
      ...reminderMail({ name: rule.name, date, localTime: rule.localTime, open, links }),
    });
  }
}
