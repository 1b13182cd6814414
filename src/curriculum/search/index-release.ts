import type { EntityManager } from 'typeorm';
import type { CurriculumDocument } from '../curriculum-document.contract.js';
import { passagesOf } from './passages.js';
import { vocabularyOf, wordsOf } from './words.js';

/** Makes the current release of a certification what is found of it, in the transaction that publishes it; its levels must have their ids by then. */
export async function indexRelease(tx: EntityManager, certificationId: string, document: CurriculumDocument): Promise<void> {
  const passages = passagesOf(document);
  const words = (text: string) => wordsOf(text).join(' ');
  await tx.query('delete from curriculum_passage where certification_id = $1', [certificationId]);
  await tx.query(
    `insert into curriculum_passage (certification_id, number, release_number, kind, level_id, slug, title, body, words)
     select certification.id, passage.number, certification.current_release_number, passage.kind, level.id, passage.slug, passage.title, passage.body,
            setweight(to_tsvector('simple', title_words) || to_tsvector('english', title_words), 'A')
         || setweight(to_tsvector('simple', body_words)  || to_tsvector('english', body_words),  'D')
     from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[])
            with ordinality as passage (kind, level, slug, title, body, title_words, body_words, number)
          join certification on certification.id = $1
          left join level on level.certification_id = certification.id and level.slug = passage.level`,
    [
      certificationId,
      passages.map(({ kind }) => kind),
      passages.map(({ level }) => level),
      passages.map(({ slug }) => slug),
      passages.map(({ title }) => title),
      passages.map(({ body }) => body),
      passages.map(({ title }) => words(title)),
      passages.map(({ body }) => words(body)),
    ],
  );
  await tx.query('insert into curriculum_word (word) select unnest($1::text[]) on conflict do nothing', [
    vocabularyOf(passages.flatMap(({ title, body }) => [title, body])),
  ]);
}
