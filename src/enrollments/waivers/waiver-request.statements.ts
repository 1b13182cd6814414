import type { DataSource } from 'typeorm';
import type { WaiverRequest } from './waiver-requests.contract.js';

export type RequestRow = Omit<WaiverRequest, 'askedAt' | 'closed'> & { askedAt: Date; closedAt: Date | null; closedBy: string };

/** A request as the API shows it; what is to be read besides goes in the middle. */
export const shownRequests = (besides = '') => `
  select request.id, request.reason, request.asked_at as "askedAt", request.outcome, request.answer,
    request.closed_at as "closedAt", coalesce(closer.name, '') as "closedBy",
    json_build_object('id', level.id, 'title', level.title) as level,
    json_build_object('slug', certification.slug, 'title', certification.title) as certification${besides}
  from waiver_request request
  join account learner on learner.id = request.learner_id
  join level on level.id = request.level_id
  join certification on certification.id = level.certification_id
  left join account closer on closer.id = request.closed_by`;

export function shownRequest<Row extends RequestRow>({ askedAt, closedAt, closedBy, ...request }: Row) {
  return { ...request, askedAt: askedAt.toISOString(), closed: closedAt && { at: closedAt.toISOString(), by: closedBy } };
}

/** What a learner asked for last, however it ended. */
export async function latestRequest(database: DataSource, learnerId: string, levelId: string): Promise<WaiverRequest | null> {
  const [row] = await database.query<RequestRow[]>(
    `${shownRequests()} where request.learner_id = $1 and request.level_id = $2 order by request.id desc limit 1`,
    [learnerId, levelId],
  );
  return row ? shownRequest(row) : null;
}
