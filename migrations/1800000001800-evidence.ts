import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What learners show of their projects, what mentors say of it, and skills they attest. New tables; project_completion gets a column that is
 * empty, which locks it for a moment only.
 */
export class Evidence1800000001800 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [EVIDENCE, FILES, ITEMS, REVIEWS, SIGN_OFFS].flat()) await runner.query(statement);
    await runner.query('alter table project_completion add column approved_by uuid');
    for (const statement of FILE_GONE) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table project_completion drop column approved_by');
    for (const table of ['sign_off', 'review', 'evidence_item', 'evidence_file', 'evidence']) await runner.query(`drop table ${table}`);
    await runner.query('drop function evidence_file_gone');
  }
}

const EVIDENCE = [
  `create table evidence (
    id uuid constraint evidence_key primary key,
    enrollment_id uuid not null constraint evidence_enrollment references enrollment on delete cascade,
    project_id uuid not null constraint evidence_project references project,
    number int not null,
    state text not null constraint evidence_state_known check (state in ('submitted', 'changes-requested', 'approved')),
    submitted_at timestamptz not null,
    deleted_at timestamptz,
    purged_at timestamptz
  )`,
  'create unique index evidence_number on evidence (enrollment_id, project_id, number)',
  // What waits for a review, and what is to be forgotten: both few at any time.
  `create index evidence_waiting on evidence (enrollment_id, submitted_at) where state = 'submitted' and deleted_at is null`,
  'create index evidence_to_purge on evidence (deleted_at) where deleted_at is not null and purged_at is null',
];

const FILES = [
  `create table evidence_file (
    id uuid constraint evidence_file_key primary key,
    enrollment_id uuid not null constraint evidence_file_enrollment references enrollment on delete cascade,
    stored_as uuid not null,
    name text not null,
    type text not null,
    bytes int not null,
    uploaded_at timestamptz not null,
    used_at timestamptz
  )`,
  'create unique index evidence_file_stored_as on evidence_file (stored_as)',
  'create index evidence_file_of_enrollment on evidence_file (enrollment_id)',
  'create index evidence_file_unused on evidence_file (uploaded_at) where used_at is null',
];

/** Checked at the end of a transaction: an enrollment takes both ends along, in an order that nobody promises. */
const ITEMS = [
  `create table evidence_item (
    evidence_id uuid not null constraint evidence_item_evidence references evidence on delete cascade,
    position int not null,
    kind text not null constraint evidence_item_kind_known check (kind in ('link', 'text', 'file')),
    url text,
    title text,
    text text,
    file_id uuid constraint evidence_item_file references evidence_file deferrable initially deferred,
    constraint evidence_item_key primary key (evidence_id, position),
    constraint evidence_item_is_one_kind check (
      (kind = 'link') = (url is not null) and (kind = 'text') = (text is not null) and (kind = 'file') = (file_id is not null)
    )
  )`,
  'create index evidence_item_of_file on evidence_item (file_id) where file_id is not null',
];

const REVIEWS = [
  `create table review (
    id uuid constraint review_key primary key,
    evidence_id uuid not null constraint review_evidence references evidence on delete cascade,
    verdict text not null constraint review_verdict_known check (verdict in ('changes-requested', 'approved')),
    criteria jsonb not null,
    comment text not null,
    reviewed_at timestamptz not null,
    reviewed_by uuid not null
  )`,
  'create index review_of_evidence on review (evidence_id, reviewed_at)',
];

const SIGN_OFFS = [
  `create table sign_off (
    id uuid constraint sign_off_key primary key,
    enrollment_id uuid not null constraint sign_off_enrollment references enrollment on delete cascade,
    skill_id uuid not null constraint sign_off_skill references skill,
    note text not null,
    signed_at timestamptz not null,
    signed_by uuid not null,
    revoked_at timestamptz,
    revoked_by uuid
  )`,
  'create unique index sign_off_in_force on sign_off (enrollment_id, skill_id) where revoked_at is null',
  'create index sign_off_of_enrollment on sign_off (enrollment_id, signed_at)',
];

/**
 * However a row goes, with its account most of all, the worklist learns in the same transaction that bytes are to go after it. A trigger,
 * because a cascade asks no service. Work that has always been due needs no clock.
 */
const FILE_GONE = [
  `create function evidence_file_gone() returns trigger language plpgsql as $$
    begin
      insert into work (kind, subject_id, marks, claimable_at) values ('file-deletion', old.stored_as, 1, '-infinity')
      on conflict (kind, subject_id) do update set marks = work.marks + 1, claimable_at = '-infinity';
      return null;
    end
  $$`,
  'create trigger evidence_file_gone after delete on evidence_file for each row execute function evidence_file_gone()',
];
