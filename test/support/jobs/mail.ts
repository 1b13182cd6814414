import { v7 as uuidv7 } from 'uuid';
import { Mail } from '../../../src/platform/mail/mail.js';
import { letter } from '../../../src/platform/mail/letter.js';
import { AT_ONCE, Post } from '../../../src/platform/mail/post.js';
import { deleteAccount } from '../../../src/users/users.contract.js';
import { PASSWORD } from '../people.js';
import { rowsOf, type Job } from './job.js';

/** More than are sent at once. */
const LETTERS = AT_ONCE + 2;

export const mailJobs: readonly Job[] = [
  {
    queue: 'mail',
    does: 'work mail',
    async make(ground) {
      const { daymark, office } = ground;
      const person = await daymark.someone();
      const words = letter({ heading: 'Tide tables', paragraphs: ['High water at nine.'] });
      await daymark.database.transaction(async (tx) => {
        for (let n = 0; n < LETTERS; n++) {
          const draft = {
            personId: person.id,
            kind: 'tide',
            key: uuidv7(),
            to: { email: person.email, emailConfirmedAt: null },
            subject: `Tide table ${n}`,
            ...words,
          };
          await daymark.app.get(Mail).write(tx, draft);
        }
      });
      return {
        seen: async () => ({
          messages: await rowsOf(
            ground,
            `select subject, state, (select json_agg(outcome order by attempt) from delivery where message_id = id) as outcomes
             from message where person_id = $1 order by subject`,
            person.id,
          ),
          arrived: office
            .allTo(person.email)
            .map(({ subject }) => subject)
            .sort(),
        }),
        isDone: async () => {
          const waiting = await rowsOf(ground, `select 1 from message where person_id = $1 and state <> 'sent'`, person.id);
          return waiting.length === 0 && office.allTo(person.email).length === LETTERS;
        },
        goes: () => person.call(deleteAccount, { body: { password: PASSWORD } }),
      };
    },
    middle: [Post, 'deliver'],
    // A letter cannot be taken back: one whose sender never said how it ended is left alone by all others.
    isEndedByWhoBegan: true,
  },
];
