/** Why a level is the one to start with, as sentences; each with the curriculum's own words that it rests on. */
import type { Level } from './curriculum.contract.js';
import { listed, type Inquiry } from './start-inquiry.js';
import type { Stood } from './standing.js';
import { mentions } from './subjects.js';
import type { StartReason, Subject } from './where-to-start.contract.js';

const titles = (levels: readonly Level[]) => listed(levels.map(({ title }) => title));
const names = (subjects: readonly Subject[]) => listed(subjects.map(({ name }) => name));
const article = (word: string) => (/^[AEIOU](?![A-Z])|^[AEFHILMNORSX][A-Z]/.test(word) ? 'an' : 'a');

/** What the way is: a role's, a path's, the level asked about, or all of them in order. */
export function whyThisWay(way: readonly Level[], { certification, said }: Inquiry): StartReason[] {
  const [first] = way;
  if (said.level !== undefined) return first ? [{ kind: 'asked', words: `You asked about ${first.title}.`, quote: first.summary }] : [];
  const role = certification.jobRoles.find(({ slug }) => slug === said.role);
  const path = certification.learningPaths.find(({ slug }) => slug === said.path);
  const ofRole = (role?.recommended ?? []).map((each) => ('external' in each ? `${each.external}, held elsewhere` : titleOf(each.level)));
  const titleOfAll = (slugs: readonly string[]) => listed(slugs.map(titleOf));
  function titleOf(level: string): string {
    return certification.levels.find(({ slug }) => slug === level)?.title ?? level;
  }
  const reasons: StartReason[] = [];
  if (role) {
    const words = `For ${article(role.title)} ${role.title} the program recommends ${ofRole.length > 0 ? listed(ofRole) : 'no level of its own'}.`;
    reasons.push({ kind: 'role', words, quote: role.summary });
  }
  if (path) {
    const whose = path.basis === 'estimate' ? ' Which levels lead there is our suggestion.' : '';
    const over = path.levels.length > 0 ? `leads over ${titleOfAll(path.levels)}` : 'names no level';
    reasons.push({ kind: 'path', words: `The ${path.title} path ${over}.${whose}`, quote: path.focus });
  }
  if (reasons.length > 0) return reasons;
  return first ? [{ kind: 'order', words: `In the order the levels are best taken, ${first.title} comes first.`, quote: first.summary }] : [];
}

export function whatIsPassed(way: readonly Level[], { said }: Inquiry): StartReason[] {
  const passed = way.filter(({ slug }) => said.passed.includes(slug));
  return passed.length === 0 ? [] : [{ kind: 'passed', words: `You have passed ${titles(passed)} already.`, quote: null }];
}

export const comesFirst = (level: Level, other: Level, text: string): StartReason => ({
  kind: 'comes-first',
  words: `${level.title} can be begun only once ${other.title} is passed.`,
  quote: text,
});

export const notOpen = (level: Level, other: Level, stood: readonly Stood[]): StartReason[] => [
  { kind: 'not-open', words: `${level.title} is not open yet, so one before it: ${other.title}.`, quote: null },
  ...whatIsMissing(level, stood),
];

export const stepBack = (level: Level, other: Level, stood: readonly Stood[]): StartReason[] => [
  ...whatIsMissing(level, stood),
  {
    kind: 'step-back',
    words: `${isDemanded(stood) ? 'The program demands it' : 'That is half or more of what it asks for'}, so the level before it: ${other.title}.`,
    quote: null,
  },
];

const isDemanded = (stood: readonly Stood[]) => stood.some(({ rule, standing }) => rule === 'enforced' && standing === 'lacking');

export const stays = (level: Level, stood: readonly Stood[]): StartReason[] => [
  ...whatIsMissing(level, stood),
  { kind: 'step-back', words: `No level here comes before ${level.title} that teaches it, so learn it first.`, quote: null },
];

/** Where too little is missing to send anybody back. */
export const withinReach = (level: Level, stood: readonly Stood[]): StartReason[] =>
  stood.some(isMissing)
    ? [{ kind: 'within-reach', words: `What is missing is less than half of what ${level.title} asks for, so it can be learnt on the way.`, quote: null }]
    : [];

const isMissing = ({ standing }: Stood) => standing === 'lacking' || standing === 'partly';

function whatIsMissing(level: Level, stood: readonly Stood[]): StartReason[] {
  return stood.filter(isMissing).map(({ standing, subjects, text }): StartReason => {
    const lacking = subjects.filter(({ said }) => said === 'lacking');
    const what = lacking.length > 0 ? names(lacking) : standing === 'partly' ? 'a part of this' : 'this';
    return { kind: 'lacking', words: `${level.title} asks for ${what}, which you do not have yet.`, quote: text };
  });
}

/** What one knows of it, what of the lacking it teaches, and which level it only advises. */
export function whatSpeaksForIt(level: Level, { stood, certification, said, subjects }: Inquiry): StartReason[] {
  const all = stood(level);
  const has = all.every(({ standing }) => standing === 'met') ? `You have what ${level.title} asks for.` : `You have this, which ${level.title} asks for.`;
  const known = all.flatMap(({ key, kind, subjects: about, text }): StartReason[] => {
    const some = about.filter((each) => each.said === 'known');
    if (some.length > 0) return [{ kind: 'known', words: `You know ${names(some)}, which ${level.title} asks for.`, quote: text }];
    return said.met.includes(key) && kind !== 'level' ? [{ kind: 'known', words: has, quote: text }] : [];
  });
  const lacking = subjects.filter((each) => each.said === 'lacking' && !all.some((one) => one.subjects.includes(each)));
  const taught = level.skills.flatMap(({ title, description }): StartReason[] => {
    const some = mentions(`${title}. ${description}`, lacking);
    return some.length === 0 ? [] : [{ kind: 'taught-here', words: `${names(some)}, which you do not know yet, you learn here.`, quote: description }];
  });
  const advised = all.flatMap((each): StartReason[] => {
    const other = each.kind === 'level' && each.standing !== 'met' ? certification.levels.find(({ slug }) => slug === each.level) : undefined;
    return other ? [{ kind: 'advice', words: `${other.title} before it is advice, not a rule.`, quote: each.text }] : [];
  });
  return [...known, ...taught, ...advised];
}

export function wayDone(way: readonly Level[], next: Level, { said }: Inquiry): StartReason {
  const isDone = way.length > 0 && way.every(({ slug }) => said.passed.includes(slug));
  const words = isDone ? `That way is done; ${next.title} is the next that can be begun.` : `That way cannot be begun yet; ${next.title} can.`;
  return { kind: 'way-done', words, quote: next.summary };
}

export function nothing({ certification: { levels }, said }: Inquiry): StartReason {
  const isDone = levels.some(({ open, slug }) => open && said.passed.includes(slug));
  return { kind: 'none', words: isDone ? 'You have passed every level that is open.' : 'No level can be begun yet.', quote: null };
}
