import { z } from 'zod';
import { endpoint } from '../platform/http/endpoint.contract.js';
import { atMost, Line } from '../platform/text/normal-text.contract.js';

/** What of a curriculum can be found, in the order in which titles that match equally well are listed. */
export const PassageKind = z
  .enum(['certification', 'level', 'skill', 'project', 'learning-path', 'job-role', 'next-certification', 'provider', 'question'])
  .meta({ id: 'PassageKind' });
export type PassageKind = z.output<typeof PassageKind>;

/** A stretch of text; `hit` where it is a word that was asked for. */
export const ExcerptPiece = z.object({ text: z.string(), hit: z.boolean() }).meta({ id: 'ExcerptPiece' });
export type ExcerptPiece = z.output<typeof ExcerptPiece>;

export const SearchResult = z
  .object({
    kind: PassageKind,
    slug: z.string().describe('Within its certification, or its level; of a next certification the way there: same-track, cross-track or leadership'),
    title: z.string(),
    excerpt: z.array(ExcerptPiece).describe('Plain text in pieces, never markup; empty where there is nothing but the title'),
    certification: z.object({ slug: z.string(), title: z.string() }),
    level: z.object({ id: z.uuid(), slug: z.string(), title: z.string() }).nullable().describe('Null for what belongs to the certification as a whole'),
  })
  .meta({ id: 'SearchResult' });
export type SearchResult = z.output<typeof SearchResult>;

export const searchCurricula = endpoint({
  method: 'GET',
  path: '/search',
  summary: 'Find anything in the current releases of all certifications, by beginnings of words and despite misspelling, the best first',
  allow: 'public',
  query: z.object({
    q: Line.min(1).check(atMost(100)).describe('Words; one that is not finished finds what begins with it'),
    limit: z.coerce.number().int().min(1).max(50).default(20),
  }),
  answer: z.object({ items: z.array(SearchResult) }),
});
