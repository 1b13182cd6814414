/** Learners somewhere on their way to an exam, in numbers, as plausible as it takes for what is worked out from them: seeded, so that each run has the same. */
import type { Work } from '../../src/readiness/history.js';
import type { ProjectBasis, LevelShape, SkillBasis } from '../../src/readiness/score/basis.js';
import type { Known } from '../../src/readiness/score/packed-basis.js';
import { worth, WORTH } from '../../src/readiness/score/evidence.js';

const NONE = { right: 0, wrong: 0 };

/** @param random answers the next number from 0 to 1 @param day the day on which it was logged last */
export function someKnown(shape: LevelShape, day: number, random: () => number): Known {
  const upTo = (most: number) => Math.floor(random() * (most + 1));
  const [startDay, examDay] = [day - 10 - upTo(110), day + 5 + upTo(90)];
  // Some study each day, some twice a week; a few have hardly begun.
  const habit = 0.15 + random() * 0.6;
  const minutesByDay = Array.from({ length: day - startDay + 1 }, (_, i) => day - i)
    .filter(() => random() < habit)
    .map((date) => [date, 15 * (1 + upTo(7))] as const);
  const totalMinutes = minutesByDay.reduce((sum, [, minutes]) => sum + minutes, 0);
  const effort = shape.skills.reduce((sum, { effortMinutes }) => sum + effortMinutes, 0);
  const projects = shape.projects.map((): ProjectBasis => {
    const state = (['open', 'open', 'finished', 'judged'] as const)[upTo(3)]!;
    return { minutes: upTo(150), state, isWaiting: state === 'finished' };
  });
  const way = { startDay, examDay, earlierAttempts: random() < 0.1 ? 1 : 0, effortMinutes: effort, totalMinutes, totalDays: minutesByDay.length };
  return {
    basis: { day, studyDays: minutesByDay.length, practiceDay: day - upTo(20), skills: shape.skills.map(() => someSkill(day, totalMinutes, random)), projects },
    way: { ...way, coverage: Math.min(1, totalMinutes / effort), work: someWork(shape, projects, examDay - startDay, day - startDay, upTo), minutesByDay },
  };
}

function someSkill(day: number, totalMinutes: number, random: () => number): SkillBasis {
  const isBegun = random() < 0.8;
  const asked = random() < 0.6 ? 5 + random() * 30 : 0;
  const right = asked * (0.3 + random() * 0.6);
  return {
    studyMinutes: isBegun ? (random() * totalMinutes) / 4 : 0,
    projectMinutes: random() * 90,
    itemsAnswered: asked,
    projects: random() < 0.3 ? worth(WORTH.finishedProject) : NONE,
    practice: { right, wrong: asked - right },
    ratings: random() < 0.5 ? { right: random() * 2, wrong: random() } : NONE,
    signOffs: random() < 0.05 ? worth(WORTH.signOff) : NONE,
    stabilityDays: isBegun ? 2 + random() * 60 : 0,
    difficulty: isBegun ? 3 + random() * 4 : 0,
    lastDay: isBegun ? day - Math.floor(random() * 40) : 0,
  };
}

function someWork({ projects: shapes }: LevelShape, projects: readonly ProjectBasis[], length: number, on: number, upTo: (most: number) => number): Work[] {
  return [
    ...shapes.map(({ id }, i): Work => {
      const isIn = projects[i]!.state !== 'open';
      const scorePercent = projects[i]!.state === 'judged' ? 90 : null;
      const dueDay = Math.floor((length * 0.9 * (i + 1)) / shapes.length);
      return { id, dueDay, weightPercent: 40 / shapes.length, isReviewed: true, handedIn: isIn ? { day: upTo(on), scorePercent, isCarriedOver: false } : null };
    }),
    ...[0.6, 0.8, 0.95].map((share): Work => {
      const handedIn = upTo(2) === 0 ? { day: upTo(on), scorePercent: 40 + upTo(55), isCarriedOver: false } : null;
      return { id: 'practice', dueDay: Math.floor(length * share), weightPercent: 20, isReviewed: false, handedIn };
    }),
  ];
}
