import type { startDaymark } from './daymark.js';

type Daymark = Pick<ReturnType<typeof startDaymark>, 'database'>;

/** A mail as it waits in the database. Without a worker nobody sends it, so a test can read it. */
export interface WaitingMail {
  kind: string;
  to: string;
  subject: string;
  text: string;
  html: string;
}

/** The mails to a person in the order in which they were written, of one kind where one is given. */
export const mailsTo = (daymark: Daymark, { id }: { id: string }, kind?: string): Promise<WaitingMail[]> =>
  daymark.database.query<WaitingMail[]>(
    `select kind, to_address as "to", subject, text, html from message where person_id = $1 and ($2::text is null or kind = $2) order by created_at, id`,
    [id, kind ?? null],
  );

/** The last part of the newest link to this page in mails: '/new-password/x' has the token x. */
export const tokenIn = (mails: readonly WaitingMail[], page: string): string =>
  mails.flatMap(({ text }) => new RegExp(`/${page}/(\\S+)`).exec(text)?.[1] ?? []).at(-1) ?? 'none';
