/** Entries, newest first. Parameters: act, subject, person, the id to go on before, limit. Each of the first four may be null. */
export const AUDIT_ENTRIES = `
  select id, at, act, by_kind as "byKind", by_id as "byId", subject_kind as "subjectKind", subject_id as "subjectId", subject_label as "subjectLabel",
    involved, personal, detail
  from audit_entry
  where ($1::text is null or act = $1) and ($2::text is null or subject_id = $2)
    and ($3::uuid is null or persons @> array[$3::uuid]) and ($4::uuid is null or id < $4)
  order by id desc limit $5`;
