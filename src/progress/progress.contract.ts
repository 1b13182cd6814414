import { z } from 'zod';
import { EnrollmentId } from '../enrollments/enrollments.contract.js';
import { endpoint, IdempotencyKey, Page, pageOf } from '../platform/http/endpoint.contract.js';
import { problem } from '../platform/http/problem.contract.js';
import { atMost, Line, Lines } from '../platform/text/normal-text.contract.js';
import { Instant, LocalDate } from '../platform/time/time.contract.js';

export const MINUTES_IN_A_DAY = 1440;
const minutes = z.int('Whole minutes').min(1, 'At least 1 minute').max(MINUTES_IN_A_DAY, 'A day holds 1,440 minutes');
const note = Lines.check(atMost(2_000));

/** What was done. Unsaid it is hands-on: nearly all of a plan's time is practice, and a learner who read or watched says so. */
export const STUDY_KINDS = ['reading', 'hands-on', 'video', 'practice-exam', 'review'] as const;
export const USUAL_KIND = 'hands-on' satisfies (typeof STUDY_KINDS)[number];
export const StudyKind = z.enum(STUDY_KINDS).meta({ id: 'StudyKind' });
export type StudyKind = z.output<typeof StudyKind>;

/** How well a stretch of study went, as the learner felt it. */
export const RECALLS = ['again', 'hard', 'good', 'easy'] as const;
export const Recall = z.enum(RECALLS).meta({ id: 'Recall' });
export type Recall = z.output<typeof Recall>;

/** Where an entry came from; offline: kept on a device, and sent when it was back on the network. */
export const STUDY_SOURCES = ['web', 'api', 'import', 'offline'] as const;
export const StudySource = z.enum(STUDY_SOURCES).meta({ id: 'StudySource' });
export type StudySource = z.output<typeof StudySource>;

const study = z.object({
  date: LocalDate.describe("The learner's own date"),
  minutes,
  skillId: z.uuid().toLowerCase().nullable().default(null),
  projectId: z.uuid().toLowerCase().nullable().default(null),
  planItemId: z
    .uuid()
    .toLowerCase()
    .nullable()
    .default(null)
    .describe('The plan item that this did; name its skill or project as well, for what is learnt is counted by those'),
  kind: StudyKind.default(USUAL_KIND),
  recall: Recall.nullable().default(null).describe('How well it went, which tells when to review the skill; null counts as good'),
  note: note.default('').describe('Markdown'),
});
const isOfOneSubject = ({ skillId, projectId }: { skillId: string | null; projectId: string | null }) => skillId === null || projectId === null;
const NOT_BOTH = { path: ['projectId'], message: 'A skill or a project, not both' };

/** What a learner says of one stretch of study; of a skill, of a project, or of the level as a whole where both are null. */
export const StudyEntryInput = study
  .extend({ source: StudySource.exclude(['import']).default('api').describe('Where it is logged from') })
  .refine(isOfOneSubject, NOT_BOTH)
  .meta({ id: 'StudyEntryInput' });
export type StudyEntryInput = z.output<typeof StudyEntryInput>;

/** The same of an entry that is there: all but where it came from. */
export const StudyCorrection = study.refine(isOfOneSubject, NOT_BOTH).meta({ id: 'StudyCorrection' });
export type StudyCorrection = z.output<typeof StudyCorrection>;

export const StudyEntry = z
  .object({
    id: z.uuid(),
    date: LocalDate,
    minutes: z.int(),
    skillId: z.uuid().nullable(),
    projectId: z.uuid().nullable(),
    planItemId: z.uuid().nullable(),
    kind: StudyKind,
    recall: Recall.nullable(),
    source: StudySource,
    note: z.string().describe('Markdown'),
    loggedLater: z.boolean().describe("Whether it was logged after the learner's day was over"),
    loggedAt: Instant,
    changedAt: Instant.describe('Readiness covers this entry once its `coversUntil` is not before'),
    deletedAt: Instant.nullable().describe('Set for an entry that was deleted: a late repeat does not bring it back'),
    day: z.object({ minutes: z.int(), entries: z.int() }).describe('The study day it belongs to, as it stands now'),
  })
  .meta({ id: 'StudyEntry' });
export type StudyEntry = z.output<typeof StudyEntry>;

export const StudyDay = z.object({ date: LocalDate, minutes: z.int().describe('The sum of its entries'), entries: z.int() }).meta({ id: 'StudyDay' });
export type StudyDay = z.output<typeof StudyDay>;

export const dayIsFull = problem({ slug: 'day-is-full', status: 409, title: 'A day has no room for this much study' });
export const dateNotLoggable = problem({ slug: 'date-not-loggable', status: 422, title: 'Nothing can be logged on this date' });
export const unknownSkill = problem({ slug: 'unknown-skill', status: 422, title: 'There is no such skill in this level' });
export const unknownProject = problem({ slug: 'unknown-project', status: 422, title: 'There is no such project in this level' });
export const keyTaken = problem({ slug: 'key-taken', status: 409, title: 'This Idempotency-Key belongs to another entry' });
export const enrollmentClosed = problem({ slug: 'enrollment-closed', status: 409, title: 'Nothing can be logged in this enrollment now' });

const EntryId = EnrollmentId.extend({ entryId: z.uuid() });

export const logStudy = endpoint({
  method: 'POST',
  path: '/enrollments/:enrollmentId/study-entries',
  summary: 'Log a stretch of study',
  allow: 'study',
  scope: 'log-study',
  params: EnrollmentId,
  headers: IdempotencyKey,
  body: StudyEntryInput,
  answer: StudyEntry,
  refusals: [dayIsFull, dateNotLoggable, unknownSkill, unknownProject, keyTaken, enrollmentClosed],
});

export const correctStudy = endpoint({
  method: 'PUT',
  path: '/enrollments/:enrollmentId/study-entries/:entryId',
  summary: 'Correct an entry, as a whole',
  allow: 'study',
  scope: 'log-study',
  params: EntryId,
  body: StudyCorrection,
  answer: StudyEntry,
  refusals: [dayIsFull, dateNotLoggable, unknownSkill, unknownProject, enrollmentClosed],
});

export const deleteStudy = endpoint({
  method: 'DELETE',
  path: '/enrollments/:enrollmentId/study-entries/:entryId',
  summary: 'Delete an entry; deleting it again changes nothing',
  allow: 'study',
  scope: 'log-study',
  params: EntryId,
  answer: StudyEntry,
  refusals: [enrollmentClosed],
});

export const restoreStudy = endpoint({
  method: 'DELETE',
  path: '/enrollments/:enrollmentId/study-entries/:entryId/deletion',
  summary: 'Take back that an entry was deleted; taking it back again changes nothing',
  allow: 'study',
  params: EntryId,
  answer: StudyEntry,
  refusals: [dayIsFull, enrollmentClosed],
});

/** Which entries a list shows: those that fit everything that is said. */
export const EntryFilter = z.object({
  date: LocalDate.optional(),
  from: LocalDate.optional(),
  to: LocalDate.optional(),
  skillId: z.uuid().toLowerCase().optional(),
  projectId: z.uuid().toLowerCase().optional(),
  kind: StudyKind.optional(),
  source: StudySource.optional(),
  recall: z
    .enum([...RECALLS, 'none'])
    .optional()
    .describe('`none`: those that were not rated'),
  text: Line.min(1).check(atMost(100)).optional().describe('Somewhere in the note, whatever the case'),
});
export type EntryFilter = z.output<typeof EntryFilter>;

export const listStudyEntries = endpoint({
  method: 'GET',
  path: '/enrollments/:enrollmentId/study-entries',
  summary: 'List what was logged, the latest day first; all of it, or what a search leaves',
  allow: 'read-enrollment',
  scope: 'read',
  params: EnrollmentId,
  query: Page.extend(EntryFilter.shape),
  answer: pageOf(StudyEntry.omit({ day: true })),
});

export const listStudyDays = endpoint({
  method: 'GET',
  path: '/enrollments/:enrollmentId/study-days',
  summary: 'List study days of a span, oldest first',
  allow: 'read-enrollment',
  scope: 'read',
  params: EnrollmentId,
  query: z.object({ from: LocalDate.optional().describe('A year ago, unless said'), to: LocalDate.optional() }),
  answer: z.object({
    items: z.array(StudyDay),
    nextCursor: z.null(),
    totalMinutes: z.int().describe('Of all days ever'),
    totalDays: z.int(),
  }),
});

export const FinishedProject = z
  .object({
    projectId: z.uuid(),
    finishedOn: LocalDate,
    approvedBy: z
      .string()
      .nullable()
      .describe("The mentor who approved its evidence; null where it is the learner's own word, empty once their account is gone"),
  })
  .meta({ id: 'FinishedProject' });
export type FinishedProject = z.output<typeof FinishedProject>;

export const listFinishedProjects = endpoint({
  method: 'GET',
  path: '/enrollments/:enrollmentId/projects',
  summary: 'List the projects that are done',
  allow: 'read-enrollment',
  scope: 'read',
  params: EnrollmentId,
  answer: z.object({ items: z.array(FinishedProject) }),
});

export const finishProject = endpoint({
  method: 'PUT',
  path: '/enrollments/:enrollmentId/projects/:projectId/completion',
  summary: 'Say that a project is done; one that is already keeps its date',
  allow: 'study',
  scope: 'log-study',
  params: EnrollmentId.extend({ projectId: z.uuid() }),
  query: z.object({ on: LocalDate.optional().describe('The day on which it was done; today unless said') }),
  answer: FinishedProject,
  refusals: [unknownProject, dateNotLoggable, enrollmentClosed],
});

export const reopenProject = endpoint({
  method: 'DELETE',
  path: '/enrollments/:enrollmentId/projects/:projectId/completion',
  summary: 'Say that a project is not done after all',
  allow: 'study',
  scope: 'log-study',
  params: EnrollmentId.extend({ projectId: z.uuid() }),
  refusals: [enrollmentClosed],
});
