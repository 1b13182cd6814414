/** Rows of drafts and their saves. A save never overwrites one it has not seen: its statement asks for the revision it is based on. */
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { CurriculumDocument } from '../curriculum-document.contract.js';
import type { DraftSave, DraftState } from './draft.contract.js';
import { COUNTS, type DraftCounts } from './draft-counts.js';
import type { DraftDocument } from './draft-document.contract.js';

export interface DraftRecord {
  slug: string;
  document: DraftDocument;
  revision: number;
  savedAt: Date;
  saver: { id: string; name: string } | null;
  discarded: boolean;
  /** The current release of the certification, where there is one. */
  release: { number: number; document: CurriculumDocument } | null;
}

const RECORD = `
  select draft.slug, draft.document, draft.revision, draft.saved_at as "savedAt", draft.discarded_at is not null as discarded,
    case when account.id is not null then json_build_object('id', account.id, 'name', account.name) end as saver,
    case when release.id is not null then json_build_object('number', release.number, 'document', release.document) end as release
  from draft
  left join account on account.id = draft.saved_by
  left join certification on certification.slug = draft.slug
  left join release on release.certification_id = certification.id and release.number = certification.current_release_number`;

/** The draft, put away or not. */
export async function findDraft(database: EntityManager, slug: string): Promise<DraftRecord | undefined> {
  const [row] = await database.query<DraftRecord[]>(`${RECORD} where draft.slug = $1`, [slug]);
  return row;
}

export interface OpenDraft extends Omit<DraftState, 'savedAt' | 'faults' | 'changes'> {
  savedAt: Date;
  /** To the microsecond, for the next page. */
  place: string;
  counts: DraftCounts | null;
}

/** Those that are not put away, the one saved last first, without their documents. @param before where the page before ended */
export function openDrafts(database: EntityManager, before: readonly unknown[] | null, limit: number): Promise<OpenDraft[]> {
  return database.query(
    `select draft.slug, coalesce(nullif(draft.document ->> 'title', ''), draft.slug) as title, certification.current_release_number as release,
       draft.revision, draft.saved_at as "savedAt", draft.saved_at::text as place, ${COUNTS} as counts,
       case when account.id is not null then json_build_object('id', account.id, 'name', account.name) end as "savedBy"
     from draft
     left join account on account.id = draft.saved_by
     left join certification on certification.slug = draft.slug
     where draft.discarded_at is null and ($1::timestamptz is null or (draft.saved_at, draft.slug) < ($1, $2::text))
     order by draft.saved_at desc, draft.slug desc limit $3`,
    [...(before ?? [null, null]), limit],
  );
}

/** The current release of a certification, where there is one. */
export async function currentRelease(tx: EntityManager, slug: string): Promise<{ document: CurriculumDocument } | undefined> {
  const [row] = await tx.query<{ document: CurriculumDocument }[]>(
    `select release.document from certification
     join release on release.certification_id = certification.id and release.number = certification.current_release_number
     where certification.slug = $1`,
    [slug],
  );
  return row;
}

export interface NewSave {
  slug: string;
  document: DraftDocument | CurriculumDocument;
  how: DraftSave['how'];
  by: string | null;
  /** An instant. */
  at: string;
}

/** @returns whether it was made: not where there is one already */
export async function beginDraft(tx: EntityManager, { slug, document, how, by, at }: NewSave): Promise<boolean> {
  const made = await tx.query<unknown[]>(
    `with draft as (
       insert into draft (slug, document, revision, saved_at, saved_by) values ($1, $2, 1, $3, $4)
       on conflict (slug) do nothing returning slug, revision, document, saved_at, saved_by)
     insert into draft_save (slug, revision, document, saved_at, saved_by, how, id) select *, $5, $6::uuid from (
       select slug, revision, document, saved_at, saved_by from draft) as draft returning slug`,
    [slug, JSON.stringify(document), at, by, how, uuidv7()],
  );
  return made.length === 1;
}

/** @returns the new revision; undefined where the draft is not at `revision` any more */
export async function addSave(tx: EntityManager, revision: number, { slug, document, how, by, at }: NewSave): Promise<number | undefined> {
  const [saved] = await tx.query<{ revision: number }[]>(
    `with draft as (
       update draft set document = $3, revision = revision + 1, saved_at = $4, saved_by = $5, discarded_at = null
       where slug = $1 and revision = $2 returning slug, revision, document, saved_at, saved_by)
     insert into draft_save (slug, revision, document, saved_at, saved_by, how, id) select *, $6, $7::uuid from (
       select slug, revision, document, saved_at, saved_by from draft) as draft returning revision`,
    [slug, revision, JSON.stringify(document), at, by, how, uuidv7()],
  );
  return saved?.revision;
}

/**
 * Keeps a work that came too late beside the draft. What the same person sent already, on the same base, is not kept twice.
 * @param since revision that the work is based on
 * @returns the id of its save
 */
export async function setAside(tx: EntityManager, since: number, { slug, document, by, at }: Omit<NewSave, 'how'>): Promise<string> {
  const text = JSON.stringify(document);
  const [known] = await tx.query<{ id: string }[]>(
    `select id from draft_save
     where slug = $1 and how = 'set-aside' and since = $2 and saved_by is not distinct from $3::uuid and document = $4::jsonb limit 1`,
    [slug, since, by, text],
  );
  if (known) return known.id;
  const id = uuidv7();
  await tx.query(
    `insert into draft_save (id, slug, revision, document, saved_at, saved_by, how, since)
     select $1, slug, revision, $3, $4, $5, 'set-aside', $6 from draft where slug = $2`,
    [id, slug, text, at, by, since],
  );
  return id;
}
