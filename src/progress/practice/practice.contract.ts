/** What a learner knows by other signs than time: results of practice exams, and their own word for each skill. */
import { z } from 'zod';
import { EnrollmentId } from '../../enrollments/enrollments.contract.js';
import { endpoint, IdempotencyKey, Page, pageOf } from '../../platform/http/endpoint.contract.js';
import { Instant, LocalDate } from '../../platform/time/time.contract.js';
import { atMost, Line } from '../../platform/text/normal-text.contract.js';
import { dateNotLoggable, enrollmentClosed, keyTaken, unknownSkill } from '../progress.contract.js';

const MOST_ITEMS = 1_000;
const MOST_SKILLS = 100;

const items = {
  itemsRight: z.int('A whole number').min(0, 'None at least'),
  itemsAsked: z.int('A whole number').min(1, 'At least 1').max(MOST_ITEMS, 'At most 1,000'),
};
type Items = { itemsRight: number; itemsAsked: number };
const isPossible = ({ itemsRight, itemsAsked }: Items) => itemsRight <= itemsAsked;
const IMPOSSIBLE = { path: ['itemsRight'], message: 'No more than were asked' };

export const SkillResultInput = z.object({ skillId: z.uuid().toLowerCase(), ...items }).refine(isPossible, IMPOSSIBLE);

/** A practice exam, whole and by skill as far as it tells; an item may belong to several skills, so the parts need not sum to the whole. */
export const PracticeResultInput = z
  .object({
    takenOn: LocalDate.describe("The learner's own date"),
    source: Line.min(1, 'Enter the name of the exam').check(atMost(120)).describe('Name of the exam, for example: Udemy mock 1'),
    ...items,
    skills: z.array(SkillResultInput).max(MOST_SKILLS, 'At most 100').default([]),
  })
  .refine(isPossible, IMPOSSIBLE)
  .refine(({ skills }) => new Set(skills.map(({ skillId }) => skillId)).size === skills.length, { path: ['skills'], message: 'Each skill once' })
  .refine(({ skills, ...whole }) => skills.every((part) => part.itemsAsked <= whole.itemsAsked && part.itemsRight <= whole.itemsRight), {
    path: ['skills'],
    message: 'No skill has more items than the whole',
  })
  .meta({ id: 'PracticeResultInput' });
export type PracticeResultInput = z.output<typeof PracticeResultInput>;

export const PracticeResult = z
  .object({
    id: z.uuid(),
    takenOn: LocalDate,
    source: z.string(),
    itemsRight: z.int(),
    itemsAsked: z.int(),
    skills: z.array(z.object({ skillId: z.uuid(), itemsRight: z.int(), itemsAsked: z.int() })),
    recordedAt: Instant,
    changedAt: Instant,
    deletedAt: Instant.nullable().describe('Set for one that was deleted: a late repeat does not bring it back'),
  })
  .meta({ id: 'PracticeResult' });
export type PracticeResult = z.output<typeof PracticeResult>;

const ResultId = EnrollmentId.extend({ resultId: z.uuid() });

export const recordPractice = endpoint({
  method: 'POST',
  path: '/enrollments/:enrollmentId/practice-results',
  summary: 'Record the result of a practice exam',
  allow: 'study',
  params: EnrollmentId,
  headers: IdempotencyKey,
  body: PracticeResultInput,
  answer: PracticeResult,
  refusals: [dateNotLoggable, unknownSkill, keyTaken, enrollmentClosed],
});

export const listPractice = endpoint({
  method: 'GET',
  path: '/enrollments/:enrollmentId/practice-results',
  summary: 'List results of practice exams, the latest first',
  allow: 'read-enrollment',
  params: EnrollmentId,
  query: Page,
  answer: pageOf(PracticeResult),
});

export const correctPractice = endpoint({
  method: 'PUT',
  path: '/enrollments/:enrollmentId/practice-results/:resultId',
  summary: 'Correct the result of a practice exam, as a whole',
  allow: 'study',
  params: ResultId,
  body: PracticeResultInput,
  answer: PracticeResult,
  refusals: [dateNotLoggable, unknownSkill, enrollmentClosed],
});

export const deletePractice = endpoint({
  method: 'DELETE',
  path: '/enrollments/:enrollmentId/practice-results/:resultId',
  summary: 'Delete the result of a practice exam; deleting it again changes nothing',
  allow: 'study',
  params: ResultId,
  answer: PracticeResult,
  refusals: [enrollmentClosed],
});

export const restorePractice = endpoint({
  method: 'DELETE',
  path: '/enrollments/:enrollmentId/practice-results/:resultId/deletion',
  summary: 'Take back that a result was deleted; taking it back again changes nothing',
  allow: 'study',
  params: ResultId,
  answer: PracticeResult,
  refusals: [enrollmentClosed],
});

/** 1: never heard of it; 2: heard of it; 3: can do it with help; 4: can do it alone; 5: could teach it. */
export const Rating = z
  .int()
  .min(1, 'From 1 to 5')
  .max(5, 'From 1 to 5')
  .describe('1 never heard of it, 2 heard of it, 3 with help, 4 alone, 5 could teach it');
const DatedRating = z.object({ rating: Rating, ratedOn: LocalDate });

export const SelfRating = DatedRating.extend({
  skillId: z.uuid(),
  earlier: z.array(DatedRating).describe('Those before it, the latest first'),
}).meta({ id: 'SelfRating' });
export type SelfRating = z.output<typeof SelfRating>;

const RatedSkill = EnrollmentId.extend({ skillId: z.uuid() });

export const listSelfRatings = endpoint({
  method: 'GET',
  path: '/enrollments/:enrollmentId/self-ratings',
  summary: 'List how the learner rates themselves in each skill, with earlier ratings',
  allow: 'read-enrollment',
  params: EnrollmentId,
  answer: z.object({ items: z.array(SelfRating) }),
});

export const rateSkill = endpoint({
  method: 'PUT',
  path: '/enrollments/:enrollmentId/self-ratings/:skillId',
  summary: 'Rate yourself in a skill today; the last rating of a day counts',
  allow: 'study',
  params: RatedSkill,
  body: z.object({ rating: Rating }),
  answer: SelfRating,
  refusals: [unknownSkill, enrollmentClosed],
});

export const unrateSkill = endpoint({
  method: 'DELETE',
  path: '/enrollments/:enrollmentId/self-ratings/:skillId',
  summary: 'Take back the latest rating of a skill: the one before it counts again',
  allow: 'study',
  params: RatedSkill,
  refusals: [enrollmentClosed],
});
