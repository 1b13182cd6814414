/** The score in words: what holds it back, what changed, what would be enough to say something, and what a skill's points are made of. Pure. */
import type { MainReason, Readiness, ScoreChange } from '@server/readiness/readiness.contract';
import { counted, dayAndMonth, daysBetween, listed, signed } from '../../ui/format';

export type Skill = Readiness['skills'][number];
export type PartKind = keyof Skill['parts'];

/** Whether anything is known of a skill, so that a score of it is no invention. */
export const hasEvidence = ({ minutes, itemsAnswered, parts }: Pick<Skill, 'minutes' | 'itemsAnswered' | 'parts'>): boolean =>
  minutes > 0 || itemsAnswered > 0 || Object.values(parts).some((points) => points !== 0);

/** Points to a tenth, and whole where that says the same: 8, 8.2 */
export const pointsOf = (points: number): string => String(Math.round(points * 10) / 10);

/** 'What holds it back most: ...', without these words. */
export function reasonWords(reason: MainReason): string {
  switch (reason.kind) {
    case 'neglected':
      return `${reason.title} stands at ${reason.score} and is ${Math.round(reason.weightPercent)}% of the level.`;
    case 'forgotten':
      return `${reason.title} is fading. About ${pointsOf(reason.points)} points of it are forgotten.`;
    case 'not-covered':
      return `${reason.title} is not studied through yet. About ${pointsOf(reason.points)} points are still to be had.`;
    case 'project-open':
      return `The project ${reason.project} is not done yet. It shows ${reason.title}, and is worth about ${pointsOf(reason.points)} points.`;
    case 'untested':
      return `Too little was tested. A practice exam that goes well is worth about ${pointsOf(reason.points)} points.`;
    case 'practice':
      return `Practice in ${reason.title} went worse than its study suggests: about ${pointsOf(reason.points)} points.`;
  }
}

/** So many parts are told; the rest is what is left. */
const MOST_PARTS = 4;

/** A week and a day: the point of a week ago may be of the day before. */
const LAST_WEEK_DAYS = 8;

/** 'Since last week +6: Kubernetes +4 and memory fading −2' */
export function changeSentence({ since, points, parts }: ScoreChange, today: string): string {
  const told = changeParts(parts).map(({ name, points: each }) => `${name} ${signed(each, whole(each) ? 0 : 1)}`);
  const from = daysBetween(since, today) <= LAST_WEEK_DAYS ? 'last week' : dayAndMonth(since, today);
  return `Since ${from} ${signed(points)}${told.length > 0 ? `: ${listed(told)}` : ''}`;
}

/** The largest parts of a change, what is smaller in one. */
export function changeParts(parts: ScoreChange['parts']): { name: string; points: number }[] {
  const named = parts.map((part) => ({
    name: part.kind === 'skill' ? part.title : part.points < 0 ? 'memory fading' : 'memory refreshed',
    points: part.points,
  }));
  const rest = named.slice(MOST_PARTS).reduce((sum, { points }) => sum + points, 0);
  return [...named.slice(0, MOST_PARTS), ...(Math.abs(rest) >= 0.1 ? [{ name: 'the rest', points: Math.round(rest * 10) / 10 }] : [])];
}

const whole = (points: number) => Number.isInteger(points);

/** 'Two more study days, or 12 more items of practice exams', as the server asks for it. */
export function wantingWords(wanting: Readiness['wanting']): string {
  if (!wanting) return 'It comes in a moment.';
  const ways = [
    wanting.studyDays > 0 && `${counted(wanting.studyDays, 'more study day')}`,
    wanting.practiceItems > 0 && `${counted(wanting.practiceItems, 'more item')} of a practice exam`,
  ].filter((way) => way !== false);
  return ways.length > 0 ? `${ways.join(', or ')}.` : 'It comes in a moment.';
}

/** 'Up 6 since last week'. Null where there was too little to go on a week ago, or nothing: that may be anybody's week. */
export const weekWords = (change: number | null): string =>
  change === null ? 'No score a week ago' : change === 0 ? 'As a week ago' : `${change > 0 ? 'Up' : 'Down'} ${Math.abs(change)} since last week`;

/**
 * The line under a skill: its points, and the one thing to know of it. While a skill is neglected it counts nearly twice and the others less,
 * so that none of them gives `of` its weight.
 */
export function skillNote(skill: Skill, hasScore: boolean, isAnyNeglected = skill.isNeglected): string {
  const { points, weightPercent } = skill;
  const weight = Math.round(weightPercent);
  const share = !hasScore
    ? `${weight}% of the level`
    : isAnyNeglected
      ? `${pointsOf(points)} points, ${weight}% of the level`
      : `${pointsOf(points)} of ${weight} points`;
  return `${share}. ${knownOf(skill)}`;
}

/** Recall from which on nothing fades that is worth a word. */
const HELD_PERCENT = 90;

function knownOf(skill: Skill): string {
  const { minutes, recallPercent, isNeglected, itemsAnswered } = skill;
  if (!hasEvidence(skill)) return 'Nothing to go on yet';
  if (isNeglected) return 'Far behind the others, so it counts nearly twice';
  if (minutes === 0 || recallPercent === null) return 'No study logged for it';
  if (recallPercent < HELD_PERCENT) return `Fading, about ${recallPercent}% recalled`;
  return itemsAnswered === 0 ? 'Not tested yet' : `About ${recallPercent}% recalled`;
}
