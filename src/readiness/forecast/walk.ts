/** A learner's way ahead, day by day, if some study is done: what it makes of the basis of their score, and of their way to the exam. */
import { plainDate } from '../../platform/time/local-date.js';
import type { PlannedStudy } from '../../plans/remade-plan.js';
import { rememberAfter } from '../../progress/skill-memory.js';
import type { Way } from '../passing/way.js';
import { dayNumber, type LevelShape, type ScoreBasis, type SkillBasis } from '../score/basis.js';
import { EVIDENCE_HALF_LIFE_DAYS, plus, worth, WORTH } from '../score/evidence.js';

/** Study that is to be done on a day. */
export interface Ahead {
  /** Number of the day (basis.ts). */
  day: number;
  skillId: string | null;
  projectId: string | null;
  minutes: number;
  /** A whole practice exam: it is about every skill. */
  isPracticeExam?: boolean;
}

/** What a plan holds, as it is walked: the forecast and what-ifs say the same of it. */
export const aheadOf = ({ date, kind, skillId, projectId, minutes }: PlannedStudy): Ahead => ({
  ...{ day: dayNumber(plainDate(date)), skillId, projectId, minutes },
  isPracticeExam: kind === 'practice',
});

export interface Walker {
  basis: ScoreBasis;
  way: Way;
}

/**
 * Stands still on each of the days, in order, with everything before and on it done: minutes are added to what they are for, each day is a
 * review of its skill, and a project whose effort is done is finished. A practice exam refreshes what is known of every skill until that is
 * studied again, as one that was taken does (basis.ts); how it will go nobody knows, so it adds no items, and is no work handed in. What is
 * for none of these adds to the way alone. Study before the basis counts as of its day.
 *
 * @param days ascending
 */
export function walk<Seen>(
  level: LevelShape,
  start: Walker,
  ahead: readonly Ahead[],
  days: readonly number[],
  look: (at: Walker, day: number) => Seen,
): Seen[] {
  const sorted = ahead.toSorted((a, b) => a.day - b.day);
  const basis: ScoreBasis = {
    ...start.basis,
    skills: start.basis.skills.map((skill) => ({ ...skill })),
    projects: start.basis.projects.map((each) => ({ ...each })),
  };
  const minutes = new Map(start.way.minutesByDay);
  const leftByStudy: LeftByStudy = new Map();
  let [next, way] = [0, start.way];
  return days.map((day) => {
    for (; next < sorted.length && sorted[next]!.day <= day; next++) {
      const item = sorted[next]!;
      if (!minutes.has(item.day)) basis.studyDays += 1;
      minutes.set(item.day, (minutes.get(item.day) ?? 0) + item.minutes);
      const finished = studied(level, basis, leftByStudy, item);
      if (finished)
        way = { ...way, work: way.work.map((work) => (work.id === finished && !work.handedIn ? { ...work, handedIn: inHand(item.day, way) } : work)) };
    }
    const seen = way;
    // Scores ask for the basis alone, hundreds of times.
    return look(
      {
        basis,
        get way() {
          return next > 0 ? withMinutes(seen, start, minutes, level) : seen;
        },
      },
      day,
    );
  });
}

const inHand = (day: number, { startDay }: Way) => ({ day: day - startDay, scorePercent: null, isCarriedOver: false });

/** The id of the project that it finishes, if it does. */
function studied(level: LevelShape, basis: ScoreBasis, left: LeftByStudy, { day, skillId, projectId, minutes, isPracticeExam }: Ahead): string | null {
  if (isPracticeExam) refresh(basis, left, Math.max(day, basis.day));
  const skillAt = skillId === null ? -1 : level.skills.findIndex(({ id }) => id === skillId);
  if (skillAt >= 0) {
    basis.skills[skillAt]!.studyMinutes += minutes;
    studyAgain(basis.skills[skillAt]!, left, Math.max(day, basis.day));
    return null;
  }
  const projectAt = projectId === null ? -1 : level.projects.findIndex(({ id }) => id === projectId);
  if (projectAt < 0) return null;
  const [shape, project] = [level.projects[projectAt]!, basis.projects[projectAt]!];
  const counted = Math.max(0, Math.min(minutes, shape.effortMinutes - project.minutes));
  const shown = basis.skills.filter((_, i) => shape.skillIds.includes(level.skills[i]!.id));
  project.minutes += minutes;
  const isFinished = project.state === 'open' && project.minutes >= shape.effortMinutes;
  for (const skill of shown) {
    if (project.state === 'open') skill.projectMinutes += counted / shape.skillIds.length;
    studyAgain(skill, left, Math.max(day, basis.day));
    if (isFinished) skill.projects = plus(skill.projects, dated(worth(WORTH.finishedProject), day - basis.day));
  }
  if (!isFinished) return null;
  project.state = 'finished';
  return shape.id;
}

type Memory = Pick<SkillBasis, 'stabilityDays' | 'difficulty' | 'lastDay'>;
/** What study had left of skills that a practice exam has refreshed since: what is studied next comes after that, as in the log. */
type LeftByStudy = Map<SkillBasis, Memory>;

function refresh(basis: ScoreBasis, left: LeftByStudy, day: number): void {
  for (const skill of basis.skills) {
    if (skill.stabilityDays > 0 && day <= skill.lastDay) continue;
    const { stabilityDays, difficulty, lastDay } = left.get(skill) ?? skill;
    left.set(skill, { stabilityDays, difficulty, lastDay });
    Object.assign(skill, { stabilityDays, difficulty, lastDay });
    review(skill, day);
  }
}

function studyAgain(skill: SkillBasis, left: LeftByStudy, day: number): void {
  Object.assign(skill, left.get(skill));
  left.delete(skill);
  review(skill, day);
}

function review(skill: SkillBasis, day: number): void {
  if (skill.stabilityDays > 0 && day <= skill.lastDay) return;
  const known = skill.stabilityDays > 0 ? { stability: skill.stabilityDays, difficulty: skill.difficulty } : null;
  const { stability, difficulty } = rememberAfter(known, known ? day - skill.lastDay : 0);
  [skill.stabilityDays, skill.difficulty, skill.lastDay] = [stability, difficulty, day];
}

/** Evidence of a later day among that of the basis, all of which fades from the day of the basis on. */
function dated({ right, wrong }: { right: number; wrong: number }, days: number) {
  const more = 2 ** (Math.max(0, days) / EVIDENCE_HALF_LIFE_DAYS);
  return { right: right * more, wrong: wrong * more };
}

function withMinutes(way: Way, start: Walker, minutes: ReadonlyMap<number, number>, level: LevelShape): Way {
  const added = [...minutes.values()].reduce((sum, each) => sum + each, 0) - start.way.minutesByDay.reduce((sum, [, each]) => sum + each, 0);
  // The efforts of skills hold their part of projects.
  const effort = level.skills.reduce((sum, { effortMinutes }) => sum + effortMinutes, 0);
  return {
    ...way,
    minutesByDay: [...minutes],
    totalMinutes: start.way.totalMinutes + added,
    totalDays: start.way.totalDays + minutes.size - start.way.minutesByDay.length,
    coverage: Math.min(1, start.way.coverage + (effort > 0 ? added / effort : 0)),
  };
}
