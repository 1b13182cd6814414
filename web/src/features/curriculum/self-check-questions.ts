import type { Level, LevelPage } from '@server/curriculum/curriculum.contract';

export interface CheckQuestion {
  /** Its place among what the level asks for, from nought. */
  index: number;
  question: string;
  /** The curriculum's own words on it, in Markdown. */
  text: string;
  /** Slug of a level that must be passed: then there is no half of it. */
  passes: string | null;
}

/** What a level asks for, as questions one can answer with yes or no. A level that was passed is not asked about. */
export function checkQuestions({ prerequisites }: LevelPage, levels: readonly Level[], passed: readonly string[]): CheckQuestion[] {
  return prerequisites.flatMap((each, index): CheckQuestion[] => {
    const asked = { index, text: each.text, passes: null };
    if (each.kind === 'knowledge') return [{ ...asked, question: 'Do you know this?' }];
    if (each.kind === 'experience') return [{ ...asked, question: 'Have you done this?' }];
    if (passed.includes(each.level)) return [];
    const title = levels.find((level) => level.slug === each.level)?.title ?? 'the level before it';
    return each.rule === 'enforced'
      ? [{ ...asked, question: `Have you passed ${title}?`, passes: each.level }]
      : [{ ...asked, question: `Do you know what ${title} teaches?` }];
  });
}
