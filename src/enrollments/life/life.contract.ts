import { z } from 'zod';
import { endpoint, Page, pageOf } from '../../platform/http/endpoint.contract.js';
import { problem } from '../../platform/http/problem.contract.js';
import { Instant, LocalDate } from '../../platform/time/time.contract.js';
import { Enrollment, EnrollmentId, examDateNotPossible, ExamResult, Outcome, ScorePercent, stateForbids, ValidUntil } from '../enrollments.contract.js';
import { atMost, Lines } from '../../platform/text/normal-text.contract.js';

export const pauseNotPossible = problem({ slug: 'pause-not-possible', status: 422, title: 'A pause cannot end on this day' });
export const resultKnown = problem({ slug: 'result-known', status: 409, title: 'The result of this exam is known' });

export const resultBuiltOn = problem({ slug: 'result-built-on', status: 409, title: 'A later exam builds on this result' });

export const PauseInput = z
  .object({
    untilOn: LocalDate.nullable().default(null).describe('The day on which it goes on by itself; null until you end it'),
    reason: Lines.check(atMost(300)).default(''),
  })
  .meta({ id: 'PauseInput' });
export type PauseInput = z.output<typeof PauseInput>;

export const pause = endpoint({
  method: 'PUT',
  path: '/enrollments/:enrollmentId/pause',
  summary: 'Pause preparing; its days count as a break. While paused, change until when and why',
  allow: 'study',
  params: EnrollmentId,
  body: PauseInput,
  answer: Enrollment,
  refusals: [pauseNotPossible, stateForbids],
});

export const endPause = endpoint({
  method: 'DELETE',
  path: '/enrollments/:enrollmentId/pause',
  summary: 'Go on preparing, from today; where nothing is paused, nothing changes',
  allow: 'study',
  params: EnrollmentId,
  answer: Enrollment,
});

export const RecordedOutcome = Outcome.extend({ id: z.uuid(), recordedAt: Instant }).meta({ id: 'RecordedOutcome' });
export type RecordedOutcome = z.output<typeof RecordedOutcome>;

export const listOutcomes = endpoint({
  method: 'GET',
  path: '/enrollments/:enrollmentId/outcomes',
  summary: 'List the exam attempts, the latest first',
  allow: 'read-enrollment',
  params: EnrollmentId,
  answer: z.object({ items: z.array(RecordedOutcome) }),
});

export const OutcomeResult = z.object({ result: ExamResult, scorePercent: ScorePercent, validUntil: ValidUntil }).meta({ id: 'OutcomeResult' });
export type OutcomeResult = z.output<typeof OutcomeResult>;

export const completeOutcome = endpoint({
  method: 'PUT',
  path: '/enrollments/:enrollmentId/outcomes/:outcomeId',
  summary: 'Say how an exam went whose result was awaited; the same again changes nothing',
  allow: 'study',
  params: EnrollmentId.extend({ outcomeId: z.uuid() }),
  body: OutcomeResult,
  answer: Enrollment,
  refusals: [resultKnown, examDateNotPossible],
});

export const removeOutcome = endpoint({
  method: 'DELETE',
  path: '/enrollments/:enrollmentId/outcomes/:outcomeId',
  summary: 'Remove an exam attempt that was recorded by mistake: the enrollment is active again, as before. Removing it again changes nothing',
  allow: 'study',
  params: EnrollmentId.extend({ outcomeId: z.uuid() }),
  answer: Enrollment,
  refusals: [stateForbids, resultBuiltOn],
});

const NextExam = z.object({ examOn: LocalDate });

export const setRetake = endpoint({
  method: 'PUT',
  path: '/enrollments/:enrollmentId/retake',
  summary: 'Take an exam again that was not passed: the enrollment is active again, and the plan leads to the new date',
  allow: 'study',
  params: EnrollmentId,
  body: NextExam,
  answer: Enrollment,
  refusals: [examDateNotPossible, stateForbids],
});

export const recertify = endpoint({
  method: 'PUT',
  path: '/enrollments/:enrollmentId/recertification',
  summary: 'Prepare again for a level that was passed, before or after its certificate ends',
  allow: 'study',
  params: EnrollmentId,
  body: NextExam,
  answer: Enrollment,
  refusals: [examDateNotPossible, stateForbids],
});

export const EnrollmentChange = z
  .object({
    id: z.uuid(),
    changedAt: Instant,
    changedBy: z.object({ id: z.uuid(), name: z.string() }).nullable().describe('null for what Daymark did by itself, and for an account that is gone'),
    what: z.string().describe('enrolled, state, exam-date, availability, pace, availability-exception, break, calendar, outcome, mentor or release'),
    words: z.string(),
    note: z.string().describe("In the words of whoever changed it; the learner's are shown to the learner alone"),
  })
  .meta({ id: 'EnrollmentChange' });
export type EnrollmentChange = z.output<typeof EnrollmentChange>;

export const listEnrollmentChanges = endpoint({
  method: 'GET',
  path: '/enrollments/:enrollmentId/changes',
  summary: 'List what became different of an enrollment, when and by whom, the latest first',
  allow: 'read-enrollment',
  params: EnrollmentId,
  query: Page,
  answer: pageOf(EnrollmentChange),
});
