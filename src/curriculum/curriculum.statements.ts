import type { Statement } from '../platform/database/statements.js';

const currentRelease = `join release on release.certification_id = certification.id and release.number = certification.current_release_number`;

/** Parameters: slug that the page before ended with, limit, part of a title or slug or null, which offerings. By bytes, so that order and cursor agree whatever the database's collation. */
export const certificationPage: Statement = {
  name: 'certification-page',
  text: `
    select release.id as "releaseId", certification.offering from certification ${currentRelease}
    where certification.slug collate "C" > $1 and certification.offering = any($4::text[])
      and ($3::text is null or strpos(search_key(certification.title), search_key($3)) > 0 or strpos(certification.slug, search_key($3)) > 0
        or exists (select from level where level.certification_id = certification.id and level.retired_at is null and strpos(search_key(level.title), search_key($3)) > 0))
    order by certification.slug collate "C" limit $2`,
};

export const certificationBySlug: Statement = {
  name: 'certification-by-slug',
  text: `select certification.id, certification.offering, release.id as "currentReleaseId" from certification ${currentRelease} where certification.slug = $1`,
};

export const levelById: Statement = {
  name: 'level-by-id',
  text: `
    select level.retired_at as "retiredAt", release.id as "currentReleaseId", certification.offering
    from level join certification on certification.id = level.certification_id ${currentRelease}
    where level.id = $1`,
};

/** For a level that later releases left out. Looks into documents from the newest back, which is few as long as few levels retire. */
export const lastReleaseWithLevel: Statement = {
  name: 'last-release-with-level',
  text: `
    select release.id as "releaseId"
    from level join release on release.certification_id = level.certification_id
    where level.id = $1 and release.document -> 'levels' @> jsonb_build_array(jsonb_build_object('slug', level.slug))
    order by release.number desc limit 1`,
};

export interface ReleaseOf {
  number: number;
  publishedAt: Date;
  publisherId: string | null;
  publisher: string | null;
}

/** Parameters: certification, number that the page before ended with, limit. */
export const releasesOf: Statement = {
  name: 'releases-of-certification',
  text: `
    select release.number, release.published_at as "publishedAt", account.id as "publisherId", account.name as publisher
    from release left join account on account.id = release.published_by
    where release.certification_id = $1 and ($2::int is null or release.number < $2) order by release.number desc limit $3`,
};
