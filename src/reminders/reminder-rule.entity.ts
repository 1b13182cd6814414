import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { AccountEntity } from '../users/account.entity.js';
import type { ReminderRule } from './reminders.contract.js';

/** When somebody is reminded. The next time stands here as an instant, worked out in Node: the database knows no time zones. */
@Entity('reminder_rule')
@Check('reminder_rule_time_of_day', `local_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'`)
@Check('reminder_rule_disabled_why', `(disabled_at is null) = (disabled_why is null) and disabled_why in ('asked', 'unsubscribed')`)
@Check('reminder_rule_due_when_enabled', 'disabled_at is null or next_due_at is null')
@Index('reminder_rule_due', ['nextDueAt'])
export class ReminderRuleEntity {
  @ForeignKey(() => AccountEntity, { name: 'reminder_rule_account', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'reminder_rule_key' })
  accountId!: string;

  /** `HH:MM`, in the account's time zone of the day it is asked. */
  @Column('text')
  localTime!: string;

  @Column('timestamptz')
  enabledAt!: Date;

  @Column('timestamptz', { nullable: true })
  disabledAt!: Date | null;

  @Column('text', { nullable: true })
  disabledWhy!: ReminderRule['disabledWhy'];

  @Column('timestamptz', { nullable: true })
  nextDueAt!: Date | null;

  /** A worker decides until then; should it die, another one does. */
  @Column('timestamptz', { nullable: true })
  claimedUntil!: Date | null;
}
