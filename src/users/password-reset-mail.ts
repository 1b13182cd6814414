import { letter } from '../platform/mail/letter.js';

/** The mail with the link to a new password. */
export const resetMail = (name: string, link: string) => ({
  subject: 'A new password for Daymark',
  ...letter({
    heading: 'A new password',
    paragraphs: [
      `${name}, somebody asked for a new password for your account, most likely you.`,
      'The link works once, within an hour. If it was not you, leave it alone: nothing has changed.',
    ],
    act: { text: 'Set a new password', link },
  }),
});
