import { describe, expect, it } from '@jest/globals';
import { everyPage } from './every-page';

describe('a list that is wanted whole', () => {
  const all = Array.from({ length: 250 }, (_, i) => i);
  const read = ({ limit, cursor = '0' }: { limit: number; cursor?: string }) => {
    const end = Number(cursor) + limit;
    return Promise.resolve({ items: all.slice(Number(cursor), end), nextCursor: end < all.length ? String(end) : null });
  };

  it('is read page by page to its end', async () => {
    expect(await everyPage(read)).toEqual({ items: all });
    expect(await everyPage(() => Promise.resolve({ items: [1] }))).toEqual({ items: [1] });
  });

  it('never goes round in a circle where a cursor is not sent', async () => {
    await expect(everyPage(({ limit }) => read({ limit }))).rejects.toThrow('The same page came twice');
  });
});
