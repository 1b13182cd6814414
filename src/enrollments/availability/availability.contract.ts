import { z } from 'zod';
import { endpoint, FileBody } from '../../platform/http/endpoint.contract.js';
import { problem } from '../../platform/http/problem.contract.js';
import { DayStartMinutes, LocalDate, TimeZone } from '../../platform/time/time.contract.js';
import { atMost, Line } from '../../platform/text/normal-text.contract.js';
import { Availability, EnrollmentId, MinutesOfADay, stateForbids } from '../enrollments.contract.js';

const Words = Line.check(atMost(200));

export const BreakKind = z.enum(['holiday', 'illness', 'other']).meta({ id: 'BreakKind' });
export type BreakKind = z.output<typeof BreakKind>;

export const BreakInput = z
  .object({ kind: BreakKind, fromOn: LocalDate, toOn: LocalDate.describe('The last day, included'), note: Words.default('') })
  .meta({ id: 'BreakInput' });
export type BreakInput = z.output<typeof BreakInput>;

export const Break = BreakInput.extend({ id: z.uuid() }).meta({ id: 'Break' });
export type Break = z.output<typeof Break>;

export const AvailabilityExceptionInput = z.object({ minutes: MinutesOfADay, reason: Words.default('') }).meta({ id: 'AvailabilityExceptionInput' });
export type AvailabilityExceptionInput = z.output<typeof AvailabilityExceptionInput>;

export const AvailabilityException = AvailabilityExceptionInput.extend({ date: LocalDate }).meta({ id: 'AvailabilityException' });
export type AvailabilityException = z.output<typeof AvailabilityException>;

const Span = z.object({ from: LocalDate, to: LocalDate });

/** Everything that says how many minutes a date has. */
export const WholeAvailability = z
  .object({
    today: LocalDate,
    timeZone: TimeZone,
    dayStartMinutes: DayStartMinutes,
    week: Availability,
    exceptions: z.array(AvailabilityException).describe('Dates that differ from the usual week, the earliest first'),
    breaks: z.array(Break).describe('The earliest first'),
    pause: z.object({ fromOn: LocalDate, untilOn: LocalDate.nullable(), reason: z.string() }).nullable(),
    settable: z.object({ exceptions: Span, breaks: Span, illness: Span }).describe('The dates that each may lie on'),
  })
  .meta({ id: 'WholeAvailability' });
export type WholeAvailability = z.output<typeof WholeAvailability>;

/** An illness is often said afterwards: it may begin so many days back. */
export const ILLNESS_DAYS_BACK = 14;
export const LONGEST_BREAK_DAYS = 366;
/** What is ahead, of each enrollment. */
export const MOST_EXCEPTIONS = 400;
export const MOST_BREAKS = 60;

export const dateNotSettable = problem({ slug: 'date-not-settable', status: 422, title: 'This date cannot be set' });
export const breakNotPossible = problem({ slug: 'break-not-possible', status: 422, title: 'A break cannot lie on these dates' });
export const breaksOverlap = problem({ slug: 'breaks-overlap', status: 409, title: 'There is a break on these dates already' });
export const breakIsOver = problem({ slug: 'break-is-over', status: 409, title: 'This break is over' });
export const availabilityFull = problem({ slug: 'availability-full', status: 409, title: 'So many dates are not kept' });
export const calendarNotReadable = problem({ slug: 'calendar-not-readable', status: 422, title: 'This calendar cannot be read' });

const ExceptionDate = EnrollmentId.extend({ date: LocalDate });
const BreakId = EnrollmentId.extend({ breakId: z.uuid() });

export const readAvailability = endpoint({
  method: 'GET',
  path: '/enrollments/:enrollmentId/availability',
  summary: 'Read when you can study: the usual week, single dates, breaks, and when your day begins',
  allow: 'study',
  params: EnrollmentId,
  answer: WholeAvailability,
});

export const setAvailabilityException = endpoint({
  method: 'PUT',
  path: '/enrollments/:enrollmentId/availability-exceptions/:date',
  summary: 'Say how many minutes a single date has; the plan follows',
  allow: 'study',
  params: ExceptionDate,
  body: AvailabilityExceptionInput,
  answer: AvailabilityException,
  refusals: [dateNotSettable, availabilityFull, stateForbids],
});

export const removeAvailabilityException = endpoint({
  method: 'DELETE',
  path: '/enrollments/:enrollmentId/availability-exceptions/:date',
  summary: 'Let a date have the minutes of the usual week again; where it has, nothing changes',
  allow: 'study',
  params: ExceptionDate,
  refusals: [dateNotSettable, stateForbids],
});

export const addBreak = endpoint({
  method: 'POST',
  path: '/enrollments/:enrollmentId/breaks',
  summary: 'Plan a break, or say since when you are ill; the plan follows, and its days do not count as missed',
  allow: 'study',
  params: EnrollmentId,
  body: BreakInput,
  answer: Break,
  refusals: [breakNotPossible, breaksOverlap, availabilityFull, stateForbids],
});

export const changeBreak = endpoint({
  method: 'PUT',
  path: '/enrollments/:enrollmentId/breaks/:breakId',
  summary: 'Change a break; one that began keeps its first day, and one that is over stays as it is',
  allow: 'study',
  params: BreakId,
  body: BreakInput,
  answer: Break,
  refusals: [breakNotPossible, breaksOverlap, breakIsOver, stateForbids],
});

export const removeBreak = endpoint({
  method: 'DELETE',
  path: '/enrollments/:enrollmentId/breaks/:breakId',
  summary: 'Take a break back; of one that began, the days behind stay a break',
  allow: 'study',
  params: BreakId,
  refusals: [breakIsOver, stateForbids],
});

/** Events of an import that are named with the reason why they set nothing. */
export const MAX_SKIPPED = 100;
/** A calendar that somebody has kept for years takes a few. */
export const MAX_CALENDAR_MB = 10;

export const AvailabilityImport = z
  .object({
    dryRun: z.boolean().describe('Whether this was only a look at what would be set'),
    exceptions: z.array(AvailabilityException).describe('Dates that get 0 minutes'),
    breaks: z.array(BreakInput),
    skipped: z
      .array(z.object({ title: z.string(), why: z.string() }))
      .describe(`Skipped events, at most ${MAX_SKIPPED} of them: those that can't be read first`),
    skippedCount: z.int().describe('The number of skipped events'),
  })
  .meta({ id: 'AvailabilityImport' });
export type AvailabilityImport = z.output<typeof AvailabilityImport>;

export const importAvailability = endpoint({
  method: 'POST',
  path: '/enrollments/:enrollmentId/availability-imports',
  summary:
    'Import a calendar of days off: a whole-day event makes its day free, a longer one becomes a break, and events that cannot be read are skipped by name',
  allow: 'study',
  params: EnrollmentId,
  query: z.object({ dryRun: z.enum(['true', 'false']).default('false').describe('`true` to see what it would set, and set nothing') }),
  takes: 'text/calendar',
  bodyBytes: MAX_CALENDAR_MB * 1_048_576,
  body: FileBody,
  answer: AvailabilityImport,
  refusals: [calendarNotReadable, availabilityFull, stateForbids],
});
