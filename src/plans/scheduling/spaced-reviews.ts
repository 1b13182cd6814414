import { daysApart } from '../../platform/time/local-date.js';
import { nextReviewOn, recallOn, remember, type SkillMemory } from '../../progress/skill-memory.js';
import type { Extra, FreeMinutes } from './free-minutes.js';
import type { OpenDay, WholeInput } from './plan-input.js';
import type { Session } from './place-work.js';

/** A review waits for the next session of its skill where that comes within so many days: the session does the same. */
const SESSION_SOON_DAYS = 2;

type Reviewed = Pick<WholeInput, 'skills' | 'leftOutIds' | 'memories' | 'pinned' | 'today' | 'spacing'>;

export interface Reviews {
  extras: Extra[];
  /** Skills whose review is due before the exam and found no day. */
  leftOut: number;
}

/** A skill on its way through the days. */
interface Followed {
  id: string;
  title: string;
  weightPercent: number;
  memory: SkillMemory | null;
  /** Day from today on which recall falls to where it is reviewed. */
  dueIndex: number;
  /** Its days of study, ascending; those that are past are taken off. */
  sessionIndexes: number[];
}

/**
 * Reviews of each skill when its memory asks for them: the plan is lived through day by day, each session and each review strengthens
 * the memory of its skill (as if it went well), and FSRS says when recall will have fallen to 90%. Where more is due than the day has
 * room for, what would lose the level most points goes first: weight times what is forgotten. Reviews fill what new work leaves free.
 */
export function placeReviews(days: readonly OpenDay[], sessions: readonly Session[], input: Reviewed, free: FreeMinutes): Reviews {
  const followed = follow(sessions, input);
  const extras: Extra[] = [];
  let due: Followed[] = [];
  for (const day of days) {
    for (const skill of followed) liveThrough(skill, day, input);
    due = followed.filter((skill) => isDue(skill, day));
    const room = Math.min(input.spacing.mostReviewsADay, Math.floor(free.on(day) / input.spacing.reviewMinutes));
    // What is lost is only worked out where it decides: that takes most of the time there is.
    const placed = due.length <= room ? due : room > 0 ? rankByLoss(due, day).slice(0, room) : [];
    for (const skill of placed) {
      free.take(day, input.spacing.reviewMinutes);
      extras.push({ day, kind: 'review', skillId: skill.id, title: `Review: ${skill.title}`, minutes: input.spacing.reviewMinutes });
      study(skill, day, input);
    }
    due = due.filter((skill) => !placed.includes(skill));
  }
  return { extras, leftOut: due.length };
}

function follow(sessions: readonly Session[], { skills, leftOutIds = [], memories = {}, pinned = [], today }: Reviewed): Followed[] {
  const indexes = new Map<string, Set<number>>();
  const add = (id: string, index: number) => indexes.set(id, (indexes.get(id) ?? new Set()).add(index));
  for (const { work, day } of sessions) if (work.kind === 'study') add(work.id, day.index);
  for (const { skillId, date } of pinned) if (skillId !== null) add(skillId, daysApart(today, date));
  const followed = skills.filter(({ id }) => !leftOutIds.includes(id));
  return followed.map(({ id, title, weightPercent }) => {
    const memory = memories[id] ?? null;
    const sessionIndexes = [...(indexes.get(id) ?? [])].sort((a, b) => a - b);
    return { id, title, weightPercent, memory, dueIndex: memory ? daysApart(today, nextReviewOn(memory)) : Infinity, sessionIndexes };
  });
}

/** Takes the sessions up to the day into the memory. */
function liveThrough(skill: Followed, day: OpenDay, input: Reviewed): void {
  while ((skill.sessionIndexes[0] ?? Infinity) <= day.index) {
    const index = skill.sessionIndexes.shift() ?? 0;
    study(skill, { ...day, index, date: input.today.add({ days: index }) }, input);
  }
}

function study(skill: Followed, { date }: OpenDay, { today }: Reviewed): void {
  skill.memory = remember(skill.memory, date);
  skill.dueIndex = daysApart(today, nextReviewOn(skill.memory));
}

function isDue({ dueIndex, sessionIndexes }: Followed, { index }: OpenDay): boolean {
  return dueIndex <= index && (sessionIndexes[0] ?? Infinity) > index + SESSION_SOON_DAYS;
}

function rankByLoss(due: readonly Followed[], { date }: OpenDay): Followed[] {
  const loss = ({ memory, weightPercent }: Followed) => (memory ? weightPercent * (1 - recallOn(memory, date)) : 0);
  return due
    .map((skill) => ({ skill, loss: loss(skill) }))
    .sort((a, b) => b.loss - a.loss)
    .map(({ skill }) => skill);
}
