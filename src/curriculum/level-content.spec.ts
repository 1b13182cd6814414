import { readFileSync } from 'node:fs';
import { levelContent } from './level-content.js';
import { withIds, type Identities, type PublishedRelease } from './published-release.js';
import { readCurriculum } from './read-curriculum.js';

const { document } = readCurriculum(readFileSync('curricula/certified-mlops-engineer.yaml', 'utf8'));
if (!document) throw new Error('the shipped curriculum has faults');

/** Ids that can be read: `professional/ci-cd-for-ml`. */
const identities: Identities = Object.fromEntries(
  document.levels.map(({ slug, skills, projects }) => {
    const ids = (items: readonly { slug: string }[]) => Object.fromEntries(items.map((item) => [item.slug, `${slug}/${item.slug}`]));
    return [slug, { id: slug, skills: ids(skills), projects: ids(projects) }];
  }),
);
const release: PublishedRelease = { id: 'release', number: 1, publishedAt: '2026-03-01T00:00:00.000Z', document, levels: withIds(document, identities) };
const contentOf = (slug: string, retired = false) =>
  levelContent(release, release.levels.find((level) => level.id === slug) ?? fail(), { retired, archived: false });

describe('a published release', () => {
  it('lists its levels in the order they are best taken, wherever they stand in the file', () => {
    const backwards = { ...document, levels: [...document.levels].reverse() };
    expect(withIds(backwards, identities).map(({ id }) => id)).toEqual(['foundation', 'professional', 'advanced', 'specialist']);
  });

  it('does not go without the identity of what it holds', () => {
    expect(() => withIds(document, { ...identities, advanced: { id: 'advanced', skills: {}, projects: {} } })).toThrow('multi-tenant-platforms');
  });
});

describe('what later features learn of a level', () => {
  it('names everything by id', () => {
    const content = contentOf('professional');
    expect(content).toMatchObject({ levelId: 'professional', releaseId: 'release', releaseNumber: 1, open: true, retired: false, basis: 'estimate' });
    expect(content.projects[0]).toMatchObject({
      id: 'professional/retraining-pipeline',
      skillIds: ['professional/ci-cd-for-ml', 'professional/data-and-model-tests'],
    });
    expect(content.templates[0]?.phases[0]?.focus).toEqual(['professional/containers-and-orchestration', 'professional/model-microservice']);
    expect(content.prerequisites[0]).toEqual({ kind: 'level', rule: 'recommended', levelId: 'foundation', text: expect.any(String) });
  });

  it('names the skills that come before one by their ids', () => {
    const ordered = structuredClone(document);
    const skills = ordered.levels.find(({ slug }) => slug === 'professional')!.skills;
    skills[1]!.after = [skills[0]!.slug];
    const [level] = withIds(ordered, identities).filter(({ id }) => id === 'professional');
    const content = levelContent({ ...release, document: ordered }, level!, { retired: false, archived: false });
    expect(content.skills.slice(0, 2).map(({ afterIds }) => afterIds)).toEqual([[], [`professional/${skills[0]!.slug}`]]);
  });

  it('leaves out a length of preparation that the level does not need', () => {
    expect(contentOf('foundation').templates.map(({ minDays }) => minDays)).toEqual([7, 30]);
  });

  it('has no skills to plan for while the level is not open', () => {
    expect(contentOf('specialist')).toMatchObject({ open: false, skills: [], projects: [], templates: [] });
  });
});

function fail(): never {
  throw new Error('there is no such level');
}
