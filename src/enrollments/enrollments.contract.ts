import { z } from 'zod';
import { endpoint, IdempotencyKey, Page, pageOf } from '../platform/http/endpoint.contract.js';
import { problem } from '../platform/http/problem.contract.js';
import { DayStartMinutes, Instant, LocalDate, TimeZone } from '../platform/time/time.contract.js';
import { notAMentor } from '../users/users.contract.js';
import { Pace } from './pace.contract.js';

export const MinutesOfADay = z.int('Whole minutes').min(0, 'Not below 0').max(960, 'At most 16 hours a day');

/** Minutes a learner can study on each day of a usual week; 0 is a rest day. */
export const Availability = z
  .object({
    monday: MinutesOfADay,
    tuesday: MinutesOfADay,
    wednesday: MinutesOfADay,
    thursday: MinutesOfADay,
    friday: MinutesOfADay,
    saturday: MinutesOfADay,
    sunday: MinutesOfADay,
  })
  .meta({ id: 'Availability' });
export type Availability = z.output<typeof Availability>;
export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

export const EnrollmentState = z
  .enum(['requested', 'active', 'paused', 'exam-taken', 'passed', 'failed', 'expired', 'withdrawn'])
  .meta({ id: 'EnrollmentState' });
export type EnrollmentState = z.output<typeof EnrollmentState>;

export const Enrollment = z
  .object({
    id: z.uuid(),
    learner: z.object({ id: z.uuid(), name: z.string() }),
    level: z.object({ id: z.uuid(), slug: z.string(), title: z.string() }),
    certification: z.object({ slug: z.string(), title: z.string() }),
    release: z.int(),
    state: EnrollmentState,
    startedOn: LocalDate,
    examOn: LocalDate,
    examDateIsProposed: z.boolean().describe('Whether nobody has chosen the exam date yet, and it is what Daymark proposes'),
    timeZone: TimeZone.describe("The learner's own; every date is a date there"),
    dayStartMinutes: DayStartMinutes.describe("Of the learner's: before, it is still yesterday"),
    today: LocalDate.describe('The date it is now where the learner is'),
    daysToExam: z.int().describe('0 on the day itself, negative after it'),
    availability: Availability,
    pace: Pace,
    pause: z.object({ fromOn: LocalDate, untilOn: LocalDate.nullable() }).nullable().describe('While paused: since when, and the day it goes on by itself'),
    certificateUntil: LocalDate.nullable().describe('The last day of the certificate, once passed; null where the program does not say'),
    mentor: z.object({ id: z.uuid(), name: z.string() }).nullable(),
    createdAt: Instant,
  })
  .meta({ id: 'Enrollment' });
export type Enrollment = z.output<typeof Enrollment>;

/** What is held before an exam date that is proposed: so much more than is needed, and so many days at least. */
export const EXAM_COMFORT = { share: 1.2, leastDays: 7 };

const ExamOn = LocalDate.nullable().describe('null for not yet: a comfortable date is proposed until one is chosen');

export const Enrolling = z.object({ levelId: z.uuid(), examOn: ExamOn, availability: Availability }).meta({ id: 'Enrolling' });
export type Enrolling = z.output<typeof Enrolling>;

export const certificationArchived = problem({ slug: 'certification-archived', status: 409, title: 'This certification is closed to new learners' });
export const levelRetired = problem({ slug: 'level-retired', status: 409, title: 'This level is no longer offered' });
export const levelNotOpen = problem({ slug: 'level-not-open', status: 409, title: 'This level is not open yet' });
export const prerequisiteMissing = problem({ slug: 'prerequisite-missing', status: 409, title: 'Something else comes first' });
export const alreadyEnrolled = problem({ slug: 'already-enrolled', status: 409, title: 'You are enrolled in this level already' });
export const examDateNotPossible = problem({ slug: 'exam-date-not-possible', status: 422, title: 'The exam cannot be on this date' });
export const noTimeAtAll = problem({ slug: 'no-time-at-all', status: 422, title: 'A week needs at least one day of study' });
export const stateForbids = problem({ slug: 'state-forbids', status: 409, title: 'The enrollment is past this' });

export const EnrollmentId = z.object({ enrollmentId: z.uuid() });

export const enroll = endpoint({
  method: 'POST',
  path: '/enrollments',
  summary: 'Enroll in a level, with the minutes of a usual week, and an exam date or none yet',
  allow: 'study',
  headers: IdempotencyKey,
  body: Enrolling,
  answer: Enrollment,
  refusals: [certificationArchived, levelRetired, levelNotOpen, prerequisiteMissing, alreadyEnrolled, examDateNotPossible, noTimeAtAll],
});

export const listEnrollments = endpoint({
  method: 'GET',
  path: '/enrollments',
  summary: 'List your own enrollments, the newest first',
  allow: 'signed-in',
  scope: 'read',
  query: Page,
  answer: pageOf(Enrollment),
});

export const readEnrollment = endpoint({
  method: 'GET',
  path: '/enrollments/:enrollmentId',
  summary: 'Read an enrollment of yours, or of a learner you mentor',
  allow: 'read-enrollment',
  scope: 'read',
  params: EnrollmentId,
  answer: Enrollment,
});

export const changeExamDate = endpoint({
  method: 'PUT',
  path: '/enrollments/:enrollmentId/exam-date',
  summary: 'Move the exam; the plan follows',
  allow: 'study',
  params: EnrollmentId,
  body: z.object({ examOn: ExamOn }),
  answer: Enrollment,
  refusals: [examDateNotPossible, stateForbids],
});

export const changeAvailability = endpoint({
  method: 'PUT',
  path: '/enrollments/:enrollmentId/availability',
  summary: 'Change the minutes of a usual week; the plan follows',
  allow: 'study',
  params: EnrollmentId,
  body: Availability,
  answer: Enrollment,
  refusals: [noTimeAtAll, stateForbids],
});

export const changePace = endpoint({
  method: 'PUT',
  path: '/enrollments/:enrollmentId/pace',
  summary: 'Say how many minutes a day are the most, and how short a session may be; the plan follows',
  allow: 'study',
  params: EnrollmentId,
  body: Pace,
  answer: Enrollment,
  refusals: [stateForbids],
});

export const ExamResult = z.enum(['passed', 'failed']).meta({ id: 'ExamResult' });
export const ScorePercent = z.number().min(0, 'Not below 0').max(100, 'At most 100').nullable().default(null);
export const ValidUntil = LocalDate.nullable().default(null).describe('The last day of the certificate, as it says; null for what the program promises');

export const Outcome = z
  .object({
    takenOn: LocalDate,
    result: ExamResult.nullable().describe('null while it is not known yet'),
    scorePercent: ScorePercent,
    validUntil: ValidUntil,
  })
  .meta({ id: 'Outcome' });
export type Outcome = z.output<typeof Outcome>;

export const recordOutcome = endpoint({
  method: 'POST',
  path: '/enrollments/:enrollmentId/outcomes',
  summary: 'Say that you took the exam, and how it went; the result may come later',
  allow: 'study',
  params: EnrollmentId,
  body: Outcome,
  answer: Enrollment,
  refusals: [stateForbids, examDateNotPossible],
});

export const withdraw = endpoint({
  method: 'PUT',
  path: '/enrollments/:enrollmentId/withdrawal',
  summary: 'Stop preparing for a level; what was logged stays, and again changes nothing',
  allow: 'study',
  params: EnrollmentId,
  answer: Enrollment,
  refusals: [stateForbids],
});

export const takeWithdrawalBack = endpoint({
  method: 'DELETE',
  path: '/enrollments/:enrollmentId/withdrawal',
  summary: 'Go on preparing for a level after all',
  allow: 'study',
  params: EnrollmentId,
  answer: Enrollment,
  refusals: [alreadyEnrolled],
});

export const assignMentor = endpoint({
  method: 'PUT',
  path: '/enrollments/:enrollmentId/mentor',
  summary: 'Assign a mentor to an enrollment, or nobody',
  allow: 'administer',
  securityEvent: 'mentor-assignment',
  params: EnrollmentId,
  body: z.object({ mentorId: z.uuid().nullable() }),
  answer: Enrollment,
  refusals: [notAMentor],
});

export const listEnrollmentsOf = endpoint({
  method: 'GET',
  path: '/accounts/:accountId/enrollments',
  summary: "List a person's enrollments, to assign a mentor",
  allow: 'administer',
  params: z.object({ accountId: z.uuid() }),
  answer: z.object({ items: z.array(Enrollment) }),
});
