/** Which practice exams count for a skill, and with what. Pure. */
import type { PracticeResult } from '@server/progress/practice/practice.contract';

type Result = Pick<PracticeResult, 'itemsAsked' | 'skills'>;

/** Those that tell of it by itself, and those with items that they tell of no skill: such items count for each skill by its weight. */
export const examsOfSkill = <Exam extends Result>(results: readonly Exam[], skillId: string): Exam[] =>
  results.filter(
    ({ itemsAsked, skills }) => skills.some((part) => part.skillId === skillId) || itemsAsked > skills.reduce((sum, part) => sum + part.itemsAsked, 0),
  );

/** What an exam tells of a skill: '7 of 9 right in Helm'; of one that does not tell, that it counts all the same. */
export function toldOfSkill({ skills }: Pick<PracticeResult, 'skills'>, skillId: string, title: string): string {
  const part = skills.find((each) => each.skillId === skillId);
  return part ? `${part.itemsRight} of ${part.itemsAsked} right in ${title}` : `not told by skill, so ${title} has its share of it`;
}
