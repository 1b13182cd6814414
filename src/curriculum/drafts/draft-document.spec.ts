import { readFileSync, readdirSync } from 'node:fs';
import { readCurriculum } from '../read-curriculum.js';
import { DraftDocument } from './draft-document.contract.js';

describe('a draft', () => {
  it('holds every curriculum just as it is', () => {
    for (const file of readdirSync('curricula')) {
      const { document } = readCurriculum(readFileSync(`curricula/${file}`, 'utf8'));
      expect(DraftDocument.parse(document)).toEqual(document);
    }
  });

  it('holds what is hardly begun', () => {
    const begun = { slug: 'begun', title: '', levels: [{ slug: 'one', skills: [{ slug: 'a', weightPercent: 400 }], prerequisites: [{ kind: 'level' }] }] };
    expect(DraftDocument.parse(begun)).toMatchObject(begun);
    expect(DraftDocument.parse({ slug: 'begun' })).toMatchObject({ levels: [], questions: [], nextCertifications: { sameTrack: [] } });
  });

  it('refuses parts that cannot be told apart, and keys of no curriculum', () => {
    const paths = (value: object) => DraftDocument.safeParse({ slug: 'x', ...value }).error?.issues.map(({ path }) => path.join('.'));
    expect(paths({ levels: [{ slug: 'one' }, { slug: 'one' }] })).toEqual(['levels.1.slug']);
    expect(paths({ levels: [{ title: 'No slug' }] })).toEqual(['levels.0.slug']);
    expect(paths({ levels: [{ slug: 'Not One' }] })).toEqual(['levels.0.slug']);
    expect(paths({ hoast: 'x' })).toEqual(['']);
    expect(paths({ levels: 'many' })).toEqual(['levels']);
  });
});
