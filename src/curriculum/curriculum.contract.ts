import { z } from 'zod';
import { endpoint, Page, pageOf, TEN_MEGABYTES_IN_JSON } from '../platform/http/endpoint.contract.js';
import { problem } from '../platform/http/problem.contract.js';
import { notFound } from '../platform/http/problems.contract.js';
import { fileInJson } from '../platform/text/uploaded-file.contract.js';
import { Instant } from '../platform/time/time.contract.js';
import { atMost, Line } from '../platform/text/normal-text.contract.js';
import { CurriculumChange } from './curriculum-change.contract.js';
import { CurriculumDocument, LevelDocument, Project, Skill, Slug } from './curriculum-document.contract.js';

const identified = { id: z.uuid() };

/** A level as its release has it, with the ids that stay the same across releases. */
const levelFields = LevelDocument.extend({
  ...identified,
  open: z.boolean().describe('Whether one can enroll; not while its skills have no weights'),
  skills: z.array(Skill.extend(identified)),
  projects: z.array(Project.extend(identified)),
});
export const Level = levelFields.meta({ id: 'Level' });
export type Level = z.output<typeof Level>;

/** Who can find a certification and start it. Those who prepare for it already are never affected. */
export const Offering = z
  .enum(['listed', 'hidden', 'archived'])
  .describe(
    '`listed`: in the catalog. `hidden`: only with its address, and open to new learners. `archived`: only with its address, and closed to new learners',
  )
  .meta({ id: 'Offering' });
export type Offering = z.output<typeof Offering>;

export const Certification = CurriculumDocument.extend({
  levels: z.array(Level).describe('In the order they are best taken'),
  release: z.int(),
  publishedAt: Instant,
  offering: Offering,
}).meta({ id: 'Certification' });
export type Certification = z.output<typeof Certification>;

export const CertificationRow = z
  .object({
    slug: z.string(),
    title: z.string(),
    summary: z.string().describe('As plain text'),
    host: z.string(),
    release: z.int(),
    offering: Offering,
    validityMonths: z.object({ min: z.int(), max: z.int() }).nullable().describe('How long a certificate is valid; null where the program does not say'),
    levels: z.array(
      z.object({
        ...{ id: z.uuid(), slug: z.string(), title: z.string(), track: z.string(), order: z.int(), optional: z.boolean(), open: z.boolean() },
        skills: z.int().describe('How many'),
        demanding: z.boolean().describe('Whether it enforces anything that comes first'),
      }),
    ),
  })
  .meta({ id: 'CertificationRow' });
export type CertificationRow = z.output<typeof CertificationRow>;

export const LevelPage = levelFields
  .extend({
    certification: z.object({ slug: z.string(), title: z.string(), offering: Offering }),
    release: z.int().describe('The current one; for a retired level the last that held it'),
    retiredAt: Instant.nullable(),
  })
  .meta({ id: 'LevelPage' });
export type LevelPage = z.output<typeof LevelPage>;

export const Publication = z
  .object({
    slug: z.string(),
    title: z.string(),
    release: z.int(),
    published: z.boolean().describe('False when the current release holds the same already'),
    publishedAt: Instant,
  })
  .meta({ id: 'Publication' });
export type Publication = z.output<typeof Publication>;

export const ReleaseRow = z
  .object({
    number: z.int(),
    publishedAt: Instant,
    publishedBy: z.object({ id: z.uuid(), name: z.string() }).nullable().describe('Null for what came with Daymark, and once the account is gone'),
  })
  .meta({ id: 'ReleaseRow' });
export type ReleaseRow = z.output<typeof ReleaseRow>;

/** A change with what a person would say of it. */
export const ToldChange = CurriculumChange.and(z.object({ words: z.string() })).meta({ id: 'ToldChange' });
export type ToldChange = z.output<typeof ToldChange>;

export const ReleaseInFull = z
  .object({
    number: z.int(),
    title: z.string(),
    publishedAt: Instant,
    since: z.int().nullable().describe('The release that `changes` are told from; null for the first'),
    changes: z.array(ToldChange),
    text: z.string().describe('The whole of it as YAML or JSON, to import elsewhere'),
  })
  .meta({ id: 'ReleaseInFull' });
export type ReleaseInFull = z.output<typeof ReleaseInFull>;

export const curriculumInvalid = problem({ slug: 'curriculum-invalid', status: 422, title: 'The curriculum has faults' });

const CertificationSlug = z.object({ slug: Slug });

export const listCertifications = endpoint({
  method: 'GET',
  path: '/certifications',
  summary: 'List certifications with their levels',
  allow: 'public',
  query: Page.extend({ q: Line.min(1).check(atMost(120)).optional().describe('A part of its title or slug, or of the title of one of its levels') }),
  answer: pageOf(CertificationRow),
});

export const listUnlistedCertifications = endpoint({
  method: 'GET',
  path: '/unlisted-certifications',
  summary: 'List hidden and archived certifications with their levels',
  allow: 'administer',
  query: Page,
  answer: pageOf(CertificationRow),
});

export const setOffering = endpoint({
  method: 'PUT',
  path: '/certifications/:slug/offering',
  summary: 'List, hide or archive a certification; those who prepare for it continue',
  allow: 'administer',
  params: CertificationSlug,
  body: z.object({ offering: Offering }),
  answer: z.object({ slug: z.string(), offering: Offering }),
  refusals: [notFound],
});

export const readCertification = endpoint({
  method: 'GET',
  path: '/certifications/:slug',
  summary: 'Read the current release of a certification, as a whole',
  allow: 'public',
  params: CertificationSlug,
  answer: Certification,
});

export const readLevel = endpoint({
  method: 'GET',
  path: '/levels/:levelId',
  summary: 'Read one level',
  allow: 'public',
  params: z.object({ levelId: z.uuid() }),
  answer: LevelPage,
});

export const publishCurriculum = endpoint({
  method: 'POST',
  path: '/certifications',
  bodyBytes: TEN_MEGABYTES_IN_JSON,
  summary: 'Publish a curriculum: as the first release, or as the next one where it differs from the current',
  allow: 'administer',
  body: fileInJson('YAML or JSON'),
  answer: Publication,
  refusals: [curriculumInvalid],
});

export const listReleases = endpoint({
  method: 'GET',
  path: '/certifications/:slug/releases',
  summary: 'List the releases of a certification, the newest first',
  allow: 'administer',
  params: CertificationSlug,
  query: Page,
  answer: pageOf(ReleaseRow),
});

export const readRelease = endpoint({
  method: 'GET',
  path: '/certifications/:slug/releases/:number',
  summary: 'Read a release as text, and what it changed',
  allow: 'administer',
  params: CertificationSlug.extend({ number: z.coerce.number().int().min(1) }),
  query: z.object({
    since: z.coerce.number().int().min(1).optional().describe('The release to compare with; the one before unless said'),
    format: z.enum(['yaml', 'json']).default('yaml').describe('What `text` is written in'),
  }),
  answer: ReleaseInFull,
});
