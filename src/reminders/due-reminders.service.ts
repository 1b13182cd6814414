import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { dayOff } from '../enrollments/study-time.js';
import { Statements } from '../platform/database/statements.js';
import { Mail } from '../platform/mail/mail.js';
import { Signals } from '../platform/queue/signals.js';
import { Triggers } from '../platform/queue/triggers.js';
import { Clock } from '../platform/time/clock.js';
import { dateAt } from '../platform/time/day-zone.js';
import type { LocalDate } from '../platform/time/time.contract.js';
import { decideReminder, heldBack, lookFrom, type Decision, type EnrollmentDay } from './decide-reminder.js';
import { claimDueRules, daysOfPeople, type DueRule, type PersonDay } from './due-reminders.statements.js';
import { nextDue } from './due-time.js';
import { ReminderWriter, type Decided } from './reminder-writer.service.js';

const BATCH = 200;
const CLAIM_SECONDS = 60;

/** Decides for everyone whose reminder time has come. */
@Injectable()
export class DueRemindersService implements OnModuleDestroy {
  private readonly logger = new Logger(DueRemindersService.name);
  private isStopping = false;

  constructor(
    private readonly statements: Statements,
    private readonly writer: ReminderWriter,
    private readonly mail: Mail,
    private readonly triggers: Triggers,
    private readonly signals: Signals,
    private readonly clock: Clock,
  ) {}

  /** In batches, until nothing is due. A rule that was due on several dates comes again, until its next time is ahead. */
  async decideAll(): Promise<void> {
    while (!this.isStopping) {
      const now = this.clock.now();
      const rules = await this.statements.run<DueRule>(claimDueRules, [now.toString(), now.add({ seconds: CLAIM_SECONDS }).toString(), BATCH]);
      if (rules.length === 0) return;
      await this.batch(rules).catch((error: unknown) => this.oneByOne(rules, error));
    }
  }

  onModuleDestroy(): void {
    this.isStopping = true;
  }

  private async batch(rules: readonly DueRule[]): Promise<void> {
    const kept = await this.writer.keep(await this.decide(rules));
    if (kept.some(({ outcome }) => outcome === 'sent')) this.triggers.fire('mail');
    for (const { rule } of kept) this.signals.say('reminder-decided', rule.accountId);
  }

  /** One person's fault does not keep the others back; theirs stays claimed until its time is up. */
  private async oneByOne(rules: readonly DueRule[], first: unknown): Promise<void> {
    if (rules.length === 1) return this.logger.error({ err: first, account: rules[0]?.accountId }, 'a reminder could not be decided; it is tried again');
    for (const rule of rules) await this.batch([rule]).catch((error: unknown) => this.oneByOne([rule], error));
  }

  /** The database is asked once for all, about each person's own date. */
  private async decide(rules: readonly DueRule[]): Promise<Decided[]> {
    const now = this.clock.now();
    const due = rules.map((rule) => ({ rule, at: instant(rule.dueAt), date: dateAt(instant(rule.dueAt), rule).toString() }));
    const rows = await this.statements.run<PersonDay>(daysOfPeople, [due.map(({ rule }) => rule.accountId), due.map(({ date }) => date)]);
    const days = new Map(rows.map((row) => [row.accountId, row.days]));
    return due.map(({ rule, at, date }) => ({
      rule,
      date,
      next: nextDue(rule, lookFrom(at, now)),
      ...this.ifReached(rule, decideReminder({ at, date }, { at: now, date: dateAt(now, rule).toString() }, withDaysOff(days.get(rule.accountId) ?? [], date))),
    }));
  }

  private ifReached(rule: DueRule, decision: Decision): Decision {
    return this.mail.mayReach(rule) ? decision : heldBack(decision);
  }
}

const withDaysOff = (days: PersonDay['days'], date: LocalDate): EnrollmentDay[] => days.map(({ time, ...day }) => ({ ...day, off: dayOff(time, date) }));

const instant = (date: Date) => Temporal.Instant.fromEpochMilliseconds(date.getTime());
