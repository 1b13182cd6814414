import { describe, expect, it } from '@jest/globals';
import { everyPage } from './all-pages';

describe('a list that comes a page at a time', () => {
  it('is read to its end', async () => {
    const asked: (string | undefined)[] = [];
    const read = (cursor: string | undefined) => {
      asked.push(cursor);
      return Promise.resolve(cursor === undefined ? { items: [1, 2], nextCursor: 'b' } : { items: [3], nextCursor: null });
    };
    expect(await everyPage(read)).toEqual({ items: [1, 2, 3] });
    expect(asked).toEqual([undefined, 'b']);
  });
  it('may have no pages at all', async () => expect(await everyPage(() => Promise.resolve({ items: ['only'] }))).toEqual({ items: ['only'] }));
});
