import fc from 'fast-check';
import { assertProperty } from '../../../test/support/property.js';
import { excerptOf } from './excerpt.js';

const told = (body: string, ...beginnings: string[]) =>
  excerptOf(body, beginnings)
    .map(({ text, hit }) => (hit ? `[${text}]` : text))
    .join('');

const FILLER = 'words that say nothing of it and go on for a while, as prose does, ';

describe('an excerpt', () => {
  it('is the whole of a short text, with the words that were asked for', () => {
    expect(told('Deploy a model on Kubernetes.', 'kuber', 'model')).toBe('Deploy a [model] on [Kubernetes].');
    expect(told('The résumé of a Model', 'resume')).toBe('The [résumé] of a Model');
  });

  it('is the beginning of a text that holds none of them', () => {
    expect(told(FILLER.repeat(5), 'kubernetes')).toMatch(/^words that say nothing .{120,150} …$/);
    expect(told('')).toBe('');
  });

  it('is cut from where most of them stand together, between words', () => {
    const text = `${FILLER.repeat(3)}one model here, ${FILLER.repeat(5)}a model on a cluster, the cluster of models, ${FILLER.repeat(5)}`;
    expect(told(text, 'model', 'cluster')).toMatch(/^… .{10,40}a \[model\] on a \[cluster\], the \[cluster\] of \[models\], words .* …$/);
  });

  it('never is much longer than two lines, holds only what the text does, and marks only what begins so', () => {
    const word = fc.constantFrom('kubernetes', 'Kuber', 'a', 'of', 'x'.repeat(90), '👩‍🚀', 'modèle', '—', '\n');
    assertProperty(
      fc.property(fc.array(word, { maxLength: 400 }), (words) => {
        const body = words.join(' ');
        const plain = body.replaceAll(/\s+/g, ' ').trim();
        const pieces = excerptOf(body, ['kuber', 'model']);
        const text = pieces.map((piece) => piece.text).join('');
        expect(plain).toContain(text.replace(/^… /, '').replace(/ …$/, ''));
        expect(text.length).toBeLessThanOrEqual(200);
        for (const piece of pieces) if (piece.hit) expect(piece.text).toMatch(/^(kuber|mod[eè]l)/i);
        if (/kuber|mod/i.test(plain)) expect(pieces.some(({ hit }) => hit)).toBe(true);
      }),
    );
  });

  // Within jest's time limit, which looking at each hit anew for each other would not meet.
  it('is had where everything is a hit', () => {
    const pieces = excerptOf('model '.repeat(50_000), ['model']);
    expect(pieces.filter(({ hit }) => hit).length).toBeGreaterThan(0);
  });
});
