import type { Statement } from '../../platform/database/statements.js';
import type { PassageKind } from '../search.contract.js';

export interface FoundRow {
  kind: PassageKind;
  slug: string;
  title: string;
  body: string;
  certification: { slug: string; title: string };
  level: { id: string; slug: string; title: string } | null;
  /** What a word begins with that was asked for. */
  beginnings: string[];
}

/**
 * Passages that hold what was asked, the best first: titles that are just that, then titles before prose, whole words before beginnings of
 * words. Titles that match equally well follow the order of kinds; prose follows how much of it is about that. Where any
 * word may match, the rank puts those first that hold more of them.
 *
 * A word is sought by its English stem, or as the beginning of a word. One that English does without ('the') only counts where there is
 * no other; it, and a single letter, are sought in titles alone, for they stand in all prose. Where any word may match, only whole ones do:
 * the beginnings of several words are in everything.
 *
 * Parameters: words, and for each its place (words of one place are alternatives), '&' where every place must match or '|' where any may,
 * the query in lower case, limit. Words are letters and digits only (words.ts), so none can be anything but a word to to_tsquery.
 */
export const searchPassages: Statement = {
  name: 'search-passages',
  text: `
    with asked as (
      select place, word, plainto_tsquery('english', word) as stem, to_tsquery('simple', word || ending) as beginning,
             to_tsquery('simple', word || ending || 'A') as beginning_in_title,
             numnode(plainto_tsquery('english', word)) > 0 and length(word) > 1 as telling
      from unnest($1::text[], $2::int[]) as asked (word, place), (select case $3 when '&' then ':*' else ':' end as ending) as form
    ), sought as (
      select place, word, telling,
             case when telling then stem || beginning else beginning_in_title end as anywhere,
             to_tsquery('english', word || ':A') || beginning_in_title as in_title,
             stem || plainto_tsquery('simple', word) as whole,
             to_tsquery('english', word || ':A') || to_tsquery('simple', word || ':A') as whole_in_title
      from asked
      where numnode(beginning) > 0 and (telling or not exists (select from asked where telling))
    ), place as (
      select '(' || string_agg(anywhere::text, '|') || ')' as anywhere,
             '(' || string_agg(in_title::text, '|') || ')' as in_title,
             '(' || string_agg(whole::text, '|') || ')' as whole,
             '(' || string_agg(whole_in_title::text, '|') || ')' as whole_in_title
      from sought group by place
    ), query as (
      select string_agg(anywhere, $3)::tsquery as anywhere, string_agg(in_title, $3)::tsquery as in_title, string_agg(whole, $3)::tsquery as whole,
             string_agg(whole_in_title, $3)::tsquery as whole_in_title,
             (select array_agg(distinct beginning) from sought, unnest(word || tsvector_to_array(to_tsvector('english', word))) as beginning
              where telling) as beginnings
      from place
    ), candidate as materialized (
      select passage.certification_id, passage.number, passage.words, passage.kind, certification.slug, length(passage.title) as length,
             lower(passage.title) = $4 as named, passage.words @@ query.in_title as titled,
             $3 = '&' and passage.words @@ query.whole_in_title as whole_in_title, $3 = '&' and passage.words @@ query.whole as whole
      from query
           join curriculum_passage passage on passage.words @@ query.anywhere
           join certification on certification.id = passage.certification_id and certification.offering = 'listed'
    ), ranked as (
      -- How much of the prose is about it is worth working out only where titles alone do not make a full answer.
      select candidate.*, case when titled and $3 = '&' then 1 else ts_rank('{0.1, 0.2, 0.4, 1}', words, query.anywhere, 1) end as rank
      from candidate cross join query
      where titled or (select count(*) from candidate where titled) < $5
    ), best as (
      select certification_id, number, row_number() over () as place
      from (
        select certification_id, number from ranked
        order by named desc, titled desc, whole_in_title desc, case when titled and $3 = '&' then array_position($6::text[], kind) end,
                 whole desc, rank desc, length, slug, number
        limit $5
      ) as first
    )
    select passage.kind, passage.slug, passage.title, passage.body, coalesce(query.beginnings, '{}') as beginnings,
           json_build_object('slug', certification.slug, 'title', certification.title) as certification,
           case when level.id is not null then json_build_object('id', level.id, 'slug', level.slug, 'title', level.title) end as level
    from query cross join best
         join curriculum_passage passage using (certification_id, number)
         join certification on certification.id = passage.certification_id
         left join level on level.id = passage.level_id
    order by best.place`,
};

/**
 * For each of these words that begins no word of a current release, the nearest that is one: first with two neighbouring letters swapped
 * (which trigrams are bad at), else the most alike by trigrams, if alike enough. Equals all count.
 */
export const wordsMeant: Statement = {
  name: 'search-words-meant',
  text: `
    select asked.word as asked, near.word as meant
    from unnest($1::text[]) as asked (word)
         cross join lateral (
           select word, likeness
           from (
             select word, 1 as likeness
             from generate_series(1, length(asked.word) - 1) as at
                  join curriculum_word
                    on word = left(asked.word, at - 1) || substr(asked.word, at + 1, 1) || substr(asked.word, at, 1) || substr(asked.word, at + 2)
             union all
             select word, similarity(word, asked.word) from curriculum_word where word % asked.word
           ) as like_it
           where likeness >= 0.4
             and exists (select from curriculum_passage where words @@ to_tsquery('simple', like_it.word))
           order by likeness desc
           fetch first row with ties
         ) as near
    where not exists (
      select from curriculum_passage where words @@ (plainto_tsquery('english', asked.word) || to_tsquery('simple', asked.word || ':*'))
    )`,
};
