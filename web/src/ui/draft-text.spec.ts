import { describe, expect, it } from '@jest/globals';
import { readDraft } from './draft-text';

const read = (kept: unknown) => (typeof kept === 'string' ? kept : null);
const draft = (values: unknown, at = 1_000) => JSON.stringify({ at, values });

describe('a draft of a form', () => {
  it('is read as it was kept', () => {
    expect(readDraft(draft('half a note'), read, 2_000)).toBe('half a note');
  });

  it.each([
    ['there is none', null],
    ['it is broken', '{"at":1'],
    ['it is of another shape', draft(7)],
    ['it has no date', JSON.stringify({ values: 'half a note' })],
    ['it is more than a month old', draft('half a note', 1_000 - 31 * 86_400_000)],
  ])('is nothing where %s', (_, text) => {
    expect(readDraft(text, read, 2_000)).toBeNull();
  });
});
