import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { assertProperty } from '../../test/support/property.js';
import { readCurriculum } from './read-curriculum.js';
import { mentions, subjectsOf } from './subjects.js';

const shipped = (file: string) => readCurriculum(readFileSync(`curricula/${file}.yaml`, 'utf8')).document ?? fail();
const named = (...names: string[]) => names.map((name, index) => ({ slug: `s${index}`, name }));
const found = (text: string, ...names: string[]) => mentions(text, named(...names)).map(({ name }) => name);

describe('the subjects of a curriculum', () => {
  it('are its technologies, and what its prerequisites call by name', () => {
    const names = subjectsOf(shipped('certified-mlops-engineer')).map(({ name }) => name);
    expect(names.slice(0, 3)).toEqual(['Docker', 'Kubernetes', 'MLflow']);
    expect(names.slice(10)).toEqual(['Python', 'Linux']);
    expect(subjectsOf(shipped('kubernetes')).map(({ name }) => name)).toEqual([
      ...['Kubernetes', 'etcd', 'Helm', 'Kustomize', 'CoreDNS', 'Gateway API'],
      ...['Linux', 'YAML'],
    ]);
  });

  it('have a slug each, of their own', () => {
    const { levels } = shipped('kubernetes');
    const slugs = subjectsOf({ title: 'x', technologies: ['GitHub Actions', 'C++', 'C#', 'c#', '機械学習'], levels }).map(({ slug }) => slug);
    expect(slugs).toEqual(['github-actions', 'c', 'c-2', 'subject', 'linux', 'yaml']);
  });

  it('are found as whole words in any case, the longest first', () => {
    expect(found('At home in linux, DOCKER and Python.', 'Docker', 'Python', 'Linux')).toEqual(['Linux', 'Docker', 'Python']);
    expect(found('Use GitHub Actions.', 'GitHub', 'GitHub Actions')).toEqual(['GitHub Actions']);
    expect(found('Gitlab and digital', 'Git')).toEqual([]);
    expect(found('C++, not that', 'C')).toEqual([]);
    expect(found('C++, not that', 'C', 'C++')).toEqual(['C++']);
    expect(found('Git. Then Git again.', 'Git')).toEqual(['Git']);
  });

  it('are found whatever characters their names are made of', () => {
    assertProperty(
      fc.property(fc.string({ minLength: 1, maxLength: 12 }), (name) => {
        fc.pre(name.trim() === name);
        expect(found(`Know ${name}, well.`, name).every((each) => each === name)).toBe(true);
        expect(found(`Know ${name} well.`, name)).toEqual(/^\p{L}+$/u.test(name) ? [name] : expect.anything());
      }),
    );
  });
});
