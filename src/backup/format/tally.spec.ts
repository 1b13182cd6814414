import fc from 'fast-check';
import { assertProperty } from '../../../test/support/property.js';
import { TableTally } from './tally.js';

const sumOf = (text: string, pieceBytes = text.length + 1) => {
  const [bytes, tally] = [Buffer.from(text), new TableTally()];
  for (let at = 0; at < bytes.length; at += pieceBytes) tally.add(bytes.subarray(at, at + pieceBytes));
  return tally.sum();
};

const rows = fc.array(
  fc.string().map((row) => row.replaceAll('\n', '')),
  { minLength: 1, maxLength: 8 },
);
const textOf = (all: readonly string[]) => all.map((row) => `${row}\n`).join('');

describe('the sum of a table', () => {
  it('does not depend on the order of the rows or on how they are split', () => {
    assertProperty(
      fc.property(rows, fc.integer({ min: 1, max: 9 }), (all, pieceBytes) => {
        expect(sumOf(textOf(all), pieceBytes)).toEqual(sumOf(textOf(all)));
        expect(sumOf(textOf([...all].reverse()))).toEqual(sumOf(textOf(all)));
        expect(sumOf(textOf(all)).rows).toBe(all.length);
      }),
    );
  });

  it('changes when a row differs, is duplicated or is truncated', () => {
    const digests = ['1\tWren\n2\tRook\n', '1\tWren\n2\tRooks\n', '1\tWren\n1\tWren\n', '1\tWren\n2\tRo', '1\tRook\n2\tWren\n', ''].map(
      (text) => sumOf(text).digest,
    );
    expect(new Set(digests).size).toBe(digests.length);
  });
});
