import type { Temporal } from 'temporal-polyfill';
import type { NextAction } from './readiness.contract.js';
import { exactScore, heldSkills, type Held, type LearnerHistory, type ProjectHistory } from './readiness-model.js';

/** An hour, so that gains of a session are gains an hour. */
const STUDY_MINUTES = 60;
const REVIEW_MINUTES = 30;
/** From so many days without study on a review is worth proposing. */
const FADING_FROM_DAYS = 5;
/** Gains below this many points are noise. */
const LEAST_POINTS = 0.1;
const MOST = 5;

/** What to do next, the best gain per hour first; gains are worked out with the model itself. */
export function nextActions(history: LearnerHistory, on: Temporal.PlainDate): NextAction[] {
  const before = exactScore(history, on);
  const candidates = [
    ...heldSkills(history).flatMap((held) => [study(history, held, on), ...review(history, held, on)]),
    ...history.projects.filter(({ finishedOn }) => !finishedOn).map((project) => finish(history, project, on)),
  ];
  return candidates
    .map(({ after, action }) => ({ ...action, points: Math.round((exactScore(after, on) - before) * 10) / 10 }))
    .filter(({ points }) => points >= LEAST_POINTS)
    .sort((a, b) => b.points / b.minutes - a.points / a.minutes || a.title.localeCompare(b.title))
    .filter(firstOfItsSkill())
    .slice(0, MOST);
}

/** Points of the score that an hour of each skill gains on that date, by its id. */
export function gainsAnHour(history: LearnerHistory, on: Temporal.PlainDate): Record<string, number> {
  const before = exactScore(history, on);
  return Object.fromEntries(history.skills.map(({ id }) => [id, exactScore(studied(history, id, STUDY_MINUTES, on), on) - before]));
}

interface Candidate {
  after: LearnerHistory;
  action: Omit<NextAction, 'points'>;
}

const studied = (history: LearnerHistory, skillId: string, minutes: number, on: Temporal.PlainDate): LearnerHistory => ({
  ...history,
  skills: history.skills.map((skill) => (skill.id === skillId ? { ...skill, minutes: skill.minutes + minutes, lastStudiedOn: on } : skill)),
});

function study(history: LearnerHistory, { skill, minutes }: Held, on: Temporal.PlainDate): Candidate {
  const reason = minutes === 0 ? { kind: 'not-started' as const } : { kind: 'least-covered' as const, weightPercent: skill.weightPercent };
  return {
    after: studied(history, skill.id, STUDY_MINUTES, on),
    action: { kind: 'study', skillId: skill.id, projectId: null, title: skill.title, minutes: STUDY_MINUTES, reason },
  };
}

function review(history: LearnerHistory, { skill, lastOn }: Held, on: Temporal.PlainDate): Candidate[] {
  const daysSince = lastOn ? lastOn.until(on, { largestUnit: 'days' }).days : 0;
  if (daysSince < FADING_FROM_DAYS) return [];
  const action = {
    kind: 'review' as const,
    skillId: skill.id,
    projectId: null,
    title: skill.title,
    minutes: REVIEW_MINUTES,
    reason: { kind: 'fading' as const, daysSince },
  };
  return [{ after: studied(history, skill.id, REVIEW_MINUTES, on), action }];
}

function finish(history: LearnerHistory, { id, title, effortMinutes, minutes, skillIds }: ProjectHistory, on: Temporal.PlainDate): Candidate {
  const skills = history.skills.filter((skill) => skillIds.includes(skill.id)).map((skill) => skill.title);
  const left = Math.max(STUDY_MINUTES / 2, Math.round(effortMinutes - minutes));
  return {
    after: { ...history, projects: history.projects.map((project) => (project.id === id ? { ...project, finishedOn: on } : project)) },
    action: { kind: 'project', skillId: null, projectId: id, title, minutes: left, reason: { kind: 'shows-skills', skills } },
  };
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
