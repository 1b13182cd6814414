import { letter } from '../../platform/mail/letter.js';

/** The mail with the link that changes an address. It can reach strangers, so it contains no text that a person typed. */
export const emailChangeMail = (link: string) => ({
  subject: 'Confirm your new email address for Daymark',
  ...letter({
    heading: 'Confirm your new email address',
    paragraphs: [
      'Someone asked to use this email address for their Daymark account. If it was you, confirm it within 24 hours.',
      'If it wasn’t you, ignore this mail. Nothing changes.',
    ],
    act: { text: 'Confirm email address', link, isSecret: true },
  }),
});

/** To the owner of an address that already has an account: the person who asked gets the same answer as for a free address. */
export const takenEmailMail = () => ({
  subject: 'Your email address already has a Daymark account',
  ...letter({
    heading: 'This email address already has an account',
    paragraphs: [
      'Someone asked to use this email address for another Daymark account. It already has its own account, so nothing changes.',
      'If it was you, sign in with this address, or delete that account first. If it wasn’t you, ignore this mail.',
    ],
  }),
});
