import type { Temporal } from 'temporal-polyfill';
import { remember } from '../progress/skill-memory.js';
import type { LearnerHistory, ProjectHistory, SkillHistory } from './history.js';
import type { NextAction } from './readiness.contract.js';
import { exactLevel, exactScore } from './score/readiness-model.js';
import { shapesOf, basisOf, dayNumber } from './score/basis.js';
import { Z80 } from './score/level-score.js';
import { skillScores, type SkillScore } from './score/skill-score.js';

/** An hour, so that gains of a session are gains an hour. */
const STUDY_MINUTES = 60;
const SHORT_STUDY_MINUTES = 30;
const REVIEW_MINUTES = 30;
/** Below this recall a review is worth proposing. */
const FADING_BELOW = 0.9;
const PRACTICE = { minutes: 60, items: 40 };
/** Getting evidence looked at, or a skill attested, takes the learner so long. */
const TALK_MINUTES = 15;
/** A mentor is asked to attest what is likely to stand up: covered, and more right than wrong. */
const ATTESTABLE = { coverage: 60, score: 50 };
/** Gains below this many points are noise. */
const LEAST_POINTS = 0.1;
const MOST = 5;

/** What to do next, the best gain per hour first; gains are worked out with the model itself. */
export function nextActions(history: LearnerHistory, on: Temporal.PlainDate): NextAction[] {
  const before = exactLevel(history, on);
  const shapes = shapesOf(history.skills, history.projects);
  const scores = skillScores(shapes, basisOf(history, on), dayNumber(on));
  const candidates = [
    ...history.skills.flatMap((skill, i) => [...study(history, skill, on), ...review(history, skill, scores[i]!, on), ...attest(history, skill, scores[i]!, on)]),
    ...history.projects.flatMap((project) => [...finish(history, project, on), ...getReviewed(history, project, on)]),
    ...(history.skills.length > 0 ? [practise(history, scores, on)] : []),
  ];
  return candidates
    .map(({ after, action }) => {
      const then = exactLevel(after, on);
      return { ...action, points: tenth(then.score - before.score), rangePoints: tenth(2 * Z80 * (before.sd - then.sd)) };
    })
    .filter(({ points }) => points >= LEAST_POINTS)
    .sort((a, b) => b.points / b.minutes - a.points / a.minutes || a.title.localeCompare(b.title))
    .filter(firstOfItsSkill())
    .slice(0, MOST);
}

/** Points of the score that an hour of each skill gains on that date, by its id. */
export function gainsAnHour(history: LearnerHistory, on: Temporal.PlainDate): Record<string, number> {
  const before = exactScore(history, on);
  return Object.fromEntries(history.skills.map((skill) => [skill.id, exactScore(studied(history, skill, STUDY_MINUTES, on), on) - before]));
}

interface Candidate {
  after: LearnerHistory;
  action: Omit<NextAction, 'points' | 'rangePoints'>;
}

const tenth = (points: number) => Math.round(points * 10) / 10;

function withSkill(history: LearnerHistory, id: string, change: (skill: SkillHistory) => Partial<SkillHistory>): LearnerHistory {
  return { ...history, skills: history.skills.map((skill) => (skill.id === id ? { ...skill, ...change(skill) } : skill)) };
}

const studied = (history: LearnerHistory, { id }: SkillHistory, minutes: number, on: Temporal.PlainDate): LearnerHistory =>
  withSkill(history, id, (skill) => ({ minutes: skill.minutes + minutes, memory: remember(skill.memory, on) }));

function study(history: LearnerHistory, skill: SkillHistory, on: Temporal.PlainDate): Candidate[] {
  const reason = skill.minutes === 0 ? { kind: 'not-started' as const } : { kind: 'least-covered' as const, weightPercent: skill.weightPercent };
  return [SHORT_STUDY_MINUTES, STUDY_MINUTES].map((minutes) => ({
    after: studied(history, skill, minutes, on),
    action: { kind: 'study', skillId: skill.id, projectId: null, title: skill.title, minutes, reason },
  }));
}

function review(history: LearnerHistory, skill: SkillHistory, { recall }: SkillScore, on: Temporal.PlainDate): Candidate[] {
  if (!skill.memory || recall === null || recall >= FADING_BELOW) return [];
  const daysSince = Math.max(0, skill.memory.lastOn.until(on, { largestUnit: 'days' }).days);
  const action = { kind: 'review' as const, skillId: skill.id, projectId: null, title: skill.title, minutes: REVIEW_MINUTES };
  return [{ after: studied(history, skill, REVIEW_MINUTES, on), action: { ...action, reason: { kind: 'fading', daysSince } } }];
}

function attest(history: LearnerHistory, skill: SkillHistory, { parts, score }: SkillScore, on: Temporal.PlainDate): Candidate[] {
  if (skill.signedOffOn || parts.coverage + parts.projects < ATTESTABLE.coverage || score < ATTESTABLE.score) return [];
  const action = { kind: 'sign-off' as const, skillId: skill.id, projectId: null, title: skill.title, minutes: TALK_MINUTES };
  return [{ after: withSkill(history, skill.id, () => ({ signedOffOn: on })), action: { ...action, reason: { kind: 'unattested' } } }];
}

/** A practice exam is expected to come out as the skills stand: it gains what answering teaches, and it makes the range narrower. */
function practise(history: LearnerHistory, scores: readonly SkillScore[], on: Temporal.PlainDate): Candidate {
  const total = history.skills.reduce((sum, { weightPercent }) => sum + weightPercent, 0) || 1;
  const skills = history.skills.map((skill, i) => {
    const asked = (PRACTICE.items * skill.weightPercent) / total;
    return { ...skill, practice: [...skill.practice, { on, asked, right: (asked * scores[i]!.score) / 100 }] };
  });
  const lastOn = history.skills.flatMap(({ practice }) => practice.map((exam) => exam.on)).concat(history.practice.map((exam) => exam.on));
  const daysSince = lastOn.length > 0 ? Math.min(...lastOn.map((date) => Math.max(0, date.until(on, { largestUnit: 'days' }).days))) : null;
  return {
    after: { ...history, skills },
    action: { kind: 'practice', skillId: null, projectId: null, title: 'A practice exam', minutes: PRACTICE.minutes, reason: { kind: 'unproven', daysSince } },
  };
}

function withProject(history: LearnerHistory, id: string, change: Partial<ProjectHistory>): LearnerHistory {
  return { ...history, projects: history.projects.map((project) => (project.id === id ? { ...project, ...change } : project)) };
}

function finish(history: LearnerHistory, project: ProjectHistory, on: Temporal.PlainDate): Candidate[] {
  if (project.finishedOn || project.verdict) return [];
  const { id, title, effortMinutes, minutes, skillIds } = project;
  const skills = history.skills.filter((skill) => skillIds.includes(skill.id)).map((skill) => skill.title);
  const left = Math.max(STUDY_MINUTES / 2, Math.round(effortMinutes - minutes));
  const action = { kind: 'project' as const, skillId: null, projectId: id, title, minutes: left, reason: { kind: 'shows-skills' as const, skills } };
  return [{ after: withProject(history, id, { finishedOn: on }), action }];
}

/** What is finished by the learner's own word counts more once a mentor has approved it. */
function getReviewed(history: LearnerHistory, project: ProjectHistory, on: Temporal.PlainDate): Candidate[] {
  if (!project.finishedOn || project.verdict) return [];
  const action = { kind: 'review-of-project' as const, skillId: null, projectId: project.id, title: project.title, minutes: TALK_MINUTES };
  return [{ after: withProject(history, project.id, { verdict: { on, isApproved: true } }), action: { ...action, reason: { kind: 'unreviewed' } } }];
}

/** Of the ways to work on one skill only the best is proposed. */
function firstOfItsSkill(): (action: NextAction) => boolean {
  const seen = new Set<string>();
  return ({ skillId }) => {
    if (skillId === null) return true;
    if (seen.has(skillId)) return false;
    seen.add(skillId);
    return true;
  };
}
