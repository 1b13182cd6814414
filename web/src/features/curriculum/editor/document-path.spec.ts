import { describe, expect, it } from '@jest/globals';
import { at, listAt, moved, put } from './document-path';

const document = { title: 'A', levels: [{ slug: 'one', skills: [{ slug: 'x', weightPercent: 30 }] }, { slug: 'two' }], validityMonths: { min: 12 } };

describe('a path into a document', () => {
  it('leads to a value, or to nothing', () => {
    expect(at(document, 'levels.0.skills.0.weightPercent')).toBe(30);
    expect(at(document, 'levels.7.title')).toBeUndefined();
    expect(at(document, '')).toBe(document);
    expect(listAt(document, 'levels.1.skills')).toEqual([]);
  });

  it('changes one value and nothing else, nor the document it came from', () => {
    const before = structuredClone(document);
    const after = put(document, 'levels.0.skills.0.weightPercent', 40);
    expect(at(after, 'levels.0.skills.0.weightPercent')).toBe(40);
    expect(after.levels[1]).toBe(document.levels[1]);
    expect(document).toEqual(before);
    expect(Object.keys(put(document, 'title', 'B'))).toEqual(Object.keys(document));
  });

  it('makes what is not there, and takes away what is left empty', () => {
    expect(put(document, 'levels.1.exam.minutes', 90).levels[1]).toEqual({ slug: 'two', exam: { minutes: 90 } });
    expect(put(document, 'validityMonths.min', undefined)).not.toHaveProperty('validityMonths');
    expect(put({ list: [{ a: 1 }] }, 'list.0.a', undefined)).toEqual({ list: [{}] });
  });

  it('moves an entry of a list to another place', () => {
    expect(moved(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a']);
    expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
  });
});
