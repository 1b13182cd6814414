import { letter } from './letter.js';

const parts = {
  heading: 'Two sessions today',
  paragraphs: ['Tom & "Jerry" <script>alert(1)</script>'],
  list: [{ title: 'ML lifecycle', detail: '45 min' }],
  act: { text: 'Open Today', link: 'https://daymark.example/today?a=1&b=2' },
  footer: { text: 'No more reminders', link: 'https://daymark.example/unsubscribe/x' },
};

describe('a letter', () => {
  it('says the same as text and as HTML', () => {
    const { text, html } = letter(parts);
    for (const words of ['Two sessions today', 'ML lifecycle', '45 min', 'Open Today', 'No more reminders']) {
      expect(text).toContain(words);
      expect(html).toContain(words);
    }
    expect(text).toContain('https://daymark.example/today?a=1&b=2');
  });

  it('lets nothing that a person wrote become markup', () => {
    expect(letter(parts).html).not.toContain('<script>');
    expect(letter(parts).html).toContain('Tom &amp; &quot;Jerry&quot; &lt;script&gt;');
  });
});
