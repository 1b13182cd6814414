/**
 * A basis as bytes, so that a row of a million can be read, worked out and forgotten in microseconds. All numbers are 32-bit floats, and
 * were so before they were packed (`settled`): what is worked out from a row equals what is worked out from the history.
 */
import type { Work } from '../history.js';
import type { Way } from '../passing/way.js';
import type { LevelShape, ProjectBasis, ScoreBasis, SkillBasis } from './basis.js';

/** The first number; another layout gets another one. */
const LAYOUT = 1;
const HEAD = 14;
const PER_SKILL = 16;
const PER_PROJECT = 2;
const PER_WORK = 7;
const STATES = ['open', 'finished', 'judged'] as const;
const PRACTICE_WORK = -1;

export interface Known {
  basis: ScoreBasis;
  way: Way;
}

export function packed({ basis, way }: Known, level: Pick<LevelShape, 'projects'>): Buffer {
  const projectAt = new Map(level.projects.map(({ id }, i) => [id, i]));
  const numbers = Float32Array.of(
    ...[LAYOUT, basis.day, basis.studyDays, basis.practiceDay, basis.skills.length, basis.projects.length],
    ...[way.startDay, way.examDay, way.earlierAttempts, way.totalMinutes, way.totalDays, way.coverage, way.work.length, way.minutesByDay.length],
    ...basis.skills.flatMap(skillNumbers),
    ...basis.projects.flatMap(({ minutes, state }) => [minutes, STATES.indexOf(state)]),
    ...way.work.flatMap((work) => workNumbers(work, projectAt)),
    ...way.minutesByDay.flat(),
  );
  return Buffer.from(numbers.buffer);
}

/** @throws where the bytes are of another layout or another level: what was stored must be worked out anew */
export function unpacked(bytes: Buffer, level: Pick<LevelShape, 'skills' | 'projects'>): Known {
  // A buffer of the driver may begin anywhere; floats must not.
  const numbers = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  const [layout, day, studyDays, practiceDay, skillCount, projectCount, ...rest] = numbers.subarray(0, HEAD) as unknown as number[];
  const [startDay, examDay, earlierAttempts, totalMinutes, totalDays, coverage, workCount, dayCount] = rest;
  if (layout !== LAYOUT || skillCount !== level.skills.length || projectCount !== level.projects.length) throw new Error('A stored basis is of another level');
  const skillsEnd = HEAD + skillCount * PER_SKILL;
  const projectsEnd = skillsEnd + projectCount * PER_PROJECT;
  const workEnd = projectsEnd + workCount! * PER_WORK;
  const slices = (from: number, count: number, width: number) =>
    Array.from({ length: count }, (_, i) => numbers.subarray(from + i * width, from + (i + 1) * width));
  return {
    basis: {
      ...{ day: day!, studyDays: studyDays!, practiceDay: practiceDay! },
      skills: slices(HEAD, skillCount, PER_SKILL).map(skillOf),
      projects: slices(skillsEnd, projectCount, PER_PROJECT).map(([minutes, state]): ProjectBasis => ({ minutes: minutes!, state: STATES[state!]! })),
    },
    way: {
      ...{ startDay: startDay!, examDay: examDay!, earlierAttempts: earlierAttempts!, totalMinutes: totalMinutes!, totalDays: totalDays! },
      coverage: coverage!,
      work: slices(projectsEnd, workCount!, PER_WORK).map((each) => workOf(each, level)),
      minutesByDay: slices(workEnd, dayCount!, 2).map((each) => [each[0]!, each[1]!] as const),
    },
  };
}

/** The same with every number as it comes back from bytes. */
export const settled = (known: Known, level: Pick<LevelShape, 'skills' | 'projects'>): Known => unpacked(packed(known, level), level);

const skillNumbers = (skill: SkillBasis): number[] => [
  ...[skill.studyMinutes, skill.projectMinutes, skill.itemsAnswered],
  ...[skill.projects, skill.practice, skill.ratings, skill.signOffs].flatMap(({ right, wrong }) => [right, wrong]),
  ...[skill.stabilityDays, skill.difficulty, skill.lastDay],
  // Room for two more, so that a new kind of evidence needs no other layout.
  ...[0, 0],
];

function skillOf(numbers: Float32Array): SkillBasis {
  const [studyMinutes, projectMinutes, itemsAnswered] = numbers as unknown as number[];
  const evidence = (at: number) => ({ right: numbers[at]!, wrong: numbers[at + 1]! });
  return {
    ...{ studyMinutes: studyMinutes!, projectMinutes: projectMinutes!, itemsAnswered: itemsAnswered! },
    ...{ projects: evidence(3), practice: evidence(5), ratings: evidence(7), signOffs: evidence(9) },
    ...{ stabilityDays: numbers[11]!, difficulty: numbers[12]!, lastDay: numbers[13]! },
  };
}

const workNumbers = ({ id, dueDay, weightPercent, isReviewed, handedIn }: Work, projectAt: ReadonlyMap<string, number>): number[] => [
  ...[projectAt.get(id) ?? PRACTICE_WORK, dueDay, weightPercent, isReviewed ? 1 : 0],
  ...[handedIn ? handedIn.day : NaN, handedIn?.scorePercent ?? NaN, handedIn?.isCarriedOver ? 1 : 0],
];

function workOf(numbers: Float32Array, { projects }: Pick<LevelShape, 'projects'>): Work {
  const [project, dueDay, weightPercent, isReviewed, day, score, isCarriedOver] = numbers as unknown as number[];
  return {
    id: project === PRACTICE_WORK ? 'practice' : projects[project!]!.id,
    ...{ dueDay: dueDay!, weightPercent: weightPercent!, isReviewed: isReviewed === 1 },
    handedIn: Number.isNaN(day) ? null : { day: day!, scorePercent: Number.isNaN(score) ? null : score!, isCarriedOver: isCarriedOver === 1 },
  };
}
