import { z } from 'zod';
import { EnrollmentId } from '../../enrollments/enrollments.contract.js';
import { endpoint, FileAnswer } from '../../platform/http/endpoint.contract.js';
import { Instant } from '../../platform/time/time.contract.js';
import { Opaque } from '../../platform/text/normal-text.contract.js';

export const CALENDAR_TYPE = 'text/calendar';

export const CalendarFeed = z
  .object({
    url: z.string().nullable().describe('For a calendar program to subscribe to; whoever has it can read the plans. Null where there is none'),
    createdAt: Instant.nullable(),
  })
  .meta({ id: 'CalendarFeed' });
export type CalendarFeed = z.output<typeof CalendarFeed>;

export const readCalendarFeed = endpoint({
  method: 'GET',
  path: '/calendar-feed',
  summary: 'Read the secret address of your plans as a calendar',
  allow: 'study',
  answer: CalendarFeed,
});

export const openCalendarFeed = endpoint({
  method: 'PUT',
  path: '/calendar-feed',
  summary: 'Have a secret address of your plans as a calendar; the same again where there is one',
  allow: 'study',
  securityEvent: 'calendar-link',
  answer: CalendarFeed,
});

export const revokeCalendarFeed = endpoint({
  method: 'DELETE',
  path: '/calendar-feed',
  summary: 'Revoke the secret address: what reads it finds nothing from then on',
  allow: 'study',
  securityEvent: 'calendar-link-revoked',
  answer: CalendarFeed,
});

export const readCalendar = endpoint({
  method: 'GET',
  path: '/calendars/:token',
  summary: 'Read the plans behind a secret address, as iCalendar (RFC 5545); has an ETag',
  allow: 'public',
  params: z.object({ token: Opaque.max(120) }),
  sends: CALENDAR_TYPE,
  answer: FileAnswer,
});

export const readPlanItemEvent = endpoint({
  method: 'GET',
  path: '/enrollments/:enrollmentId/plan-items/:itemId/event',
  summary: 'Read one plan item as a calendar event, to save or to open',
  allow: 'read-enrollment',
  scope: 'read',
  params: EnrollmentId.extend({ itemId: z.uuid() }),
  sends: CALENDAR_TYPE,
  answer: FileAnswer,
});
