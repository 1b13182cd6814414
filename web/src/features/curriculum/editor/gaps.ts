import type { DraftDocument } from '@server/curriculum/drafts/draft-document.contract';

type Level = DraftDocument['levels'][number];

/** Whether learners can enroll in a level: once a skill of it has a weight. */
export const canEnroll = (level: Level): boolean => (level.skills ?? []).some(({ weightPercent }) => weightPercent !== undefined);

/** What a level may lack and still be published, each as learners miss it. */
export function gapsOf(level: Level): string[] {
  const { skills = [], projects = [], planTemplates = [], mistakes = [] } = level;
  return [
    !canEnroll(level) && (skills.length === 0 ? 'skills' : 'weights of its skills'),
    !level.validates && 'what it shows',
    projects.length === 0 && 'projects',
    planTemplates.length === 0 && 'plans',
    mistakes.length === 0 && 'where people slip',
  ].filter((gap) => gap !== false);
}
