import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ToldChange } from '@server/curriculum/curriculum.contract';
import { assertProperty } from '../../../../test/support/property';
import { nearChanges, piecesOf, textsOf } from './old-and-new';

const said = (before: string, after: string) =>
  piecesOf(before, after)
    .map(({ text, how }) => (how === 'gone' ? `[-${text}-]` : how === 'new' ? `[+${text}+]` : text))
    .join('');

describe('old words beside new ones', () => {
  it('strikes out what went and shows what came', () => {
    expect(said('you can keep running a model', 'you can look after a model')).toBe('you can [-keep running-][+look after+] a model');
    expect(said('', 'All of it')).toBe('[+All of it+]');
    expect(said('All of it', '')).toBe('[-All of it-]');
    expect(said('the same', 'the same')).toBe('the same');
  });

  it('gives both texts back', () => {
    const text = fc.array(fc.constantFrom('tide', 'moon', 'quay', 'a', '\n', 'the'), { maxLength: 30 }).map((words) => words.join(' '));
    assertProperty(
      fc.property(text, text, (before, after) => {
        const pieces = piecesOf(before, after);
        const without = (how: string) => pieces.flatMap((piece) => (piece.how === how ? [] : piece.text)).join('');
        expect(without('new')).toBe(before);
        expect(without('gone')).toBe(after);
      }),
    );
  });

  it('shortens what stayed to the words around', () => {
    const words = Array.from({ length: 30 }, (_, index) => `w${index}`).join(' ');
    const near = nearChanges(piecesOf(`${words} old ${words}`, `${words} new ${words}`));
    expect(near.map(({ text }) => text).join('')).toBe('… w26 w27 w28 w29 oldnew w0 w1 w2 w3 …');
  });
});

describe('the texts of a change', () => {
  const change = (before: unknown, after: unknown, words = 'the skill “Tides”: description reworded'): ToldChange => ({
    ...{ kind: 'changed', part: 'skill', path: ['levels', 'shore', 'skills', 'tides'], title: 'Tides', field: 'description' },
    ...{ before, after, words },
  });
  it.each([
    [change('Old', 'New'), { before: 'Old', after: 'New' }],
    [change(null, 'New'), { before: '', after: 'New' }],
    [change(['a', 'b'], ['a', 'c']), { before: 'a\nb', after: 'a\nc' }],
    [change([{ title: 'Read', sharePercent: 40 }], []), { before: 'Read, 40', after: '' }],
    [change(20, 25, 'weighs 25% instead of 20%'), undefined],
    [change('Old', 'New', '“Old” is now called “New”'), undefined],
    [change(true, false, 'is optional no longer'), undefined],
  ])('%#', (told, texts) => expect(textsOf(told)).toEqual(texts));
});
