import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { AccountEntity } from '../users/account.entity.js';
import type { ReminderOutcome } from './decide-reminder.js';

/** The receipt of one person's date: whether a reminder was written, and why not. */
@Entity('reminder_decision')
@Check('reminder_decision_outcome_known', `outcome in ('sent', 'address-unconfirmed', 'day-off', 'nothing-planned', 'already-studied', 'too-late')`)
export class ReminderDecisionEntity {
  @ForeignKey(() => AccountEntity, { name: 'reminder_decision_account', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'reminder_decision_key' })
  accountId!: string;

  /** The person's own date. */
  @PrimaryColumn('date', { primaryKeyConstraintName: 'reminder_decision_key' })
  localDate!: string;

  @Column('timestamptz')
  decidedAt!: Date;

  @Column('text')
  outcome!: ReminderOutcome;

  @Column('text')
  detail!: string;
}
