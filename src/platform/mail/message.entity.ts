import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

export type MessageState = 'waiting' | 'sent' | 'kept' | 'unknown' | 'failed' | 'canceled';

/** A mail to somebody: written in the transaction of its cause under a key that is unique, so that there is one of it, ever. */
@Entity('message')
@Index('message_once', ['personId', 'kind', 'key'], { unique: true })
@Index('message_by_time', ['createdAt', 'id'])
@Check('message_state_known', `state in ('waiting', 'sent', 'kept', 'unknown', 'failed', 'canceled')`)
export class MessageEntity {
  /** Also its Message-ID, which stays the same however often it is tried. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'message_key' })
  id!: string;

  /** Whom it is for: an account, or an invitation, whose id the account gets. No foreign key, for the platform knows no accounts: who deletes one calls `Mail.forget`. */
  @Column('uuid')
  personId!: string;

  @Column('text')
  kind!: string;

  /** What makes it the only one of its kind: a local date, or a subject. */
  @Column('text')
  key!: string;

  @Column('text')
  toAddress!: string;

  @Column('text')
  subject!: string;

  /** Text and HTML are emptied once it is settled. If it was kept, only its secret links are removed. */
  @Column('text')
  text!: string;

  @Column('text')
  html!: string;

  /** Links in the bodies that let somebody act for the person. Emptied once it is settled, because the bodies are without them then. */
  @Column('text', { array: true })
  secrets!: string[];

  /** For the headers of RFC 8058; null where there is nothing to unsubscribe from. */
  @Column('text', { nullable: true })
  unsubscribeUrl!: string | null;

  /** 'kept' is written to the outbox; 'unknown' may have been sent, so it is never tried again. 'canceled' was not sent, because the person may not get mail anymore. */
  @Column('text')
  state!: MessageState;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  settledAt!: Date | null;
}
