/**
 * The floor of reading curricula: one named statement that gives the JSON, sent as it comes. It keeps nothing; who has it
 * already is asked by a tag of the content, which must be made each time. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import type { Statement } from '../../src/platform/database/statements.js';
import { serveFloor } from './floor.js';

const currentRelease = 'join release r on r.certification_id = c.id and r.number = c.current_release_number';

/** Parameters: limit. Less than the product answers: no summaries and no hosts, for which whole documents would have to be read. */
const catalog: Statement = {
  name: 'floor-catalog',
  text: `
    select coalesce(json_agg(row), '[]')::text as body from (
      select c.slug, c.title, c.current_release_number as release,
        (select json_agg(json_build_object('id', l.id, 'slug', l.slug, 'title', l.title)) from level l where l.certification_id = c.id) as levels
      from certification c order by c.slug collate "C" limit $1
    ) as row`,
};

/** Parameters: level. */
const level: Statement = {
  name: 'floor-level',
  text: `
    select (
      select each || jsonb_build_object(
        'id', l.id, 'release', r.number,
        'skillIds', (select jsonb_object_agg(slug, id) from skill where level_id = l.id),
        'projectIds', (select jsonb_object_agg(slug, id) from project where level_id = l.id))
      from jsonb_array_elements(r.document -> 'levels') as each where each ->> 'slug' = l.slug)::text as body
    from level l join certification c on c.id = l.certification_id ${currentRelease} where l.id = $1`,
};

await serveFloor((http, pool) => {
  const answer = async (statement: Statement, value: unknown, { headers }: FastifyRequest, reply: FastifyReply) => {
    const { rows } = await pool.query<{ body: string }>({ ...statement, values: [value] });
    const body = rows[0]?.body ?? '';
    const etag = `"${createHash('sha1').update(body).digest('base64url')}"`;
    void reply.header('etag', etag).type('application/json');
    return headers['if-none-match'] === etag ? reply.code(304).send() : reply.send(body);
  };
  http.get('/api/v1/certifications', (request, reply) => answer(catalog, 50, request, reply));
  http.get<{ Params: { levelId: string } }>('/api/v1/levels/:levelId', (request, reply) => answer(level, request.params.levelId, request, reply));
});
