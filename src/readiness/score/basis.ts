/** What the score is worked out from, in numbers: the same for every date until something is logged, so that a day that only passes needs no history. */
import { Temporal } from 'temporal-polyfill';
import { daysApart } from '../../platform/time/local-date.js';
import { remember, type SkillMemory } from '../../progress/skill-memory.js';
import type { ItemsAnswered, LearnerHistory, ProjectHistory, SkillHistory } from '../history.js';
import { practiceEvidence, projectEvidence, ratingEvidence, signOffEvidence, type Evidence } from './evidence.js';

/** What a level asks of a skill. */
export interface SkillShape {
  id: string;
  title: string;
  /** Share in the level; those of a level sum to 100. */
  weightPercent: number;
  /** Expected of it, its part of the projects that show it included. */
  effortMinutes: number;
}

/** What was done of a skill; evidence as it stands on the day of the basis. */
export interface SkillBasis {
  studyMinutes: number;
  /** Its part of the projects that show it. */
  projectMinutes: number;
  /** Answering items is work too. */
  itemsAnswered: number;
  projects: Evidence;
  practice: Evidence;
  ratings: Evidence;
  signOffs: Evidence;
  /** Days until recall falls to 90%; 0 for a skill that was never studied. */
  stabilityDays: number;
  /** 1 to 10; 0 for a skill that was never studied. */
  difficulty: number;
  /** Number of the day on which it was studied last. */
  lastDay: number;
}

export interface ProjectBasis {
  minutes: number;
  state: 'open' | 'finished' | 'judged';
  /** It is handed in, and no mentor has said anything of it. */
  isWaiting: boolean;
}

export interface ScoreBasis {
  /** Number of the day that its evidence stands on. */
  day: number;
  studyDays: number;
  /** Number of the day of the last practice exam; 0 where there was none. */
  practiceDay: number;
  /** In the order of the level. */
  skills: SkillBasis[];
  projects: ProjectBasis[];
}

/** What a level asks: the same for all who have its release. */
export interface LevelShape {
  skills: readonly SkillShape[];
  projects: readonly ProjectShape[];
}

export interface ProjectShape {
  id: string;
  title: string;
  effortMinutes: number;
  skillIds: readonly string[];
}

const EPOCH = Temporal.PlainDate.from('1970-01-01');
/** Dates as numbers, counted from 1970. */
export const dayNumber = (date: Temporal.PlainDate): number => daysApart(EPOCH, date);
export const dateOfDay = (day: number): Temporal.PlainDate => EPOCH.add({ days: day });

type Shaped = Pick<SkillHistory, 'id' | 'title' | 'weightPercent' | 'effortMinutes'>;

/** A project is expected of the skills it shows, in equal parts. */
export function shapeOf({ skills, projects }: { skills: readonly Shaped[]; projects: readonly ProjectShape[] }): LevelShape {
  return {
    skills: skills.map(({ id, title, weightPercent, effortMinutes }) => ({
      id,
      title,
      weightPercent,
      effortMinutes: effortMinutes + partOf(projects, id, (project) => project.effortMinutes),
    })),
    projects,
  };
}

/** A finished project counts with its whole effort, one under way with at most that. */
export function basisOf({ skills, projects, practice, studyDays }: LearnerHistory, on: Temporal.PlainDate): ScoreBasis {
  const doneFor = ({ minutes, effortMinutes, finishedOn }: ProjectHistory) =>
    finishedOn ? Math.max(minutes, effortMinutes) : Math.min(minutes, effortMinutes);
  const exams = [...practice, ...skills.flatMap((skill) => skill.practice)];
  return {
    day: dayNumber(on),
    studyDays,
    practiceDay: exams.reduce((last, exam) => Math.max(last, dayNumber(exam.on)), 0),
    projects: projects.map(({ minutes, verdict, finishedOn, submittedOn }) => ({
      minutes,
      state: verdict ? 'judged' : finishedOn ? 'finished' : 'open',
      isWaiting: submittedOn !== null && verdict === null,
    })),
    skills: skills.map((skill) => {
      const shown = projects.filter(({ skillIds }) => skillIds.includes(skill.id));
      const memory = withEvidence(skill, shown, practice);
      const share = skill.weightPercent / 100;
      const [own, total] = [practiceEvidence(skill.practice, on), practiceEvidence(practice, on, share)];
      return {
        studyMinutes: skill.minutes,
        projectMinutes: partOf(projects, skill.id, doneFor),
        itemsAnswered: skill.practice.reduce((sum, { asked }) => sum + asked, 0) + practice.reduce((sum, { asked }) => sum + asked * share, 0),
        projects: projectEvidence(shown, on),
        practice: { right: own.right + total.right, wrong: own.wrong + total.wrong },
        ratings: ratingEvidence(skill, on),
        signOffs: signOffEvidence(skill, on),
        stabilityDays: memory?.stability ?? 0,
        difficulty: memory?.difficulty ?? 0,
        lastDay: memory ? dayNumber(memory.lastOn) : 0,
      };
    }),
  };
}

function partOf<Project extends Pick<ProjectHistory, 'skillIds'>>(
  projects: readonly Project[],
  skillId: string,
  minutesOf: (project: Project) => number,
): number {
  return projects.reduce((sum, project) => (project.skillIds.includes(skillId) ? sum + minutesOf(project) / project.skillIds.length : sum), 0);
}

/**
 * What shows a skill after it was studied last is a review of it, as study is: work on a project, items of a practice exam. Of a
 * skill that was never studied nothing else is known, so what a mentor or the learner says of it counts as one too.
 */
function withEvidence(skill: SkillHistory, shown: readonly ProjectHistory[], exams: readonly ItemsAnswered[]): SkillMemory | null {
  // A project that is finished by a mentor's word was not worked on that day.
  const bySelf = ({ finishedOn, verdict }: ProjectHistory) => (finishedOn && verdict && daysApart(verdict.on, finishedOn) >= 0 ? null : finishedOn);
  const dates = [
    ...shown.flatMap((project) => [project.lastStudiedOn, bySelf(project), skill.memory ? null : (project.verdict?.on ?? null)]),
    ...[...skill.practice, ...exams].map((exam) => exam.on),
    ...(skill.memory ? [] : [skill.signedOffOn, skill.rating?.on ?? null]),
  ];
  const latest = dates.reduce<Temporal.PlainDate | null>((last, date) => (date && (last === null || daysApart(last, date) > 0) ? date : last), null);
  return latest && (!skill.memory || daysApart(skill.memory.lastOn, latest) > 0) ? remember(skill.memory, latest) : skill.memory;
}
