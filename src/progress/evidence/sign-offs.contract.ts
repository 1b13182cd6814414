import { z } from 'zod';
import { EnrollmentId } from '../../enrollments/enrollments.contract.js';
import { endpoint } from '../../platform/http/endpoint.contract.js';
import { Instant } from '../../platform/time/time.contract.js';
import { unknownSkill } from '../progress.contract.js';
import { ownWork } from './reviews.contract.js';
import { atMost, Lines } from '../../platform/text/normal-text.contract.js';

const Decision = z.object({ at: Instant, by: z.string().describe('Their name; empty once the account is gone') });

export const SignOff = z
  .object({
    id: z.uuid(),
    skill: z.object({ id: z.uuid(), slug: z.string(), title: z.string() }),
    note: z.string(),
    signed: Decision,
    revoked: Decision.nullable(),
  })
  .meta({ id: 'SignOff' });
export type SignOff = z.output<typeof SignOff>;

const SkillOfEnrollment = EnrollmentId.extend({ skillId: z.uuid() });

export const listSignOffs = endpoint({
  method: 'GET',
  path: '/enrollments/:enrollmentId/sign-offs',
  summary: 'List the skills that mentors attested, the latest first; revoked ones too',
  allow: 'read-enrollment',
  params: EnrollmentId,
  answer: z.object({ items: z.array(SignOff) }),
});

export const signOff = endpoint({
  method: 'PUT',
  path: '/enrollments/:enrollmentId/sign-offs/:skillId',
  summary: 'Attest a skill of a learner you mentor; where that holds already it stays as it is',
  allow: 'mentor',
  params: SkillOfEnrollment,
  body: z.object({ note: Lines.check(atMost(1_000)).default('').describe('What the mentor bases it on') }),
  answer: SignOff,
  refusals: [unknownSkill, ownWork],
});

export const revokeSignOff = endpoint({
  method: 'DELETE',
  path: '/enrollments/:enrollmentId/sign-offs/:skillId',
  summary: 'Take a sign-off back; revoking it again changes nothing',
  allow: 'mentor',
  params: SkillOfEnrollment,
  refusals: [ownWork],
});
