import type { Level } from './curriculum.contract.js';
import type { Basis, PlanTemplate, Prerequisite } from './curriculum-document.contract.js';
import { plainText } from './plain-text.js';
import type { PublishedRelease } from './published-release.js';

/** What other features need to know of a level in one release; everything that is named is named by id. */
export interface LevelContent {
  levelId: string;
  levelSlug: string;
  title: string;
  certificationSlug: string;
  certificationTitle: string;
  releaseId: string;
  releaseNumber: number;
  /** No longer offered: a later release left it out. */
  retired: boolean;
  /** The certification is closed to new learners. */
  archived: boolean;
  /** Whether one can enroll. While not, there are no `skills` here, for none has a weight yet. */
  open: boolean;
  /** Where weights and efforts come from. */
  basis: Basis;
  skills: LevelSkill[];
  projects: LevelProject[];
  /** By project id: the criteria that a mentor checks when reviewing it, as Markdown. */
  acceptance: Record<string, string[]>;
  /** Those that this level needs, the shortest first. */
  templates: LevelTemplate[];
  prerequisites: LevelPrerequisite[];
}

export interface LevelSkill {
  id: string;
  slug: string;
  title: string;
  weightPercent: number;
  effortMinutes: number;
  /** Skills of the level that are learnt before it. */
  afterIds: string[];
}

export interface LevelProject {
  id: string;
  slug: string;
  title: string;
  effortMinutes: number;
  skillIds: string[];
}

export interface LevelTemplate {
  slug: string;
  title: string;
  minDays: number;
  maxDays: number;
  phases: {
    title: string;
    /** As plain text: plans show it in one line. */
    summary: string;
    sharePercent: number;
    /** Ids of the skills and projects whose turn it is. */
    focus: string[];
  }[];
}

/** `levelId` for one that is a level. */
export type LevelPrerequisite = Pick<Prerequisite, 'kind' | 'rule' | 'text'> & { levelId: string | null };

export function levelContent(release: PublishedRelease, level: Level, { retired, archived }: Pick<LevelContent, 'retired' | 'archived'>): LevelContent {
  const ids = new Map([...level.skills, ...level.projects].map(({ slug, id }) => [slug, id]));
  const idsOf = (slugs: readonly string[]) => slugs.flatMap((slug) => ids.get(slug) ?? []);
  const levelId = (slug: string) => release.levels.find((each) => each.slug === slug)?.id ?? null;
  return {
    levelId: level.id,
    levelSlug: level.slug,
    title: level.title,
    certificationSlug: release.document.slug,
    certificationTitle: release.document.title,
    releaseId: release.id,
    releaseNumber: release.number,
    retired,
    archived,
    open: level.open,
    basis: level.basis ?? 'estimate',
    skills: level.skills.flatMap(({ id, slug, title, weightPercent, effortMinutes, after }) =>
      weightPercent === undefined || effortMinutes === undefined ? [] : [{ id, slug, title, weightPercent, effortMinutes, afterIds: idsOf(after) }],
    ),
    projects: level.projects.flatMap(({ id, slug, title, effortMinutes, shows }) =>
      effortMinutes === undefined ? [] : [{ id, slug, title, effortMinutes, skillIds: idsOf(shows) }],
    ),
    acceptance: Object.fromEntries(level.projects.map(({ id, acceptance }) => [id, acceptance])),
    templates: level.planTemplates
      .filter(({ needed }) => needed)
      .sort((one, other) => one.minDays - other.minDays)
      .map((template) => templateContent(template, idsOf)),
    prerequisites: level.prerequisites.map((each) => ({
      kind: each.kind,
      rule: each.rule,
      text: each.text,
      levelId: each.kind === 'level' ? levelId(each.level) : null,
    })),
  };
}

function templateContent({ slug, title, minDays, maxDays, phases }: PlanTemplate, idsOf: (slugs: readonly string[]) => string[]): LevelTemplate {
  return { slug, title, minDays, maxDays, phases: phases.map((phase) => ({ ...phase, summary: plainText(phase.summary), focus: idsOf(phase.focus) })) };
}
