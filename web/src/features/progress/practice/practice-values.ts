import { percentOf } from '@server/platform/percent.contract';
import { PracticeResultInput, type PracticeResult } from '@server/progress/practice/practice.contract';

/** A number as its field holds it: empty while nothing is typed. */
export type Typed = number | string;

export interface PracticeValues {
  takenOn: string;
  source: string;
  itemsRight: Typed;
  itemsAsked: Typed;
  /** By skill id; a skill of which nothing is typed has no part in the result. */
  skills: Record<string, { itemsRight: Typed; itemsAsked: Typed }>;
}

const NOTHING = { itemsRight: '', itemsAsked: '' };

/** The form of a result, or of a new one that was taken on a date; with a place for each skill. */
export function practiceValues(skillIds: readonly string[], today: string, result?: PracticeResult): PracticeValues {
  const { takenOn = today, source = '', itemsRight = '', itemsAsked = '', skills = [] } = result ?? {};
  const parts = new Map(skills.map(({ skillId, ...items }) => [skillId, items]));
  // A skill that the level no longer has keeps its part.
  const ids = [...new Set([...skillIds, ...parts.keys()])];
  return { takenOn, source, itemsRight, itemsAsked, skills: Object.fromEntries(ids.map((id) => [id, parts.get(id) ?? NOTHING])) };
}

const asNumber = (typed: Typed) => (typed === '' ? Number.NaN : Number(typed));

export const practiceInput = ({ skills, itemsRight, itemsAsked, ...rest }: PracticeValues) => ({
  ...rest,
  ...{ itemsRight: asNumber(itemsRight), itemsAsked: asNumber(itemsAsked) },
  skills: Object.entries(skills)
    .filter(([, items]) => items.itemsAsked !== '' || items.itemsRight !== '')
    .map(([skillId, items]) => ({ skillId, itemsRight: asNumber(items.itemsRight), itemsAsked: asNumber(items.itemsAsked) })),
});

/** What is wrong with a form, by its field; of the skills' parts under `skills <id>`, or under `skills` where it is about all of them. */
export function practiceFaults(values: PracticeValues): Record<string, string> {
  const input = practiceInput(values);
  const { error } = PracticeResultInput.safeParse(input);
  const faults: Record<string, string> = {};
  for (const { path, message, code } of error?.issues ?? []) {
    const [field, index] = path;
    const skill = field === 'skills' && typeof index === 'number' ? input.skills[index] : undefined;
    // Nothing typed is no number: say what to do about it.
    faults[skill ? `skills ${skill.skillId}` : String(field)] ??= code === 'invalid_type' ? 'How many?' : message;
  }
  return faults;
}

export const percentRight = ({ itemsRight, itemsAsked }: { itemsRight: number; itemsAsked: number }): number => percentOf(itemsRight, itemsAsked);
