import type { AccountRole, Scope } from '../../platform/auth/permission.contract.js';
import { letter } from '../../platform/mail/letter.js';

/** Each mail says what changed, what it means, and what to do if it wasn’t you. None has a secret: its links lead to pages that ask who you are. */
const WHY = { text: 'You’re getting this mail because something changed in the security of your Daymark account.' };

const SCOPE_WORDS: Record<Scope, string> = { read: 'read your data', 'log-study': 'log study' };

export const passwordMail = ({ publicUrl, isAccessRevoked }: { publicUrl: string; isAccessRevoked: boolean }) => ({
  subject: 'Your Daymark password was changed',
  ...letter({
    heading: 'Your password was changed',
    paragraphs: [
      'Your Daymark account has a new password. All other devices were signed out.',
      isAccessRevoked ? 'Your access tokens and your calendar link were revoked too.' : 'Your access tokens and your calendar link still work.',
      'If it wasn’t you, set a new password now.',
    ],
    act: { text: 'Set a new password', link: `${publicUrl}/forgotten-password`, isSecret: false },
    footer: WHY,
  }),
});

export const tokenMail = ({ publicUrl, name, scopes }: { publicUrl: string; name: string; scopes: readonly Scope[] }) => ({
  subject: 'New access token for your Daymark account',
  ...letter({
    heading: 'New access token',
    paragraphs: [
      `The access token “${name}” was created. It can ${scopes.map((scope) => SCOPE_WORDS[scope]).join(' and ')}.`,
      'If it wasn’t you, revoke the token in Settings and change your password.',
    ],
    act: { text: 'Open Settings', link: `${publicUrl}/settings`, isSecret: false },
    footer: WHY,
  }),
});

export const calendarLinkMail = ({ publicUrl }: { publicUrl: string }) => ({
  subject: 'New calendar link for your Daymark account',
  ...letter({
    heading: 'New calendar link',
    paragraphs: [
      'A calendar link was created for your account. Anyone with the link can read your plan.',
      'If it wasn’t you, revoke the link in Settings and change your password.',
    ],
    act: { text: 'Open Settings', link: `${publicUrl}/settings`, isSecret: false },
    footer: WHY,
  }),
});

export const rolesMail = ({ given, taken }: { given: readonly AccountRole[]; taken: readonly AccountRole[] }) => ({
  subject: 'Your roles in Daymark changed',
  ...letter({
    heading: 'Your roles changed',
    paragraphs: ['An admin changed what you can do in Daymark. If you didn’t expect this, ask an admin.'],
    sections: [...(given.length > 0 ? [{ title: 'Added', items: given }] : []), ...(taken.length > 0 ? [{ title: 'Removed', items: taken }] : [])],
    footer: WHY,
  }),
});

/** To the old address. It does not say the new one: others may read the old mailbox too. */
export const oldEmailMail = () => ({
  subject: 'Your Daymark email address was changed',
  ...letter({
    heading: 'Your email address was changed',
    paragraphs: [
      'Your Daymark account now uses another email address. You can’t sign in with this one anymore.',
      'If it wasn’t you, someone else knows your password. Ask an admin of Daymark for help now.',
    ],
    footer: WHY,
  }),
});

export const newEmailMail = ({ publicUrl }: { publicUrl: string }) => ({
  subject: 'Your Daymark email address was changed',
  ...letter({
    heading: 'Your email address was changed',
    paragraphs: ['Your Daymark account now uses this email address. Sign in with it from now on.', 'If it wasn’t you, ask an admin of Daymark for help.'],
    act: { text: 'Open Settings', link: `${publicUrl}/settings`, isSecret: false },
    footer: WHY,
  }),
});
