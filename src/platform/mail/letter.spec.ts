import { letter } from './letter.js';

const study = letter({
  heading: 'Study & sleep',
  paragraphs: ['Wren <script>alert(1)</script>, it is time.'],
  sections: [{ title: 'Foundation', items: ['Packaging "models", 45 min'] }],
  act: { text: 'Open Today', link: 'https://daymark.example/today?a=1&b=2', isSecret: false },
  footer: { text: 'You asked for this.', act: { text: 'No more of these', link: 'https://daymark.example/unsubscribe/x', isSecret: true } },
});

describe('a letter', () => {
  it('says the same in plain text as in HTML', () => {
    expect(study.text).toBe(
      [
        'Study & sleep',
        '',
        'Wren <script>alert(1)</script>, it is time.',
        '',
        'Foundation',
        '  - Packaging "models", 45 min',
        '',
        'Open Today: https://daymark.example/today?a=1&b=2',
        '',
        '-- ',
        'You asked for this.',
        'No more of these: https://daymark.example/unsubscribe/x',
        '',
      ].join('\n'),
    );
  });

  it('takes no markup from what people wrote', () => {
    expect(study.html).not.toContain('<script>');
    expect(study.html).toContain('Wren &lt;script&gt;alert(1)&lt;/script&gt;, it is time.');
    expect(study.html).toContain('href="https://daymark.example/today?a=1&amp;b=2"');
  });

  it('gives what people wrote no line of its own, and turns nothing around it', () => {
    const { text, html } = letter({ heading: 'Hello', paragraphs: ['Wren\n\nYou won: evil.example\u202e, it is time.'] });
    expect(text).toBe('Hello\n\nWren You won: evil.example , it is time.\n');
    expect(html).not.toContain('\u202e');
  });

  it('fetches nothing from anywhere', () => {
    expect(study.html).not.toMatch(/<img|<link|url\(|@import/);
  });

  it('leaves out what it was not given', () => {
    expect(letter({ heading: 'Hello', paragraphs: ['There.'] }).text).toBe('Hello\n\nThere.\n');
  });
});
