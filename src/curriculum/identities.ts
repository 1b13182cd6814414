import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { CurriculumDocument } from './curriculum-document.contract.js';

interface Named {
  parentId: string;
  slug: string;
  title: string;
}

/**
 * Brings the identity rows of a certification in line with its newest document: what is new gets a row, what is back is no longer
 * retired, what is missing is retired. No row ever goes, for progress points at it. `now` is an instant, for what retires.
 */
export async function alignIdentities(tx: EntityManager, certificationId: string, { levels }: CurriculumDocument, now: string): Promise<void> {
  const idBySlug = await upsert(
    tx,
    'level',
    'certification_id',
    levels.map(({ slug, title }) => ({ parentId: certificationId, slug, title })),
  );
  const within = (key: 'skills' | 'projects') =>
    levels.flatMap((level) => level[key].map(({ slug, title }) => ({ parentId: idBySlug.get(level.slug) ?? '', slug, title })));
  await upsert(tx, 'skill', 'level_id', within('skills'));
  await upsert(tx, 'project', 'level_id', within('projects'));
  await retire(tx, certificationId, levels, now);
}

/** Answers ids by slug, which is of use where all have one parent. */
async function upsert(tx: EntityManager, table: string, parent: string, rows: readonly Named[]): Promise<Map<string, string>> {
  const written = await tx.query<{ id: string; slug: string }[]>(
    `insert into ${table} (id, ${parent}, slug, title)
     select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[])
     on conflict (${parent}, slug) do update set title = excluded.title, retired_at = null
     returning id, slug`,
    [rows.map(() => uuidv7()), rows.map(({ parentId }) => parentId), rows.map(({ slug }) => slug), rows.map(({ title }) => title)],
  );
  return new Map(written.map(({ id, slug }) => [slug, id]));
}

/** A level that is gone takes its skills and projects along: their pairs of slugs are not in the document either. */
async function retire(tx: EntityManager, certificationId: string, levels: CurriculumDocument['levels'], now: string): Promise<void> {
  await tx.query(`update level set retired_at = $3::timestamptz where certification_id = $1 and retired_at is null and slug <> all ($2::text[])`, [
    certificationId,
    levels.map(({ slug }) => slug),
    now,
  ]);
  for (const key of ['skill', 'project'] as const) {
    const there = levels.flatMap((level) => level[`${key}s`].map(({ slug }) => `${level.slug}/${slug}`));
    await tx.query(
      `update ${key} set retired_at = $3::timestamptz from level
       where level.id = ${key}.level_id and level.certification_id = $1 and ${key}.retired_at is null
         and level.slug || '/' || ${key}.slug <> all ($2::text[])`,
      [certificationId, there, now],
    );
  }
}
