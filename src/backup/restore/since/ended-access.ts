/** One kind of access that may have ended since a backup was made. */
export interface EndedAccess {
  /** Name of one of them, as the operator reads it. */
  what: string;
  /** From and where of a query: `t` is a row that still gives access in `{then}`, and ended in the data in use, `{now}`. */
  matching: string;
  /** Ends it in `{then}` as well. */
  end: string;
}

const SAME_ACCOUNT = 'exists (select from {now}.account a where a.id = t.account_id)';
const TOKEN = 'n.id = t.id and n.revoked_at is not null and t.revoked_at is null';
const PASSWORD_LINK = 'n.hash = t.hash and n.used_at is not null and t.used_at is null';
const CALENDAR_LINK = `${SAME_ACCOUNT} and not exists (select from {now}.calendar_feed n where n.account_id = t.account_id and n.secret = t.secret)`;
const EMAIL_CHANGE = `${SAME_ACCOUNT} and not exists (select from {now}.email_change n where n.id = t.id)`;
/**
 * Invitations that the data in use sent and no longer has: canceled and erased ones, and accepted ones whose account was deleted, was
 * deactivated or lost one of the roles since. Other accepted invitations stay, because the backup lacks the account and the person must accept again.
 */
const ENDED_INVITATION = `exists (select from {now}.audit_entry e where e.act in ('invitation-sent', 'invitation-canceled') and e.subject_id = t.id::text)
  and not exists (select from {now}.invitation n where n.id = t.id)
  and not exists (select from {now}.account a where a.id = t.id and a.deactivated_at is null
    and t.account_roles <@ array(select r.role from {now}.account_role r where r.account_id = a.id))`;
const RESENT = 'n.id = t.id and n.token_hash <> t.token_hash';

/** Access without a password that somebody ended. A restore must not give it back, so it ends in the restored data too. */
export const ENDED: readonly EndedAccess[] = [
  {
    what: 'personal access token',
    matching: `from {then}.personal_token t, {now}.personal_token n where ${TOKEN}`,
    end: `update {then}.personal_token t set revoked_at = n.revoked_at from {now}.personal_token n where ${TOKEN}`,
  },
  {
    what: 'calendar link',
    matching: `from {then}.calendar_feed t where ${CALENDAR_LINK}`,
    end: `delete from {then}.calendar_feed t where ${CALENDAR_LINK}`,
  },
  {
    what: 'password link',
    matching: `from {then}.password_reset t, {now}.password_reset n where ${PASSWORD_LINK}`,
    end: `update {then}.password_reset t set used_at = n.used_at from {now}.password_reset n where ${PASSWORD_LINK}`,
  },
  {
    what: 'email change link',
    matching: `from {then}.email_change t where ${EMAIL_CHANGE}`,
    end: `delete from {then}.email_change t where ${EMAIL_CHANGE}`,
  },
  {
    what: 'invitation',
    matching: `from {then}.invitation t where ${ENDED_INVITATION}`,
    end: `delete from {then}.invitation t where ${ENDED_INVITATION}`,
  },
  {
    what: 'earlier invitation link',
    matching: `from {then}.invitation t, {now}.invitation n where ${RESENT}`,
    end: `update {then}.invitation t set token_hash = n.token_hash, sent_at = n.sent_at, expires_at = n.expires_at from {now}.invitation n where ${RESENT}`,
  },
];
