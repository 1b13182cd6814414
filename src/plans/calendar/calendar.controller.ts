import { Controller } from '@nestjs/common';
import type { FileAnswer } from '../../platform/http/endpoint.contract.js';
import { Route, type Call } from '../../platform/http/route.js';
import { openCalendarFeed, readCalendar, readCalendarFeed, readPlanItemEvent, revokeCalendarFeed, type CalendarFeed } from './calendar.contract.js';
import { CalendarService } from './calendar.service.js';

@Controller()
export class CalendarController {
  constructor(private readonly calendar: CalendarService) {}

  @Route(readCalendarFeed)
  feed({ me }: Call<typeof readCalendarFeed>): Promise<CalendarFeed> {
    return this.calendar.feed(me);
  }

  @Route(openCalendarFeed)
  open({ me }: Call<typeof openCalendarFeed>): Promise<CalendarFeed> {
    return this.calendar.open(me);
  }

  @Route(revokeCalendarFeed)
  revoke({ me }: Call<typeof revokeCalendarFeed>): Promise<CalendarFeed> {
    return this.calendar.revoke(me);
  }

  @Route(readCalendar)
  read({ params }: Call<typeof readCalendar>): Promise<FileAnswer> {
    return this.calendar.behind(params.token);
  }

  @Route(readPlanItemEvent)
  event({ me, params }: Call<typeof readPlanItemEvent>): Promise<FileAnswer> {
    return this.calendar.event(me, params.enrollmentId, params.itemId);
  }
}
