import { releaseMail, type RenewedLevel } from './release-mail.js';

const renewed = (changes: string[]): RenewedLevel => ({
  name: 'Wren',
  level: 'Foundation',
  release: 3,
  changes,
  links: { today: 'https://daymark.example/today', unsubscribe: 'https://daymark.example/unsubscribe/abc' },
});

describe('the mail that a level was renewed', () => {
  it('says what changed, that nothing is lost, and how to end such mail', () => {
    const { subject, text } = releaseMail(renewed(['Weight of Containers: 20% became 25%.']));
    expect(subject).toBe('Foundation was renewed');
    expect(text).toContain('you are on release 3 now. Everything you logged is still there');
    expect(text).toContain('What changed for you\n  - Weight of Containers: 20% became 25%.');
    expect(text).toContain('Open Today: https://daymark.example/today');
    expect(text).toContain('https://daymark.example/unsubscribe/abc');
  });

  it('leaves a long list to the page', () => {
    const { text } = releaseMail(renewed(Array.from({ length: 20 }, (_, at) => `Change ${at + 1}.`)));
    expect(text).toContain('Change 12.');
    expect(text).not.toContain('Change 13.');
    expect(text).toContain('and 8 more, on Today');
  });
});
