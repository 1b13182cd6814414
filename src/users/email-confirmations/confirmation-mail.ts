import { letter } from '../../platform/mail/letter.js';

/** The mail with the confirmation link. It can reach people who never heard of us, so it contains no text that the person who registered typed. */
export const confirmationMail = (link: string) => ({
  subject: 'Confirm your email address for Daymark',
  ...letter({
    heading: 'Confirm your email address',
    paragraphs: [
      'Someone created a Daymark account with this email address. If it was you, confirm the address within 7 days.',
      'If it wasn’t you, ignore this mail. We don’t send reminders or news to unconfirmed addresses.',
    ],
    act: { text: 'Confirm email address', link, isSecret: true },
  }),
});
