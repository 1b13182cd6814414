import { letter } from '../platform/mail/letter.js';

/** The mail with the link to a new password. It may go to an address that is not its account's person's: no name, nobody's words but ours. */
export const resetMail = (link: string) => ({
  subject: 'A new password for Daymark',
  ...letter({
    heading: 'A new password',
    paragraphs: [
      'Somebody asked for a new password for your Daymark account, most likely you.',
      'The link works once, within an hour. If it was not you, ignore this mail: nothing has changed.',
    ],
    act: { text: 'Set a new password', link },
  }),
});
