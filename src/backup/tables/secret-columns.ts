/** What `--without-secrets` changes in a table: a filter that drops rows, or the SQL that replaces a column. */
export interface SecretRule {
  /** Condition of the rows that stay; 'false' leaves all of them out. */
  keep?: string;
  /** SQL by column name. */
  replace?: Readonly<Record<string, string>>;
}

/**
 * What lets somebody act as another person, or read their mail. Password hashes stay, because people need them to sign in again. A test
 * compares this list with the columns of the schema.
 */
export const SECRETS: Readonly<Record<string, SecretRule>> = {
  session: { keep: 'false' },
  refresh_token: { keep: 'false' },
  password_reset: { keep: 'false' },
  personal_token: { keep: 'false' },
  calendar_feed: { keep: 'false' },
  invitation: { keep: 'false' },
  // Mail may contain links that sign in. Mail that was still waiting cannot be sent without its text.
  message: {
    replace: {
      text: `''`,
      html: `''`,
      secrets: `'{}'`,
      unsubscribe_url: 'null',
      state: `case state when 'waiting' then 'failed' else state end`,
      settled_at: 'coalesce(settled_at, created_at)',
    },
  },
};
