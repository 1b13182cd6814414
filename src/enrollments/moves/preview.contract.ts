import { z } from 'zod';
import { curriculumInvalid, ToldChange } from '../../curriculum/curriculum.contract.js';
import { endpoint, TEN_MEGABYTES_IN_JSON } from '../../platform/http/endpoint.contract.js';
import { fileInJson } from '../../platform/text/uploaded-file.contract.js';
import { Impact } from './moves.contract.js';

export const CurriculumPreview = z
  .object({
    slug: z.string(),
    title: z.string(),
    current: z.int().nullable().describe('The release that is current now; null for a certification that is new here'),
    changes: z.array(ToldChange).describe('What the next release would change; nothing would be published where there is none'),
    impact: Impact.describe('Whom it would concern: those under way who would then be on older releases'),
  })
  .meta({ id: 'CurriculumPreview' });
export type CurriculumPreview = z.output<typeof CurriculumPreview>;

/** Here and not beside publishing, for what it says of enrollments is theirs to know. */
export const previewCurriculum = endpoint({
  method: 'POST',
  path: '/curriculum-previews',
  bodyBytes: TEN_MEGABYTES_IN_JSON,
  summary: 'Say what publishing a curriculum would change, and for whom, without doing it',
  allow: 'administer',
  body: fileInJson('YAML or JSON'),
  answer: CurriculumPreview,
  status: 200,
  refusals: [curriculumInvalid],
});
