import type { LevelContent } from '../curriculum/level-content.js';
import type { LocalDate } from '../platform/time/time.contract.js';
import type { PlanItem } from './plans.contract.js';
import type { PartLock } from './locks.contract.js';
import { SKILL_BEFORE_PROJECT } from './scheduling/place-work.js';

type Level = Pick<LevelContent, 'skills' | 'projects'>;
export interface Standing {
  /** Minutes logged, by id of the skill or project. */
  done: Readonly<Record<string, number>>;
  finishedProjectIds: readonly string[];
  /** Of which evidence was handed in. */
  handedInProjectIds: readonly string[];
  leftOutIds: readonly string[];
  /** Of the plan, by date. */
  items: readonly PlanItem[];
  today: LocalDate;
}

/**
 * Of each skill and project whether it is locked, and all that belongs to the answer. A project waits until half of the effort of each
 * skill it shows is behind, but not for one that is left out of the plan; a skill waits for nothing. What was begun, handed in or finished is open and stays so, whatever happens to its skills.
 */
export function locksOf(level: Level, standing: Standing): PartLock[] {
  return [...level.skills.map((skill) => skillLock(skill, level, standing)), ...level.projects.map((project) => projectLock(project, level, standing))];
}

function skillLock({ id, title, effortMinutes }: Level['skills'][number], { projects }: Level, { leftOutIds }: Standing): PartLock {
  const opens = projects.filter(({ skillIds }) => skillIds.includes(id)).map((project) => ({ partId: project.id, title: project.title }));
  const summary = opens.length === 0 ? 'Study of this skill.' : `Study of this skill. It opens ${listed(opens.map((part) => part.title))}.`;
  const behind = { summary, effortMinutes, shows: [], opens };
  return { kind: 'skill', partId: id, title, locked: false, leftOut: leftOutIds.includes(id), reason: null, unlockedBy: [], opensOn: null, behind };
}

function projectLock({ id, title, effortMinutes, skillIds }: Level['projects'][number], { skills }: Level, standing: Standing): PartLock {
  const shown = skills.filter((skill) => skillIds.includes(skill.id));
  const wanting = shown
    .filter((skill) => !standing.leftOutIds.includes(skill.id))
    .map((skill) => ({
      skillId: skill.id,
      title: skill.title,
      doneMinutes: standing.done[skill.id] ?? 0,
      wantedMinutes: Math.ceil(skill.effortMinutes * SKILL_BEFORE_PROJECT),
    }))
    .filter(({ doneMinutes, wantedMinutes }) => doneMinutes < wantedMinutes);
  const isBegun = (standing.done[id] ?? 0) > 0 || [...standing.finishedProjectIds, ...standing.handedInProjectIds].includes(id);
  const locked = !isBegun && wanting.length > 0;
  const names = shown.map((skill) => skill.title);
  const summary = names.length === 0 ? 'A project of this level.' : `A project that shows ${listed(names)}.`;
  return {
    ...{ kind: 'project', partId: id, title, locked, leftOut: standing.leftOutIds.includes(id) },
    reason: locked ? `It begins once half of ${listed(wanting.map((skill) => skill.title))} is studied.` : null,
    unlockedBy: locked ? wanting : [],
    opensOn: locked ? opensOn(wanting, standing) : null,
    behind: { summary, effortMinutes, shows: shown.map((skill) => ({ skillId: skill.id, title: skill.title })), opens: [] },
  };
}

/** The date on which the plan has every skill where it is wanted. */
function opensOn(wanting: PartLock['unlockedBy'], { items, today }: Standing): LocalDate | null {
  const left = new Map(wanting.map(({ skillId, doneMinutes, wantedMinutes }) => [skillId, wantedMinutes - doneMinutes]));
  for (const { date, kind, skillId, state, minutes, loggedMinutes } of items) {
    if (date < today || kind !== 'study' || state !== 'open' || skillId === null) continue;
    const wanted = left.get(skillId);
    if (wanted === undefined) continue;
    if (wanted > minutes - loggedMinutes) left.set(skillId, wanted - (minutes - loggedMinutes));
    else left.delete(skillId);
    if (left.size === 0) return date;
  }
  return null;
}

const listed = (titles: readonly string[]) => (titles.length < 2 ? titles.join('') : `${titles.slice(0, -1).join(', ')} and ${titles.at(-1)}`);
