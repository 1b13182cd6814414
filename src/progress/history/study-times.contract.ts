/** How study adds up: by week, by skill, and in all up to a date. Each is a chart and its table. */
import { z } from 'zod';
import { EnrollmentId } from '../../enrollments/enrollments.contract.js';
import { endpoint } from '../../platform/http/endpoint.contract.js';
import { LocalDate } from '../../platform/time/time.contract.js';

const Span = z.object({ from: LocalDate.optional().describe('A year ago, unless said'), to: LocalDate.optional().describe('Today, unless said') });

export const StudyWeek = z
  .object({ monday: LocalDate, minutes: z.int(), entries: z.int(), days: z.int().describe('Dates with study') })
  .meta({ id: 'StudyWeek' });
export type StudyWeek = z.output<typeof StudyWeek>;

export const listStudyWeeks = endpoint({
  method: 'GET',
  path: '/enrollments/:enrollmentId/study-weeks',
  summary: 'List every week of a span with what was logged in it, oldest first; those without study too',
  allow: 'read-enrollment',
  params: EnrollmentId,
  query: Span,
  answer: z.object({ items: z.array(StudyWeek) }),
});

const SubjectTime = z.object({
  title: z.string(),
  effortMinutes: z.int().describe('Expected'),
  minutes: z.int(),
  entries: z.int(),
  lastStudiedOn: LocalDate.nullable(),
});

export const SkillTime = SubjectTime.extend({
  skillId: z.uuid(),
  weightPercent: z.number().describe('Share in the level'),
  sharePercent: z.number().describe('Share in the minutes of all its skills, to a tenth'),
  recallPercent: z.int().nullable().describe('How likely it is recalled today; null while nothing is known'),
  nextReviewOn: LocalDate.nullable().describe('When that has fallen to 90'),
}).meta({ id: 'SkillTime' });
export type SkillTime = z.output<typeof SkillTime>;

export const ProjectTime = SubjectTime.extend({ projectId: z.uuid() }).meta({ id: 'ProjectTime' });
export type ProjectTime = z.output<typeof ProjectTime>;

export const listSkillTimes = endpoint({
  method: 'GET',
  path: '/enrollments/:enrollmentId/skill-times',
  summary: 'List the time of each skill against its weight, with projects and the rest beside',
  allow: 'read-enrollment',
  params: EnrollmentId,
  answer: z.object({
    items: z.array(SkillTime),
    projects: z.array(ProjectTime),
    otherMinutes: z.int().describe('Of the level as a whole, and of parts that the release no longer has'),
    totalMinutes: z.int(),
  }),
});

export const StudyTotal = z
  .object({ date: LocalDate, minutes: z.int(), totalMinutes: z.int().describe('Up to this date, from the first') })
  .meta({ id: 'StudyTotal' });
export type StudyTotal = z.output<typeof StudyTotal>;

export const listStudyTotals = endpoint({
  method: 'GET',
  path: '/enrollments/:enrollmentId/study-totals',
  summary: 'List dates with study and what it came to by then, oldest first',
  allow: 'read-enrollment',
  params: EnrollmentId,
  query: Span,
  answer: z.object({ items: z.array(StudyTotal) }),
});

export const readExpectedStudy = endpoint({
  method: 'GET',
  path: '/enrollments/:enrollmentId/expected-study',
  summary: "Read what would be studied by each date if the level's effort were spread over the time there is until the exam",
  allow: 'read-enrollment',
  params: EnrollmentId,
  answer: z.object({
    startedOn: LocalDate,
    examOn: LocalDate,
    effortMinutes: z.int().describe('Expected for all skills and projects'),
    items: z.array(z.object({ date: LocalDate, totalMinutes: z.int().describe('Up to this date, from the start') })).describe('Dates with time, oldest first'),
  }),
});
