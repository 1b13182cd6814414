import { letter, type MailContent } from '../../platform/mail/letter.js';
import { INVITATION_DAYS } from './invitations.contract.js';

/** Kind of the message. */
export const INVITATION_MAIL = 'invitation';

/** The mail with the link of an invitation. The address is unconfirmed, so the mail contains no name and no text that people typed. */
export const invitationMail = (link: string): MailContent => ({
  subject: 'You’re invited to Daymark',
  ...letter({
    heading: 'You’re invited to Daymark',
    paragraphs: [
      'Daymark helps you prepare for a professional certification and shows how ready you are each day.',
      `An administrator invited this email address. Choose your name and a password within ${INVITATION_DAYS} days. The link works once.`,
      'If you don’t know why you got this, ignore this mail. Your account is created only when you accept.',
    ],
    act: { text: 'Accept invitation', link, isSecret: true },
  }),
});
