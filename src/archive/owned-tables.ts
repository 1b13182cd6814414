/** Whose a row is: the path from it to an account. */
export type OwnedBy = 'itself' | 'account' | 'person' | 'learner' | 'enrollment' | 'evidence' | 'practice result';

export interface OwnedTable {
  /** Name of the file, and in the JSON. */
  name: string;
  table: string;
  by: OwnedBy;
  /** Columns that tell it in order. */
  order: string;
  /** Columns that are nobody's to carry away: secrets, and what only Daymark's own work needs. */
  without?: readonly string[];
}

/** Everything that is a person's own, in the order in which it is read. */
export const OWNED: readonly OwnedTable[] = [
  { name: 'account', table: 'account', by: 'itself', order: 'id', without: ['password_hash', 'email_key'] },
  { name: 'account-roles', table: 'account_role', by: 'account', order: 'role' },
  { name: 'sessions', table: 'session', by: 'account', order: 'created_at' },
  { name: 'email-changes', table: 'email_change', by: 'account', order: 'account_id', without: ['id', 'email_key'] },
  { name: 'personal-tokens', table: 'personal_token', by: 'account', order: 'id', without: ['hash'] },
  { name: 'calendar-feeds', table: 'calendar_feed', by: 'account', order: 'created_at', without: ['secret'] },
  { name: 'enrollments', table: 'enrollment', by: 'learner', order: 'id', without: ['next_due_at'] },
  { name: 'enrollment-history', table: 'enrollment_change', by: 'enrollment', order: 'enrollment_id, changed_at, id' },
  { name: 'mentors', table: 'enrollment_reader', by: 'enrollment', order: 'enrollment_id, granted_at' },
  { name: 'release-moves', table: 'enrollment_move', by: 'enrollment', order: 'id' },
  { name: 'days-off', table: 'availability_exception', by: 'enrollment', order: 'enrollment_id, date' },
  { name: 'breaks', table: 'study_break', by: 'enrollment', order: 'enrollment_id, from_on' },
  { name: 'pauses', table: 'pause', by: 'enrollment', order: 'enrollment_id, from_on' },
  { name: 'outcomes', table: 'outcome', by: 'enrollment', order: 'enrollment_id, taken_on' },
  { name: 'waivers', table: 'waiver', by: 'learner', order: 'id' },
  { name: 'waiver-requests', table: 'waiver_request', by: 'learner', order: 'id' },
  { name: 'study-entries', table: 'study_entry', by: 'enrollment', order: 'enrollment_id, date, id' },
  { name: 'study-days', table: 'study_day', by: 'enrollment', order: 'enrollment_id, date' },
  { name: 'study-imports', table: 'study_import', by: 'enrollment', order: 'id' },
  { name: 'time-per-skill', table: 'skill_progress', by: 'enrollment', order: 'enrollment_id, skill_id' },
  { name: 'time-per-project', table: 'project_progress', by: 'enrollment', order: 'enrollment_id, project_id' },
  { name: 'finished-projects', table: 'project_completion', by: 'enrollment', order: 'enrollment_id, finished_on' },
  { name: 'practice-results', table: 'practice_result', by: 'enrollment', order: 'enrollment_id, taken_on, id' },
  { name: 'practice-results-per-skill', table: 'practice_result_skill', by: 'practice result', order: 'result_id, skill_id' },
  { name: 'self-ratings', table: 'self_rating', by: 'enrollment', order: 'enrollment_id, rated_on, skill_id' },
  { name: 'evidence', table: 'evidence', by: 'enrollment', order: 'enrollment_id, project_id, number' },
  { name: 'evidence-items', table: 'evidence_item', by: 'evidence', order: 'evidence_id, position' },
  { name: 'evidence-files', table: 'evidence_file', by: 'enrollment', order: 'uploaded_at', without: ['stored_as'] },
  { name: 'reviews', table: 'review', by: 'evidence', order: 'reviewed_at' },
  { name: 'sign-offs', table: 'sign_off', by: 'enrollment', order: 'signed_at' },
  { name: 'plans', table: 'plan', by: 'enrollment', order: 'enrollment_id', without: ['next_due_at'] },
  { name: 'plan-items', table: 'plan_item', by: 'enrollment', order: 'enrollment_id, date, position' },
  { name: 'plan-proposals', table: 'plan_proposal', by: 'enrollment', order: 'id' },
  { name: 'fixed-dates', table: 'fixed_date', by: 'enrollment', order: 'enrollment_id, date' },
  { name: 'retake-focus', table: 'retake_focus', by: 'enrollment', order: 'enrollment_id, skill_id' },
  { name: 'left-out-parts', table: 'left_out_part', by: 'enrollment', order: 'enrollment_id, left_out_at, id' },
  { name: 'exam-predictions', table: 'exam_prediction', by: 'enrollment', order: 'outcome_id, percent', without: ['features'] },
  { name: 'readiness', table: 'readiness', by: 'enrollment', order: 'enrollment_id', without: ['next_due_at', 'shard'] },
  { name: 'dismissed-model-changes', table: 'model_change_dismissal', by: 'enrollment', order: 'enrollment_id, model' },
  { name: 'readiness-history', table: 'readiness_snapshot', by: 'enrollment', order: 'enrollment_id, date' },
  { name: 'reminder-rules', table: 'reminder_rule', by: 'account', order: 'account_id', without: ['claimed_until'] },
  { name: 'reminder-decisions', table: 'reminder_decision', by: 'account', order: 'local_date' },
  { name: 'messages', table: 'message', by: 'person', order: 'created_at', without: ['unsubscribe_url', 'text', 'html', 'secrets'] },
];

/** Tables about people that are not carried away, and why. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  calendar_event: 'fingerprints of what a calendar shows, all of which comes from what is carried away',
  password_reset: 'secrets, of use for an hour',
  readiness_basis: 'numbers that readiness is worked out from, all of which come from what is carried away',
  refresh_token: 'secrets',
};

const MINE: Record<OwnedBy, string> = {
  itself: 'id = $1',
  account: 'account_id = $1',
  person: 'person_id = $1',
  learner: 'learner_id = $1',
  enrollment: 'enrollment_id in (select id from enrollment where learner_id = $1)',
  evidence: 'evidence_id in (select evidence.id from evidence join enrollment on enrollment.id = evidence.enrollment_id where enrollment.learner_id = $1)',
  'practice result':
    'result_id in (select result.id from practice_result result join enrollment on enrollment.id = result.enrollment_id where enrollment.learner_id = $1)',
};

/** Their rows of a table as JSON. Parameter: the account. */
export const rowsOf = ({ table, by, order, without = [] }: OwnedTable): string =>
  `select to_jsonb(owned) - array[${without.map((column) => `'${column}'`).join(', ')}]::text[] as row from ${table} as owned where ${MINE[by]} order by ${order}`;
