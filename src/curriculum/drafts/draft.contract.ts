import { z } from 'zod';
import { endpoint, Page, pageOf, TEN_MEGABYTES_IN_JSON } from '../../platform/http/endpoint.contract.js';
import { problem } from '../../platform/http/problem.contract.js';
import { fileForms } from '../../platform/text/uploaded-file.contract.js';
import { Instant } from '../../platform/time/time.contract.js';
import { Slug, Title } from '../curriculum-document.contract.js';
import { curriculumInvalid, Publication, ToldChange } from '../curriculum.contract.js';
import { Fault } from '../fault.contract.js';
import { DraftDocument } from './draft-document.contract.js';
import { UnfinishedText } from '../../platform/text/normal-text.contract.js';

const Saver = z.object({ id: z.uuid(), name: z.string() }).nullable().describe('Null for the command line, and once the account is gone');

/** A save of a draft, as a line of its history. */
export const DraftSave = z
  .object({
    id: z.uuid(),
    revision: z.int().describe('What it made of the draft; for one that was set aside, the revision that stood when it came, and stayed'),
    since: z.int().nullable().describe('Of one that was set aside: the revision it was based on'),
    savedAt: Instant,
    savedBy: Saver,
    how: z
      .enum(['opened', 'edited', 'imported', 'restored', 'merged', 'followed', 'set-aside'])
      .describe(
        '`followed`: a release that was published meanwhile was brought in. `set-aside`: it came too late, and is kept beside the draft so that no work is lost',
      ),
  })
  .meta({ id: 'DraftSave' });
export type DraftSave = z.output<typeof DraftSave>;

const draftFields = {
  slug: z.string(),
  title: z.string(),
  release: z.int().nullable().describe('The current release; null for a certification that was never published'),
  revision: z.int().describe('Grows with each save; goes into If-Match'),
  savedAt: Instant,
  savedBy: Saver,
};

export const DraftRow = z.object({ ...draftFields, changes: z.int(), faults: z.int() }).meta({ id: 'DraftRow' });
export type DraftRow = z.output<typeof DraftRow>;

/** What a save answers: all but the document, which the sender has. */
export const DraftState = z
  .object({
    ...draftFields,
    faults: z.array(Fault).describe('Everything that keeps it from being published'),
    changes: z.array(ToldChange).describe('Since the current release'),
  })
  .meta({ id: 'DraftState' });
export type DraftState = z.output<typeof DraftState>;

export const Draft = DraftState.extend({ document: DraftDocument }).meta({ id: 'Draft' });
export type Draft = z.output<typeof Draft>;

export const draftStale = problem({ slug: 'draft-stale', status: 412, title: 'Somebody else saved this draft meanwhile' });
export const nameTaken = problem({ slug: 'name-taken', status: 409, title: 'There is a certification of that name' });

const DraftSlug = z.object({ slug: Slug });

/** The revision an edit is based on, as an entity tag: `"7"`. */
const IfMatch = z.object({
  'if-match': z
    .string('Send the revision you edited as If-Match: "7"')
    .regex(/^"\d{1,9}"$/, 'Must be a revision in quotes, as in "7"')
    .describe('The revision it is based on, in quotes'),
});
export const revisionOf = (tag: string): number => Number(tag.slice(1, -1));
export const tagOf = (revision: number): string => `"${revision}"`;

export const listDrafts = endpoint({
  method: 'GET',
  path: '/drafts',
  summary: 'List the curricula that are being written, the one saved last first',
  allow: 'administer',
  query: Page,
  answer: pageOf(DraftRow),
});

export const openDraft = endpoint({
  method: 'POST',
  path: '/drafts',
  bodyBytes: TEN_MEGABYTES_IN_JSON,
  summary: 'Open a draft: of a certification as it is, of a new one by its name, or from a file',
  allow: 'administer',
  body: z.union([
    z.strictObject({ certification: Slug.describe('Its draft; made from the current release where there is none') }),
    z.strictObject({ title: Title.describe('What a new certification is called') }),
    ...fileForms('YAML or JSON; becomes the next save of that certification’s draft'),
  ]),
  answer: Draft,
  refusals: [nameTaken, curriculumInvalid],
});

export const readDraft = endpoint({
  method: 'GET',
  path: '/drafts/:slug',
  summary: 'Read a draft, with its faults and what it changes',
  allow: 'administer',
  params: DraftSlug,
  query: z.object({ since: z.coerce.number().int().min(1).optional().describe('The release that `changes` are told from; the current one unless said') }),
  answer: Draft,
});

export const saveDraft = endpoint({
  method: 'PUT',
  path: '/drafts/:slug',
  bodyBytes: TEN_MEGABYTES_IN_JSON,
  summary: 'Save a draft as a whole; the save before is kept, and so is one that comes too late: the refusal names it as `saveId`',
  allow: 'administer',
  params: DraftSlug,
  headers: IfMatch,
  body: z.object({ document: DraftDocument, how: z.enum(['edited', 'restored', 'merged']).default('edited') }),
  answer: DraftState,
  refusals: [draftStale],
});

export const discardDraft = endpoint({
  method: 'DELETE',
  path: '/drafts/:slug',
  summary: 'Put a draft away; its saves are kept, and there again when it is opened anew',
  allow: 'administer',
  params: DraftSlug,
});

export const listSaves = endpoint({
  method: 'GET',
  path: '/drafts/:slug/saves',
  summary: 'List the saves of a draft, the newest first',
  allow: 'administer',
  params: DraftSlug,
  query: Page,
  answer: pageOf(DraftSave),
});

export const readSave = endpoint({
  method: 'GET',
  path: '/drafts/:slug/saves/:revision',
  summary: 'Read a draft as it was saved then, and what has changed since',
  allow: 'administer',
  params: DraftSlug.extend({
    revision: z.union([z.uuid(), z.coerce.number().int().min(1)]).describe('Its revision; of one that was set aside, its id'),
  }),
  answer: DraftSave.extend({ document: DraftDocument, changes: z.array(ToldChange).describe('From then to the draft as it stands') }),
});

export const Conflict = z
  .object({ key: z.string(), mine: ToldChange, theirs: ToldChange })
  .describe('The same thing, changed by both in different ways')
  .meta({ id: 'DraftConflict' });
export type Conflict = z.output<typeof Conflict>;

export const Merge = z
  .object({
    revision: z.int().describe('The newest, to save the result onto'),
    savedBy: Saver,
    document: DraftDocument.describe('Both works in one; where they conflict, as chosen'),
    mine: z.array(ToldChange),
    theirs: z.array(ToldChange),
    conflicts: z.array(Conflict),
  })
  .meta({ id: 'DraftMerge' });
export type Merge = z.output<typeof Merge>;

export const mergeDraft = endpoint({
  method: 'POST',
  path: '/drafts/:slug/merges',
  bodyBytes: TEN_MEGABYTES_IN_JSON,
  summary: 'Work out what becomes of a draft that two people edited at once; saves nothing',
  allow: 'administer',
  params: DraftSlug,
  body: z.object({
    since: z.int().min(1).describe('The revision that `document` is based on'),
    document: DraftDocument,
    theirs: z.array(UnfinishedText).max(1_000).default([]).describe('Keys of the conflicts in which the other work is to stay; in the rest it is yours'),
  }),
  answer: Merge,
  status: 200,
});

export const publishDraft = endpoint({
  method: 'POST',
  path: '/certifications/:slug/releases',
  summary: 'Publish the draft of a certification as its next release',
  allow: 'administer',
  params: DraftSlug,
  headers: IfMatch,
  answer: Publication,
  refusals: [draftStale, curriculumInvalid],
});
