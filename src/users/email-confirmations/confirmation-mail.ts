import { letter } from '../../platform/mail/letter.js';

/** The mail that asks whether an address is theirs. It goes to people who may never have heard of us: no name, no word of who registered. */
export const confirmationMail = (link: string) => ({
  subject: 'Confirm your address for Daymark',
  ...letter({
    heading: 'Confirm your address',
    paragraphs: [
      'Somebody made a Daymark account with this address. If it was you, confirm it within 7 days.',
      'If it was not you, ignore this mail. We send nothing else to an address that is not confirmed.',
    ],
    act: { text: 'Confirm my address', link },
  }),
});
