import { LONGEST_LIST, type SkillInput } from '../curriculum-document.contract.js';
import { counted, named } from './counted.js';
import type { Framework, FrameworkItem } from './framework.js';
import { LONGEST_DESCRIPTION, shortened } from './item-text.js';
import { skillSlugs } from './skill-slugs.js';
import type { Unmapped } from './unmapped.contract.js';
import { nameOf, some } from './unmapped.js';

/** What of a level matters here; a level of a document is one. */
interface LevelSoFar {
  skills: readonly SkillInput[];
  projects: readonly { slug: string }[];
}

export interface OntoLevel {
  /** All skills of the level from now on: those that it has, as they are, then those that are new, in the order of the framework. */
  skills: SkillInput[];
  /** Titles of those that are new. */
  added: string[];
  /** Titles of those of the framework that the level has already. */
  kept: string[];
  unmapped: Unmapped[];
}

/**
 * Brings the items of a framework onto a level as skills. An item whose slug the level has already changes nothing there: weight, effort and
 * every word of it may be somebody's work. So a second time the same framework changes nothing at all. New skills have neither weight nor
 * effort, for no framework says either.
 */
export function frameworkOntoLevel(framework: Framework, level: LevelSoFar): OntoLevel {
  const slugs = skillSlugs(
    framework.items,
    level.projects.map(({ slug }) => slug),
  );
  const before = new Map(level.skills.map((skill) => [skill.slug, skill]));
  const skills = framework.items.map((item, i) => skillOf(item, slugs[i] ?? '', framework.title));
  const fresh = skills.filter(({ slug }) => !before.has(slug));
  const room = Math.max(0, LONGEST_LIST - level.skills.length);
  const added = fresh.slice(0, room);
  return {
    skills: [...level.skills, ...added],
    added: titles(added),
    kept: titles(skills.flatMap(({ slug }) => before.get(slug) ?? [])),
    unmapped: [
      ...framework.unmapped,
      ...beyond(fresh.slice(room)),
      ...cut(framework.items.filter(({ description }, i) => !skills[i]?.description.startsWith(description))),
      ...reworded(skills.filter((skill) => differ(skill, before.get(skill.slug) ?? skill))),
    ],
  };
}

const LONGEST_CONTEXT_TITLE = 100;
const LONGEST_CODE = 60;

/** The description ends with where in the framework the skill comes from: 'From School mathematics › Algebra, A-REI.3'. */
function skillOf({ title, description, path, code }: FrameworkItem, slug: string, framework: string): SkillInput {
  const groups = [framework, ...path].map((group) => shortened(group, LONGEST_CONTEXT_TITLE)).join(' › ');
  const context = `From ${groups}${code === '' ? '' : `, ${shortened(code, LONGEST_CODE)}`}`;
  const own = shortened(description, LONGEST_DESCRIPTION - context.length - '\n\n'.length);
  return { slug, title, description: own === '' ? context : `${own}\n\n${context}` };
}

const beyond = (skills: readonly SkillInput[]): Unmapped[] =>
  some(
    skills.length,
    `${counted(skills.length, 'skill')} too many: ${named(titles(skills).map(nameOf))}`,
    `A level has at most ${LONGEST_LIST} skills; bring the others onto another level`,
  );

const cut = (items: readonly FrameworkItem[]): Unmapped[] =>
  some(
    items.length,
    `The end of ${counted(items.length, 'description')}: ${named(titles(items).map(nameOf))}`,
    `A description is at most ${LONGEST_DESCRIPTION.toLocaleString('en')} characters long`,
  );

const reworded = (skills: readonly SkillInput[]): Unmapped[] =>
  some(
    skills.length,
    `The wording of ${counted(skills.length, 'skill')}: ${named(titles(skills).map(nameOf))}`,
    'The level has them already, in words of its own',
  );

const differ = (one: SkillInput, other: SkillInput) => one.title !== other.title || one.description !== other.description;
const titles = (each: readonly { title: string }[]) => each.map(({ title }) => title);
