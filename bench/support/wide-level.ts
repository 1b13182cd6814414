/** A certification of one level that is as wide as plans are promised for. */
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import type { CurriculumDocument } from '../../src/curriculum/curriculum-document.contract.js';

type Level = CurriculumDocument['levels'][number];

export const WIDE = 'wide-level';

/** @param skills of which each fifth needs another; projects show two each, and three phases divide them all */
export async function wideCurriculum({ skills, projects }: { skills: number; projects: number }): Promise<string> {
  const shipped = parse(await readFile('curricula/certified-mlops-engineer.yaml', 'utf8')) as CurriculumDocument;
  const [first] = shipped.levels;
  if (!first) throw new Error('The shipped curriculum has no level');
  const slugs = Array.from({ length: skills }, (_, i) => `skill-${i}`);
  const phaseOf = (phase: number) => slugs.filter((_, i) => Math.floor((i * 3) / skills) === phase);
  const level: Level = {
    ...first,
    ...{ prerequisites: [], next: undefined },
    skills: slugs.map((slug, i) => ({
      ...{ slug, title: `Skill ${i}`, description: 'To be learnt', weightPercent: 100 / skills, effortMinutes: 120 + ((i * 37) % 7) * 30 },
      after: i % 5 === 4 ? [`skill-${i - 4}`] : [],
    })),
    projects: Array.from({ length: projects }, (_, i) => ({
      ...{ slug: `project-${i}`, title: `Project ${i}`, description: 'To be built', acceptance: ['It runs.'], effortMinutes: 240 },
      shows: [`skill-${i * 6}`, `skill-${i * 6 + 1}`],
    })),
    planTemplates: first.planTemplates
      .filter(({ phases }) => (phases?.length ?? 0) > 0)
      .map((template) => ({
        ...template,
        phases: [0, 1, 2].map((phase) => ({
          title: `Phase ${phase}`,
          summary: 'Skill after skill',
          sharePercent: [34, 33, 33][phase]!,
          focus: phaseOf(phase),
        })),
      })),
  };
  return JSON.stringify({ ...shipped, slug: WIDE, title: 'Wide', levels: [level], learningPaths: [], jobRoles: [], nextCertifications: undefined });
}
