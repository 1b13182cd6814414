import { z } from 'zod';
import { endpoint, TEN_MEGABYTES_IN_JSON } from '../../platform/http/endpoint.contract.js';
import { fileMembers, isOneFile, ONE_FILE } from '../../platform/text/uploaded-file.contract.js';
import { problem } from '../../platform/http/problem.contract.js';
import { LONGEST_LIST, Skill, Slug } from '../curriculum-document.contract.js';
import { Unmapped } from './unmapped.contract.js';
import { Line, Lines } from '../../platform/text/normal-text.contract.js';

const Known = z.array(z.object({ slug: Slug, title: Line.optional(), description: Lines.optional() })).max(2 * LONGEST_LIST);

export const FrameworkMapping = z
  .object({
    format: z.enum(['case', 'moodle']),
    title: z.string(),
    added: z.array(Skill).describe('To be added after the skills of the level; weights and efforts are for you to give'),
    kept: z.array(z.string()).describe('Titles of those that the level has already; they stay as they are'),
    unmapped: z.array(Unmapped).describe('What the framework holds and a level cannot'),
  })
  .meta({ id: 'FrameworkMapping' });
export type FrameworkMapping = z.output<typeof FrameworkMapping>;

export const frameworkInvalid = problem({ slug: 'framework-invalid', status: 422, title: 'The framework cannot be read' });

export const mapFramework = endpoint({
  method: 'POST',
  path: '/framework-mappings',
  bodyBytes: TEN_MEGABYTES_IN_JSON,
  summary: 'Map a skills framework (CASE 1.1 package as JSON, or competencies of Moodle as CSV) onto the skills of a level; saves nothing',
  allow: 'administer',
  body: z
    .object({
      ...fileMembers('The file'),
      skills: Known.default([]).describe('Skills that the level has'),
      projects: Known.default([]).describe('Projects that the level has: no skill gets their slugs'),
    })
    .refine(isOneFile, ONE_FILE),
  answer: FrameworkMapping,
  status: 200,
  refusals: [frameworkInvalid],
});
