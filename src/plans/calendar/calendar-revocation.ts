import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CalendarAddresses } from '../../users/calendar-addresses.js';
import { CalendarFeedEntity } from './calendar-feed.entity.js';

/** Lets the feature `users` revoke calendar addresses, for example with a new password. */
@Injectable()
export class CalendarRevocation extends CalendarAddresses {
  async revoke(tx: EntityManager, accountId: string): Promise<void> {
    await tx.delete(CalendarFeedEntity, { accountId });
  }
}
