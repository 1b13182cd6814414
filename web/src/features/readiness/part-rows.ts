/** What a skill's points are made of, part by part, each with what stands behind it as it was counted. Pure. */
import { percentOf } from '@server/platform/percent.contract';
import { counted, dateInFull, duration } from '../../ui/format';
import { pointsOf, type PartKind, type Skill } from './score-words';

export interface PartRow {
  kind: PartKind;
  name: string;
  /** What it rests on. */
  rests: string;
  /** Of what is worth items: what it counts as today. */
  counts: string;
  points: number;
}

type Counted = Skill['behind']['items'][keyof Skill['behind']['items']];

/**
 * Why practice adds or takes: its share of items right against the one that study and projects suggest before it, which is their part of
 * the skill's points. Nothing where a skill has no points to take the measure from.
 */
function againstStudy({ score, points, parts, behind: { items } }: Skill): string {
  const { right, of } = items.practice;
  if (of <= 0 || points <= 0) return '';
  const suggested = Math.min(100, Math.max(0, Math.round((score * (parts.coverage + parts.projects)) / points)));
  return `, ${percentOf(right, of)}%, where study and projects suggest about ${suggested}%`;
}

/** 'counted as 7.2 of 8 items right' */
const countedAs = ({ right, of }: Counted): string => (of > 0 ? `counted as ${pointsOf(right)} of ${pointsOf(of)} items right` : '');

/** In the order in which they are counted; those with nothing behind them are left out but for study. They sum to the skill's points. */
export function partRows(skill: Skill, isOwn = true): PartRow[] {
  const { parts, behind, effortMinutes, itemsAnswered, recallPercent } = skill;
  const { studyMinutes, items, recalledOn } = behind;
  const rows: (Omit<PartRow, 'points'> & { isThere: boolean })[] = [
    {
      ...{ kind: 'coverage', name: 'Study', counts: '', isThere: true },
      rests: studyMinutes === 0 ? 'Nothing logged for it yet' : `${duration(studyMinutes)} logged for it, of ${duration(effortMinutes)} expected in all`,
    },
    { kind: 'projects', ...workRow(skill), counts: '' },
    {
      ...{ kind: 'practice', name: 'Practice exams', isThere: itemsAnswered > 0, counts: countedAs(items.practice) + againstStudy(skill) },
      rests: itemsAnswered === 0 ? 'Nothing answered yet' : `${counted(itemsAnswered, 'item')} answered, right or wrong`,
    },
    {
      ...{ kind: 'ratings', name: isOwn ? 'Your own rating' : 'Their own rating', isThere: items.ratings.of > 0, counts: countedAs(items.ratings) },
      rests: isOwn ? 'How you see it yourself' : 'How they see it themselves',
    },
    {
      ...{ kind: 'signOffs', name: 'Sign-off by a mentor', isThere: items.signOffs.of > 0, counts: countedAs(items.signOffs) },
      rests: 'A mentor attests it',
    },
    {
      ...{ kind: 'memory', name: 'Forgotten since', counts: '', isThere: recallPercent !== null },
      rests:
        recallPercent === null || recalledOn === null ? 'Never studied' : `About ${recallPercent}% is recalled, refreshed last on ${dateInFull(recalledOn)}`,
    },
  ];
  return rows.flatMap(({ isThere, ...row }) => (isThere || parts[row.kind] !== 0 ? [{ ...row, points: parts[row.kind] }] : []));
}

/** Work beside the study of a skill: on projects that show it, and on items of practice exams. */
function workRow({ behind: { projects, projectMinutes, itemMinutes, items }, itemsAnswered }: Skill): Pick<PartRow, 'name' | 'rests'> & { isThere: boolean } {
  const isShown = projects.length > 0 || projectMinutes > 0;
  const onProjects = [projectMinutes > 0 ? `${duration(projectMinutes)} of project work` : '', countedAs(items.projects)].filter(Boolean).join(', ');
  const onItems = itemMinutes > 0 ? `${counted(itemsAnswered, 'item')} answered count as ${duration(itemMinutes)} of study` : '';
  return {
    name: !isShown ? 'Work on practice items' : itemMinutes > 0 ? 'Projects and practice items' : 'Projects',
    rests: [onProjects, onItems].filter(Boolean).join('; ') || 'Those that show it',
    isThere: isShown || itemMinutes > 0,
  };
}

const STATES: Record<Skill['behind']['projects'][number]['state'], [own: string, other: string]> = {
  open: ['under way', 'under way'],
  finished: ['finished by your own word', 'finished by their own word'],
  judged: ['looked at by a mentor', 'looked at by a mentor'],
};

/** 'finished by your own word' */
export const projectStateWords = (state: keyof typeof STATES, isOwn = true): string => STATES[state][isOwn ? 0 : 1];
