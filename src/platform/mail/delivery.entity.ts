import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { MessageEntity } from './message.entity.js';

/** One attempt to deliver a message: noted before the server is spoken to, completed after. */
@Entity('delivery')
export class DeliveryEntity {
  @ForeignKey(() => MessageEntity, { name: 'delivery_message', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'delivery_key' })
  messageId!: string;

  @PrimaryColumn('int', { primaryKeyConstraintName: 'delivery_key' })
  attempt!: number;

  @Column('timestamptz')
  startedAt!: Date;

  /** Null while it runs, and for ever when the process died in it. */
  @Column('timestamptz', { nullable: true })
  finishedAt!: Date | null;

  @Column('text', { nullable: true })
  outcome!: string | null;

  /** What the server said. */
  @Column('text', { nullable: true })
  response!: string | null;
}
