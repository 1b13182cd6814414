import { letter, type MailContent } from '../../platform/mail/letter.js';

/** The mail with a password link that an admin sends. The address may be unconfirmed, so the mail contains no name and no text that people typed. */
export const passwordLinkMail = (link: string): MailContent => ({
  subject: 'Set a new password for Daymark',
  ...letter({
    heading: 'Set a new password',
    paragraphs: [
      'An administrator of Daymark sent you this link to set a new password.',
      'The link works once and expires after 24 hours. Until you use it, your password stays as it is.',
    ],
    act: { text: 'Set a new password', link, isSecret: true },
  }),
});
