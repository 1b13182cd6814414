import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { anyCurriculum } from '../../test/support/any-curriculum.js';
import { assertProperty } from '../../test/support/property.js';
import type { CurriculumDocument } from './curriculum-document.contract.js';
import { readCurriculum } from './read-curriculum.js';
import { writeCurriculum } from './write-curriculum.js';

const documents = readdirSync('curricula').map((file) => readCurriculum(readFileSync(`curricula/${file}`, 'utf8')).document ?? fail());
const read = (text: string): CurriculumDocument => readCurriculum(text).document ?? fail();

describe('a curriculum as text', () => {
  it('is read back as the same document, and written again as the same bytes', () => {
    for (const document of documents) {
      const text = writeCurriculum(document);
      expect(read(text)).toEqual(document);
      expect(writeCurriculum(read(text))).toBe(text);
    }
  });

  it('is the same document as JSON too', () => {
    for (const document of documents) {
      const text = writeCurriculum(document, 'json');
      expect(read(text)).toEqual(document);
      expect(writeCurriculum(read(text), 'json')).toBe(text);
      expect(JSON.parse(text)).toMatchObject({ slug: document.slug });
    }
  });

  it('keeps whatever people write in it, in any part of it', () => {
    assertProperty(
      fc.property(anyCurriculum(), fc.constantFrom('yaml' as const, 'json' as const), (document, format) => {
        const text = writeCurriculum(document, format);
        expect(readCurriculum(text)).toEqual({ document });
        expect(writeCurriculum(read(text), format)).toBe(text);
      }),
      { runs: 50 },
    );
  });

  it('does not depend on the order of keys, which a database forgets', () => {
    const [document = fail()] = documents;
    const turned = JSON.parse(JSON.stringify(document, Object.keys(flatKeys(document)).reverse())) as CurriculumDocument;
    expect(writeCurriculum(turned)).toBe(writeCurriculum(document));
  });
});

/** Every key that is anywhere in it. */
function flatKeys(value: unknown, keys: Record<string, true> = {}): Record<string, true> {
  if (typeof value !== 'object' || value === null) return keys;
  for (const [key, inner] of Object.entries(value)) flatKeys(inner, Array.isArray(value) ? keys : Object.assign(keys, { [key]: true }));
  return keys;
}
