import type { EnrollmentState } from '../enrollment-life.js';
import type { ReleaseMove } from './moves.contract.js';

/** Enrollments that are under way: a passed or withdrawn one stays on the release it ended on. */
const UNDER_WAY: readonly EnrollmentState[] = ['requested', 'active', 'paused', 'failed'];
export const UNDER_WAY_SQL = `state in (${UNDER_WAY.map((state) => `'${state}'`).join(', ')})`;

export interface ReleaseCount {
  level: { id: string; slug: string; title: string };
  release: number;
  releaseId: string;
  enrollments: number;
}

/** Enrollments under way by level and release. Parameters: certification, number of the release that does not count (null counts all). */
export const countByRelease = `
  select json_build_object('id', level.id, 'slug', level.slug, 'title', level.title) as level,
    release.number as release, release.id as "releaseId", counted.enrollments
  from (
    select level_id, release_id, count(*)::int as enrollments from enrollment
    where level_id in (select id from level where certification_id = $1) and ${UNDER_WAY_SQL}
    group by level_id, release_id
  ) as counted
  join level on level.id = counted.level_id
  join release on release.id = counted.release_id
  where release.number is distinct from $2::int
  order by level.title, release.number`;

export type ShownMove = Omit<ReleaseMove, 'startedAt' | 'finishedAt'> & { startedAt: Date; finishedAt: Date | null };

/** A move as the API shows it; a condition and an order are to be appended. */
export const SHOWN_MOVE = `
  select move.id, release.number as release, move.total, move.moved, move.started_at as "startedAt", move.finished_at as "finishedAt",
    move.superseded_by is not null as superseded,
    case when account.id is not null then json_build_object('id', account.id, 'name', account.name) end as "startedBy"
  from release_move move
  join release on release.id = move.release_id
  left join account on account.id = move.started_by`;
