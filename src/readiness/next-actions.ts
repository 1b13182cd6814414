/** What to do next, by what it is likely to gain: worked out with the model itself. */
import type { NextAction } from './readiness.contract.js';
import type { LevelShape, ProjectShape, ScoreBasis, SkillShape } from './score/basis.js';
import { finished, remembered, standingOn, studied, withShown, withSkill } from './score/changed-basis.js';
import { plus, worth, WORTH } from './score/evidence.js';
import { levelScore, Z80 } from './score/level-score.js';
import { exactAt } from './score/readiness-model.js';
import { skillScores, type SkillScore } from './score/skill-score.js';

/** An hour, so that gains of a session are gains an hour. */
const STUDY_MINUTES = 60;
const SHORT_STUDY_MINUTES = 30;
const REVIEW_MINUTES = 30;
/** Below this recall a review is worth proposing. */
const FADING_BELOW = 0.9;
const PRACTICE = { minutes: 60, items: 40 };
/** Getting a project looked at, or a skill attested, takes the learner so long. */
const TALK_MINUTES = 15;
/** A mentor is asked to attest what is likely to stand up: so many points of a skill's 100 by study and projects, and of the whole. */
const ATTESTABLE = { covered: 60, score: 50 };
const LEAST_PROJECT_MINUTES = 30;
/** Gains below this many points are noise. */
const LEAST_POINTS = 0.1;
const MOST = 5;
/** A practice exam is worth proposing where it makes the range so much narrower. */
const LEAST_RANGE_POINTS = 3;

interface Candidate {
  after: ScoreBasis;
  action: Omit<NextAction, 'points' | 'rangePoints'>;
}

/**
 * The best gain per hour first, one way for each skill; then what takes long and so gains little an hour, yet is another way: a project,
 * and a practice exam, where it gains certainty more than points. What waits for a mentor is nothing to do.
 *
 * @param hasMentor without one nobody can look at a project or sign a skill off
 */
export function nextActions(level: LevelShape, basis: ScoreBasis, day: number, hasMentor = true): NextAction[] {
  const now = standingOn(basis, day);
  const scores = skillScores(level.skills, now, day);
  const before = levelScore(level.skills, scores);
  const candidates = [
    ...level.skills.flatMap((skill, i) => [
      ...review(now, skill, i, scores[i]!),
      ...study(now, skill, i),
      ...(hasMentor ? attest(now, skill, i, scores[i]!) : []),
    ]),
    ...level.projects.flatMap((project, i) => [...finish(level, now, project, i), ...(hasMentor ? getReviewed(level, now, project, i) : [])]),
  ];
  const worked = ({ after, action }: Candidate): NextAction => {
    const then = exactAt(level, after, day);
    return { ...action, points: tenth(then.score - before.score), rangePoints: tenth(2 * Z80 * (before.sd - then.sd)) };
  };
  const practice = level.skills.length > 0 ? [worked(practise(level, now, scores))] : [];
  const gaining = [...candidates.map(worked), ...practice]
    .filter(({ points }) => points >= LEAST_POINTS)
    .sort((a, b) => b.points / b.minutes - a.points / a.minutes || a.title.localeCompare(b.title))
    .filter(firstOfItsSkill());
  const best = gaining.slice(0, MOST);
  const project = best.some(isProject) ? [] : gaining.filter(isProject).slice(0, 1);
  return [...best, ...project, ...practice.filter((exam) => !best.includes(exam) && exam.rangePoints >= LEAST_RANGE_POINTS)];
}

const isProject = ({ kind }: NextAction) => kind === 'project';

/** Points of the score that an hour of each skill gains on a day, by its id. */
export function gainsAnHour(level: LevelShape, basis: ScoreBasis, day: number): Record<string, number> {
  const now = standingOn(basis, day);
  const before = exactAt(level, now, day).score;
  return Object.fromEntries(level.skills.map(({ id }, i) => [id, exactAt(level, studied(now, i, STUDY_MINUTES), day).score - before]));
}

const tenth = (points: number) => Math.round(points * 10) / 10;

function study(basis: ScoreBasis, skill: SkillShape, at: number): Candidate[] {
  const isNew = basis.skills[at]!.studyMinutes === 0;
  const reason = isNew ? { kind: 'not-started' as const } : { kind: 'least-covered' as const, weightPercent: skill.weightPercent };
  return [SHORT_STUDY_MINUTES, STUDY_MINUTES].map((minutes) => ({
    after: studied(basis, at, minutes),
    action: { kind: 'study', skillId: skill.id, projectId: null, title: skill.title, minutes, reason },
  }));
}

function review(basis: ScoreBasis, skill: SkillShape, at: number, { recall }: SkillScore): Candidate[] {
  if (recall === null || recall >= FADING_BELOW) return [];
  const reason = { kind: 'fading' as const, daysSince: Math.max(0, basis.day - basis.skills[at]!.lastDay) };
  const action = { kind: 'review' as const, skillId: skill.id, projectId: null, title: skill.title, minutes: REVIEW_MINUTES, reason };
  return [{ after: studied(basis, at, REVIEW_MINUTES), action }];
}

function attest(basis: ScoreBasis, skill: SkillShape, at: number, { parts, score }: SkillScore): Candidate[] {
  const isAttested = basis.skills[at]!.signOffs.right > 0;
  if (isAttested || parts.coverage + parts.projects < ATTESTABLE.covered || score < ATTESTABLE.score) return [];
  const action = { kind: 'sign-off' as const, skillId: skill.id, projectId: null, title: skill.title, minutes: TALK_MINUTES };
  return [
    {
      after: withSkill(basis, at, () => ({ signOffs: worth(WORTH.signOff) })),
      action: { ...action, reason: { kind: 'unattested' } },
    },
  ];
}

/** A practice exam is expected to come out as the skills stand: what it gains is that they are held again, and that the range gets narrower. */
function practise(level: LevelShape, basis: ScoreBasis, scores: readonly SkillScore[]): Candidate {
  const total = level.skills.reduce((sum, { weightPercent }) => sum + weightPercent, 0) || 1;
  const skills = basis.skills.map((skill, i) => {
    const asked = (PRACTICE.items * level.skills[i]!.weightPercent) / total;
    const { score, parts } = scores[i]!;
    const right = (asked * (score - parts.memory)) / 100;
    return {
      ...skill,
      itemsAnswered: skill.itemsAnswered + asked,
      practice: plus(skill.practice, { right, wrong: asked - right }),
      ...remembered(skill, basis.day),
    };
  });
  const reason = { kind: 'unproven' as const, daysSince: basis.practiceDay > 0 ? Math.max(0, basis.day - basis.practiceDay) : null };
  return {
    after: { ...basis, skills, practiceDay: basis.day },
    action: { kind: 'practice', skillId: null, projectId: null, title: 'A practice exam', minutes: PRACTICE.minutes, reason },
  };
}

function finish(level: LevelShape, basis: ScoreBasis, project: ProjectShape, at: number): Candidate[] {
  const { minutes, state, isWaiting } = basis.projects[at]!;
  if (state !== 'open' || isWaiting) return [];
  const { id, title, effortMinutes, skillIds } = project;
  const left = Math.max(0, effortMinutes - minutes);
  const skills = level.skills.filter((skill) => skillIds.includes(skill.id)).map((skill) => skill.title);
  const action = { kind: 'project' as const, skillId: null, projectId: id, title, minutes: Math.max(LEAST_PROJECT_MINUTES, Math.round(left)) };
  return [{ after: finished(level, basis, at), action: { ...action, reason: { kind: 'shows-skills', skills } } }];
}

/** What is finished by the learner's own word counts more once a mentor has approved it. */
function getReviewed(level: LevelShape, basis: ScoreBasis, project: ProjectShape, at: number): Candidate[] {
  const { state, isWaiting } = basis.projects[at]!;
  if (state !== 'finished' || isWaiting) return [];
  const [own, approved] = [worth(WORTH.finishedProject), worth(WORTH.approvedProject)];
  const more = { right: approved.right - own.right, wrong: approved.wrong - own.wrong };
  const after = withShown(level, basis, project, ({ projects }) => ({ projects: plus(projects, more) }));
  const action = { kind: 'review-of-project' as const, skillId: null, projectId: project.id, title: project.title, minutes: TALK_MINUTES };
  return [{ after, action: { ...action, reason: { kind: 'unreviewed' } } }];
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
