import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { COUNTS, type DraftCounts } from '../../curriculum/drafts/draft-counts.js';
import { DraftCountsService } from '../../curriculum/drafts/draft-counts.service.js';
import type { Answer, Received } from '../../platform/http/endpoint.contract.js';
import type { CurriculumRow, listCurricula } from './curricula.contract.js';
import { UNDER_WAY_SQL } from './moves.statements.js';

type Row = Omit<CurriculumRow, 'publishedAt' | 'draft'> & {
  publishedAt: Date | null;
  savedAt: Date | null;
  draft: Pick<NonNullable<CurriculumRow['draft']>, 'revision' | 'savedBy'> | null;
  counts: DraftCounts | null;
};

/** Parameters: slug that the page before ended with, part of a title or slug or null, limit. */
const PAGE = `
  with known as (
    select id, slug, title, current_release_number as release from certification
    union all
    select null, slug, coalesce(nullif(document ->> 'title', ''), slug), null from draft
    where discarded_at is null and not exists (select from certification where certification.slug = draft.slug)
  ), page as (
    select * from known
    where slug collate "C" > $1 and ($2::text is null or strpos(search_key(title), search_key($2)) > 0 or strpos(slug, search_key($2)) > 0)
    order by slug collate "C" limit $3
  )
  select page.slug, page.title, page.release, release.published_at as "publishedAt", draft.saved_at as "savedAt", ${COUNTS} as counts,
    (select count(*)::int from level where level.certification_id = page.id and level.retired_at is null) as levels,
    case when draft.slug is not null then json_build_object(
      'revision', draft.revision,
      'savedBy', case when account.id is not null then json_build_object('id', account.id, 'name', account.name) end) end as draft,
    under_way.enrollments, under_way.behind
  from page
  left join certification on certification.id = page.id
  left join release on release.certification_id = page.id and release.number = page.release
  left join draft on draft.slug = page.slug and draft.discarded_at is null
  left join account on account.id = draft.saved_by
  cross join lateral (
    select coalesce(sum(counted.enrollments), 0)::int as enrollments,
      coalesce(sum(counted.enrollments) filter (where held.number < page.release), 0)::int as behind
    from (
      select release_id, count(*) as enrollments from enrollment
      where level_id in (select id from level where certification_id = page.id) and ${UNDER_WAY_SQL}
      group by release_id
    ) as counted
    join release held on held.id = counted.release_id
  ) as under_way
  order by page.slug collate "C"`;

/** Curricula as admins look after them, in one statement. */
@Injectable()
export class CurriculaService {
  constructor(
    private readonly database: DataSource,
    private readonly counts: DraftCountsService,
  ) {}

  async list({ q, limit, cursor = '' }: Received<typeof listCurricula>['query']): Promise<Answer<typeof listCurricula>> {
    const rows = await this.database.query<Row[]>(PAGE, [cursor, q || null, limit + 1]);
    const page = rows.slice(0, limit);
    const counted = await this.counts.fill(page.flatMap(({ slug, draft, counts }) => (draft ? [{ slug, counts }] : [])));
    const countsOf = new Map(counted.map(({ slug, ...counts }) => [slug, counts]));
    const items = page.map(({ counts: _, savedAt, draft, publishedAt, ...row }) => ({
      ...row,
      publishedAt: publishedAt?.toISOString() ?? null,
      draft: draft && { ...draft, savedAt: savedAt!.toISOString(), ...countsOf.get(row.slug)! },
    }));
    return { items, nextCursor: rows.length > limit ? (items.at(-1)?.slug ?? null) : null };
  }
}
