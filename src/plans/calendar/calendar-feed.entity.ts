import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { AccountEntity } from '../../users/account.entity.js';

/** The address under which a calendar program reads a learner's plans. Revoking it deletes the row; a new one has another secret. */
@Entity('calendar_feed')
@Index('calendar_feed_secret', ['secret'], { unique: true })
export class CalendarFeedEntity {
  @ForeignKey(() => AccountEntity, { name: 'calendar_feed_account', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'calendar_feed_key' })
  accountId!: string;

  /** Not the address itself: that is signed with the server's secret, so that the database alone opens no calendar. */
  @Column('uuid')
  secret!: string;

  @Column('timestamptz')
  createdAt!: Date;
}
