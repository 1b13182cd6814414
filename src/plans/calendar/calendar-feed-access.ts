import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CalendarAccess } from '../../users/calendar-access.js';
import { CalendarFeedEntity } from './calendar-feed.entity.js';

@Injectable()
export class CalendarFeedAccess extends CalendarAccess {
  async revoke(tx: EntityManager, accountId: string): Promise<void> {
    await tx.delete(CalendarFeedEntity, { accountId });
  }
}
