import { z } from 'zod';
import { Slug } from '../../curriculum/curriculum-document.contract.js';
import { ToldChange } from '../../curriculum/curriculum.contract.js';
import { endpoint, Page, pageOf } from '../../platform/http/endpoint.contract.js';
import { Instant } from '../../platform/time/time.contract.js';
import { EnrollmentId } from '../enrollments.contract.js';

const Parts = z.object({ skills: z.array(z.string()), projects: z.array(z.string()) }).describe('By their titles');

/** The enrollments of one level on one release, and what another release would mean to them. */
export const LevelImpact = z
  .object({
    level: z.object({ id: z.uuid(), slug: z.string(), title: z.string() }),
    release: z.int().describe('The one they are on'),
    enrollments: z.int(),
    gains: Parts,
    loses: Parts.describe('Retired: what was logged for them stays'),
    changes: z.array(z.string()).describe('What else is different for them, in words'),
    stays: z.enum(['level-gone', 'level-not-open']).nullable().describe('Why they cannot be moved; null when they can'),
  })
  .meta({ id: 'LevelImpact' });
export type LevelImpact = z.output<typeof LevelImpact>;

export const Impact = z
  .object({
    release: z.int().nullable().describe('The release it is about; null for the draft'),
    enrollments: z.int().describe('Under way and on other releases'),
    movable: z.int(),
    levels: z.array(LevelImpact),
  })
  .meta({ id: 'ReleaseImpact' });
export type Impact = z.output<typeof Impact>;

export const ReleaseMove = z
  .object({
    id: z.uuid(),
    release: z.int().describe('Where they go'),
    total: z.int(),
    moved: z.int(),
    startedAt: Instant,
    startedBy: z.object({ id: z.uuid(), name: z.string() }).nullable(),
    finishedAt: Instant.nullable(),
    superseded: z.boolean().describe('Whether a later move took its place'),
  })
  .meta({ id: 'ReleaseMove' });
export type ReleaseMove = z.output<typeof ReleaseMove>;

export const ReleaseNews = z
  .object({
    from: z.int(),
    to: z.int(),
    movedAt: Instant,
    changes: z.array(ToldChange).describe('Of the level alone'),
  })
  .meta({ id: 'ReleaseNews' });
export type ReleaseNews = z.output<typeof ReleaseNews>;

const CertificationSlug = z.object({ slug: Slug });

export const readImpact = endpoint({
  method: 'GET',
  path: '/certifications/:slug/impact',
  summary: 'Say what the draft, or a release, would mean to the enrollments on other releases',
  allow: 'administer',
  params: CertificationSlug,
  query: z.object({ release: z.coerce.number().int().min(1).optional().describe('The draft unless said') }),
  answer: Impact,
});

export const moveEnrollments = endpoint({
  method: 'POST',
  path: '/certifications/:slug/moves',
  summary: 'Move every enrollment under way to a release; the worker does it, and plans follow',
  allow: 'administer',
  params: CertificationSlug,
  body: z.object({ release: z.int().min(1) }),
  answer: ReleaseMove,
  status: 202,
});

export const listMoves = endpoint({
  method: 'GET',
  path: '/certifications/:slug/moves',
  summary: 'List the moves of a certification, the newest first, with how far they are',
  allow: 'administer',
  params: CertificationSlug,
  query: Page,
  answer: pageOf(ReleaseMove),
});

export const readReleaseNews = endpoint({
  method: 'GET',
  path: '/enrollments/:enrollmentId/release-news',
  summary: 'Read what a move to another release changed for you, until you have seen it',
  allow: 'study',
  params: EnrollmentId,
  answer: z.object({ news: ReleaseNews.nullable() }),
});

export const putReleaseNewsAway = endpoint({
  method: 'DELETE',
  path: '/enrollments/:enrollmentId/release-news',
  summary: 'Say that you have seen what changed',
  allow: 'study',
  params: EnrollmentId,
});
