import { hiddenIn, hideSecrets } from './hide-secrets.js';
import { letter } from './letter.js';

const RESET = 'https://daymark.example/new-password/a-secret_1?x=1&y=2';
const STOP = "https://daymark.example/unsubscribe/it's.$&(secret)";
const mail = letter({
  heading: 'Hello',
  paragraphs: ['There.'],
  act: { text: 'Set a new password', link: RESET, isSecret: true },
  footer: { text: 'You asked for this.', act: { text: 'No more of these', link: STOP, isSecret: true } },
});

describe('a mail as admins read it', () => {
  it('says where a secret link was, and keeps the words of the link', () => {
    const { text, html } = hideSecrets(mail, mail.secrets);
    expect(text).toBe('Hello\n\nThere.\n\nSet a new password: [Link hidden]\n\n-- \nYou asked for this.\nNo more of these: [Link hidden]\n');
    expect(html).toContain('<span>Set a new password [Link hidden]</span>');
    expect(html).toContain('<span>No more of these [Link hidden]</span>');
    expect(html).not.toMatch(/secret|href/);
  });

  it('keeps a link that lets nobody act', () => {
    const today = letter({ heading: 'Hello', paragraphs: [], act: { text: 'Open Today', link: 'https://daymark.example/today', isSecret: false } });
    expect(today.secrets).toEqual([]);
    expect(hideSecrets(today, today.secrets)).toEqual(today);
  });

  it('has no secret in an answer of the mail server that quotes one', () => {
    expect(hiddenIn(`554 blocked: ${RESET}`, mail.secrets)).toBe('554 blocked: [Link hidden]');
  });
});
