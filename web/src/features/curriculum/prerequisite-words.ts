/** What a level asks for, in the words of its page: each thing with its kind, its rule and how the person who looks stands to it. */
import type { Level } from '@server/curriculum/curriculum.contract';
import type { Admission, Missing } from '@server/enrollments/waivers/waivers.contract';
import { listed } from '../../ui/format';

type LevelName = Pick<Level, 'id' | 'slug' | 'title'>;
type Asked = Pick<Level, 'prerequisites'>['prerequisites'][number];

/** `shut`: enforced and not met, or not known to be. `recommended` stops nobody. */
export type Hold = 'recommended' | 'shut' | 'met' | 'waived';

export interface ToldPrerequisite {
  kind: Asked['kind'];
  /** The level, where it is one of these; null for what is no level. */
  level: LevelName | null;
  text: string;
  hold: Hold;
}

/** @param admission undefined for visitors, and where a level enforces nothing */
export function prerequisitesTold(asked: readonly Asked[], levels: readonly LevelName[], admission: Admission | undefined): ToldPrerequisite[] {
  return asked.map((each) => {
    const level = each.kind === 'level' ? (levels.find(({ slug }) => slug === each.level) ?? null) : null;
    return { kind: each.kind, level, text: each.text, hold: holdOf(each, admission) };
  });
}

function holdOf({ kind, text, rule }: Asked, admission: Admission | undefined): Hold {
  if (rule !== 'enforced') return 'recommended';
  if (!admission) return 'shut';
  const isMissing = admission.missing.some((each) => each.kind === kind && each.text === text);
  return isMissing ? (admission.waiver ? 'waived' : 'shut') : 'met';
}

/** The heading above them: what matters most of it. */
export function prerequisitesTitle(told: readonly ToldPrerequisite[]): string {
  const titles = (hold: Hold) => told.flatMap((each) => (each.hold === hold && each.level ? each.level.title : []));
  const has = (hold: Hold) => told.some((each) => each.hold === hold);
  if (titles('shut').length > 0) return `${listed(titles('shut'))} ${titles('shut').length === 1 ? 'comes' : 'come'} first`;
  if (has('shut')) return 'Something comes first';
  if (has('waived')) return 'Requirements waived: you can start this level';
  if (has('met')) return 'You have what comes first';
  if (titles('recommended').length > 0) return `${listed(titles('recommended'))} first is a good idea, not a rule`;
  return 'Good to know before, not a rule';
}

/** What stops somebody who is not known here, as an admission would tell it. */
export const missingOf = (told: readonly ToldPrerequisite[]): Missing[] =>
  told.flatMap(({ kind, text, level, hold }) => (hold === 'shut' ? { kind, text, level: level && { id: level.id, title: level.title } } : []));
