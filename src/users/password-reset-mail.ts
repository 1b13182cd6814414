import { letter } from '../platform/mail/letter.js';

/** The mail with the password reset link. The address may be unconfirmed, so the mail contains no name and no text that people typed. */
export const resetMail = (link: string) => ({
  subject: 'A new password for Daymark',
  ...letter({
    heading: 'A new password',
    paragraphs: [
      'You, or someone else, asked for a new password for your Daymark account.',
      'The link works once and expires after one hour. If it wasn’t you, ignore this mail. Your password hasn’t changed.',
    ],
    act: { text: 'Set a new password', link, isSecret: true },
  }),
});
