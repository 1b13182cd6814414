/** Evidence as the database gives it and the API shows it. */
import type { EntityManager } from 'typeorm';
import type { Evidence, EvidenceItem } from './evidence.contract.js';
import type { Review } from './reviews.contract.js';

export type EvidenceRow = Omit<Evidence, 'submittedAt' | 'deletedAt'> & {
  enrollmentId: string;
  submittedAt: Date;
  deletedAt: Date | null;
  purgedAt: Date | null;
};

/** Of `evidence e`: whether something later stands in its place. */
const REPLACED = `exists (select from evidence later where later.enrollment_id = e.enrollment_id and later.project_id = e.project_id
  and later.number > e.number and later.deleted_at is null)`;
export const STATE = `case when ${REPLACED} then 'resubmitted' else e.state end`;

/** What waits for a review, of `evidence e`. */
export const WAITS = `e.state = 'submitted' and e.deleted_at is null and not ${REPLACED}`;

/** A condition and an order are to be appended. */
export const SHOWN_EVIDENCE = `
  select e.id, e.enrollment_id as "enrollmentId", e.project_id as "projectId", e.number, ${STATE} as state,
    e.submitted_at as "submittedAt", e.deleted_at as "deletedAt", e.purged_at as "purgedAt",
    (select coalesce(json_agg(case i.kind
        when 'link' then json_build_object('kind', 'link', 'url', i.url, 'title', i.title)
        when 'text' then json_build_object('kind', 'text', 'text', i.text)
        else json_build_object('kind', 'file', 'file', json_build_object(
          'id', f.id, 'name', f.name, 'type', f.type, 'bytes', f.bytes, 'uploadedAt', f.uploaded_at)) end order by i.position), '[]')
     from evidence_item i left join evidence_file f on f.id = i.file_id where i.evidence_id = e.id) as items,
    (select coalesce(json_agg(json_build_object('id', r.id, 'verdict', r.verdict, 'criteria', r.criteria, 'comment', r.comment,
        'by', coalesce(mentor.name, ''), 'reviewedAt', r.reviewed_at) order by r.reviewed_at, r.id), '[]')
     from review r left join account mentor on mentor.id = r.reviewed_by where r.evidence_id = e.id) as reviews
  from evidence e`;

export function asEvidence({ enrollmentId: _, purgedAt: __, submittedAt, deletedAt, items, reviews, ...row }: EvidenceRow): Evidence {
  return {
    ...row,
    items: items.map(asItem),
    submittedAt: submittedAt.toISOString(),
    deletedAt: deletedAt?.toISOString() ?? null,
    reviews: reviews.map((review): Review => ({ ...review, reviewedAt: asInstant(review.reviewedAt) })),
  };
}

/** Instants inside JSON come in PostgreSQL's own writing. */
const asInstant = (text: string) => new Date(text).toISOString();
const asItem = (item: EvidenceItem): EvidenceItem =>
  item.kind === 'file' ? { kind: 'file', file: { ...item.file, uploadedAt: asInstant(item.file.uploadedAt) } } : item;

/** One as it stands now, deleted or not, whosever it is: callers look at its enrollment. */
export async function evidenceById(manager: EntityManager, id: string): Promise<EvidenceRow | undefined> {
  const [row] = await manager.query<EvidenceRow[]>(`${SHOWN_EVIDENCE} where e.id = $1`, [id]);
  return row;
}

/** Changes of one enrollment's evidence take turns: which submission is the latest is decided by one at a time. */
export async function takeTurn(tx: EntityManager, enrollmentId: string): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 1))', [enrollmentId]);
}
