import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An audit entry keeps the ids of all persons it speaks of, and what it says of each under their id, so that deleting an account blanks
 * exactly that. Rewrites audit_entry, which nobody can read or write meanwhile; 100,000 rows take some seconds.
 */
export class AuditPersons1800000002141 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('drop trigger audit_entry_stays on audit_entry');
    await runner.query('drop function audit_entry_stays');
    await runner.query(`
      alter table audit_entry
        add column by_kind text not null default 'unknown',
        add column involved jsonb not null default '{}',
        add column persons uuid[] not null default '{}',
        add column personal jsonb not null default '{}'`);
    await runner.query(MOVE_UNDER_IDS);
    await runner.query('drop index audit_entry_of_person');
    await runner.query(`
      alter table audit_entry
        drop column by_name,
        alter column by_kind drop default,
        alter column involved drop default,
        alter column persons drop default,
        alter column personal drop default,
        add constraint audit_entry_by_kind
          check (by_kind in ('person', 'visitor', 'command-line', 'daymark', 'unknown') and (by_kind = 'person') = (by_id is not null))`);
    // For everything about one person, and for deleting an account. Of 100,000 entries 20 are about most people: 20 index hits, sorted.
    // For an admin who is in most entries, PostgreSQL reads the primary key backwards instead until the page is full.
    await runner.query('create index audit_entry_persons on audit_entry using gin (persons)');
    await runner.query(GUARD);
    await runner.query('create trigger audit_entry_guard before insert or update or delete on audit_entry for each row execute function audit_entry_guard()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop trigger audit_entry_guard on audit_entry');
    await runner.query('drop function audit_entry_guard');
    await runner.query('drop index audit_entry_persons');
    await runner.query(`alter table audit_entry drop constraint audit_entry_by_kind, add column by_name text not null default ''`);
    await runner.query(MOVE_BACK);
    await runner.query(
      'alter table audit_entry alter column by_name drop default, drop column by_kind, drop column involved, drop column persons, drop column personal',
    );
    await runner.query('create index audit_entry_of_person on audit_entry (by_id, id)');
    await runner.query(OLD_GUARD);
    await runner.query('create trigger audit_entry_stays before update or delete on audit_entry for each row execute function audit_entry_stays()');
  }
}

/**
 * Names go under ids: of the actor, of an account that is the subject, and of each object in the detail that has an id and a name. Reason and
 * account role are facts about the subject. Entries without an actor do not say whether that was the command line or a deleted account.
 */
const MOVE_UNDER_IDS = `
  with said as (
    select id, by_id::text as person, jsonb_build_object('name', by_name) as values from audit_entry where by_id is not null
    union all
    select id, subject_id, jsonb_strip_nulls(jsonb_build_object('name', subject_label,
      'about', nullif(jsonb_strip_nulls(jsonb_build_object('reason', detail -> 'reason', 'role', detail -> 'role')), '{}')))
    from audit_entry where subject_kind = 'account' and subject_id is not null
    union all
    select id, field.value ->> 'id', jsonb_build_object('name', field.value -> 'name') from audit_entry, jsonb_each(detail) as field
    where field.value ? 'id' and field.value ? 'name'
  ), merged as (
    select id, person, jsonb_object_agg(part.key, part.value) as values from said, jsonb_each(said.values) as part group by id, person
  ), under_ids as (
    select id, array_agg(person::uuid order by person) as persons, jsonb_object_agg(person, values) as personal from merged group by id
  ), involved as (
    select id, jsonb_object_agg(field.key, field.value -> 'id') as involved, array_agg(field.key) as keys
    from audit_entry, jsonb_each(detail) as field where field.value ? 'id' and field.value ? 'name' group by id
  )
  update audit_entry entry set
    by_kind = case when entry.by_id is null then 'unknown' else 'person' end,
    persons = coalesce(under_ids.persons, '{}'),
    personal = coalesce(under_ids.personal, '{}'),
    involved = coalesce(involved.involved, '{}'),
    subject_label = case when entry.subject_kind = 'account' then '' else entry.subject_label end,
    detail = (case when entry.subject_kind = 'account' then entry.detail - 'reason' - 'role' - coalesce(involved.keys, '{}') else entry.detail - 'by' end)
      || case when entry.act = 'move-superseded' and entry.detail ? 'by' then jsonb_build_object('laterMoveId', entry.detail -> 'by') else '{}' end
      || case when entry.act = 'release-published' then jsonb_build_object('previousRelease', nullif((entry.detail ->> 'release')::int - 1, 0)) else '{}' end
  from audit_entry other
  left join under_ids on under_ids.id = other.id
  left join involved on involved.id = other.id
  where other.id = entry.id`;

/**
 * An entry is written once, and a name in it stands under the id of one of its persons. Afterwards what stands under an id may be blanked,
 * and nothing else changes.
 */
const GUARD = `
  create function audit_entry_guard() returns trigger language plpgsql as $$
  begin
    if tg_op = 'INSERT'
      and (new.by_id is null or new.by_id = any (new.persons))
      and (new.subject_kind <> 'account' or new.subject_id is null or new.subject_id::uuid = any (new.persons) and new.subject_label = '')
      and not exists (select from jsonb_each_text(new.involved) as other where other.value::uuid <> all (new.persons))
      and not exists (select from jsonb_object_keys(new.personal) as person where person::uuid <> all (new.persons))
    then return new; end if;
    if tg_op = 'INSERT' then raise exception 'an audit entry speaks of a person who is not among its persons'; end if;
    if tg_op = 'UPDATE'
      and to_jsonb(new) - 'personal' = to_jsonb(old) - 'personal'
      and (select array_agg(key order by key) from jsonb_object_keys(new.personal) as key)
        is not distinct from (select array_agg(key order by key) from jsonb_object_keys(old.personal) as key)
      and not exists (
        select from jsonb_each(old.personal) as was
        where new.personal -> was.key <> was.value and new.personal -> was.key <> '{}')
    then return new; end if;
    raise exception 'an audit entry cannot be changed';
  end $$`;

const MOVE_BACK = `
  update audit_entry entry set
    by_name = coalesce(personal -> by_id::text ->> 'name', ''),
    subject_label = case when subject_kind = 'account' then coalesce(personal -> subject_id ->> 'name', '') else subject_label end,
    detail = detail - 'laterMoveId' - 'previousRelease'
      || coalesce(personal -> subject_id -> 'about', '{}')
      || case when detail ? 'laterMoveId' then jsonb_build_object('by', detail -> 'laterMoveId') else '{}' end
      || coalesce((select jsonb_object_agg(other.key, jsonb_build_object('id', other.value, 'name', coalesce(personal -> other.value ->> 'name', '')))
           from jsonb_each_text(involved) as other), '{}')`;

const OLD_GUARD = `
  create function audit_entry_stays() returns trigger language plpgsql as $$
  begin
    if tg_op = 'UPDATE'
      and (new.id, new.at, new.act, new.subject_kind) = (old.id, old.at, old.act, old.subject_kind)
      and (new.by_id is null and new.by_name = '' or (new.by_id, new.by_name) is not distinct from (old.by_id, old.by_name))
      and (new.subject_id is null and new.subject_label = '' or (new.subject_id, new.subject_label) is not distinct from (old.subject_id, old.subject_label))
      and (new.detail = '{}' or new.detail = old.detail)
    then return new; end if;
    raise exception 'what is in the audit trail stays as it is';
  end $$`;
