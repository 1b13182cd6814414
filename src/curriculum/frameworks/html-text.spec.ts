import fc from 'fast-check';
import { assertProperty } from '../../../test/support/property.js';
import { htmlText, looksLikeHtml } from './html-text.js';

describe('HTML as plain text', () => {
  it.each([
    ['keeps paragraphs apart', '<p>One</p><p>Two</p>', 'One\n\n\n\nTwo'],
    ['keeps lines and the points of lists', 'One<br/>Two<ul><li>a</li>\n<li>b</li></ul>', 'One\nTwo\n\n\n- a \n- b'],
    ['joins what stands on several lines of the source', 'One\n   two\tthree', 'One two three'],
    ['keeps words that are marked within', 'H<sub>2</sub>O is <em class="x">water</em>', 'H2O is water'],
    ['decodes entities once', '&amp;lt; &lt;b&gt; &quot;&apos;&nbsp;&eacute;&Eacute;&ndash;&#233;&#xE9;', '&lt; <b> "\' éÉ–éé'],
    ['leaves what is no entity', 'R&D; &nosuch; & &#; &#99999999;', 'R&D; &nosuch; & &#; &#99999999;'],
    ['replaces characters beyond all', '&#1114112;', '\ufffd'],
    ['leaves comparisons alone', 'a < b and b > c, 1<2', 'a < b and b > c, 1<2'],
    ['drops comments, scripts and styles with what they hold', 'a<!-- <p> -->b<script>x("</p>")</script>c<STYLE>p{}</style >d', 'abcd'],
    ['drops what a comment or script that never ends hides', 'a<!-- b', 'a'],
    ['drops attributes that would run', '<img src=x onerror=alert(1)><a href="javascript:x">go</a>', 'go'],
    ['builds no tag from the pieces of others', '<scr<b>ipt>alert(1)</scr</b>ipt>', '< script>alert(1)< /script>'],
    ['builds none around one that goes', '<</>x', '< x'],
    ['leaves an unfinished tag as words', 'a <b', 'a < b'],
  ])('%s', (_, html, text) => {
    // The paragraphs' ends beyond the words are for prose() to tidy (item-text.ts).
    expect(htmlText(html).trim()).toBe(text);
  });

  it('holds no tag, whatever went in, unless one was written out as words', () => {
    const piece = fc.constantFrom('<', '>', '/', '!', '--', 'script', 'b', ' ', '"', "'", '<p>', '</', 'style', '?', 'x');
    assertProperty(fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => expect(htmlText(pieces.join(''))).not.toMatch(/<[a-z/!?]/i)));
  });

  // Within jest's time limit, which a step that reads its input again and again would not meet.
  it.each(['<', '<!--', '<a ', '<script>', '</a', '<a "', '&#', '&a', ' ', '\u00a0', '\n', '<script></script', 'a<b'])(
    'is had in no time from millions of %j',
    (piece) => {
      const html = piece.repeat(3_000_000 / piece.length);
      looksLikeHtml(html);
      expect(htmlText(html).length).toBeLessThanOrEqual(2 * html.length);
    },
  );
});
