import { readdirSync, readFileSync } from 'node:fs';
import { isOpen } from './curriculum-document.contract.js';
import { readCurriculum } from './read-curriculum.js';

describe('the shipped curriculum', () => {
  const { document } = readCurriculum(readFileSync('curricula/certified-mlops-engineer.yaml', 'utf8'));
  const levels = document?.levels ?? [];

  it('holds the whole program', () => {
    expect(document).toMatchObject({ title: 'Certified MLOps Engineer', host: 'AIOps School', validityMonths: { min: 24, max: 36 } });
    expect(levels.map(({ slug }) => slug)).toEqual(['foundation', 'professional', 'advanced', 'specialist']);
    expect(document?.technologies).toHaveLength(10);
    expect(document?.learningPaths).toHaveLength(7);
    expect(document?.jobRoles).toHaveLength(8);
    expect(document?.providers).toHaveLength(9);
    expect(document?.questions.filter(({ group }) => group === 'general')).toHaveLength(12);
    expect(document?.questions.filter(({ group }) => group === 'program')).toHaveLength(8);
  });

  it('shows Specialist with its gaps, and opens the others', () => {
    expect(levels.filter(isOpen).map(({ slug }) => slug)).toEqual(['foundation', 'professional', 'advanced']);
    const specialist = levels.find(({ slug }) => slug === 'specialist');
    expect(specialist).toMatchObject({ optional: true, projects: [], planTemplates: [], mistakes: [] });
    expect(specialist?.next).toBeUndefined();
  });

  it.each([
    ['foundation', 18, 22],
    ['professional', 40, 45],
    ['advanced', 53, 57],
  ])('asks for efforts a person with five hours a week can give: %s', (slug, from, to) => {
    const level = levels.find((each) => each.slug === slug);
    const minutes = [...(level?.skills ?? []), ...(level?.projects ?? [])].reduce((sum, { effortMinutes }) => sum + (effortMinutes ?? 0), 0);
    expect(minutes / 60).toBeGreaterThanOrEqual(from);
    expect(minutes / 60).toBeLessThanOrEqual(to);
    expect(level?.basis).toBe('estimate');
  });
});

describe.each(readdirSync('curricula'))('%s', (file) => {
  const { document, faults } = readCurriculum(readFileSync(`curricula/${file}`, 'utf8'));

  it('has no fault', () => {
    expect(faults).toBeUndefined();
  });

  it('gives every skill and project its turn in each plan that is needed', () => {
    for (const { skills, projects, planTemplates } of document?.levels ?? []) {
      for (const { needed, phases } of planTemplates) {
        const turns = phases.flatMap(({ focus }) => focus).sort();
        expect(turns).toEqual(needed ? [...skills, ...projects].map(({ slug }) => slug).sort() : []);
      }
    }
  });
});

describe('the Kubernetes curriculum', () => {
  const { document } = readCurriculum(readFileSync('curricula/kubernetes.yaml', 'utf8'));

  it('has the weights that the program publishes', () => {
    const weights = (document?.levels ?? []).map(({ slug, basis, skills }) => [slug, basis, ...skills.map(({ weightPercent }) => weightPercent)]);
    expect(weights).toEqual([
      ['administrator', 'published', 25, 15, 20, 10, 30],
      ['application-developer', 'published', 20, 20, 15, 25, 20],
      ['security-specialist', 'published', 15, 15, 10, 20, 20, 20],
    ]);
  });
});
