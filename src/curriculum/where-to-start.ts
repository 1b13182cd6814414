/**
 * Which level to start with, and why: a pure function of a release and of what somebody says of themselves.
 *
 * 1. The way. Asking about a level, it is that level. Else the levels of the job role and of the learning path, whichever are named, in the
 *    order they are best taken. Else all levels that are not optional. Levels that were passed are left out.
 * 2. Up. It begins with the first of the way, and goes on to the next as long as that one advises the one before it, and what was said
 *    speaks for it (isSpokenFor in standing.ts).
 * 3. Down. A level that demands another which is not passed gives way to that one. One that is not open gives way to the one before it, or,
 *    where one is not up to it either, to the first before it. One of which half or more is missing (isTooEarly) gives way to the level that
 *    it advises first; where it advises none, it stays, and what is missing is learnt before.
 * 4. Where the way leads nowhere, it is the next level that can be begun at all.
 *
 * Whatever was said, the answer is open, not passed, and every level that it demands is passed; there is none only where no level is so.
 */
import type { Certification, Level } from './curriculum.contract.js';
import { plainText } from './plain-text.js';
import { alternatives } from './start-alternatives.js';
import { mayBegin, named, type Inquiry } from './start-inquiry.js';
import * as reason from './start-reasons.js';
import { isSpokenFor, isTooEarly, saidOf, standings } from './standing.js';
import { subjectsOf } from './subjects.js';
import type { Said, StartingPoint, StartReason } from './where-to-start.contract.js';

interface Settled {
  level: Level;
  reasons: StartReason[];
}

export function whereToStart(certification: Certification, said: Said): StartingPoint {
  const subjects = saidOf(subjectsOf(certification), said);
  const inquiry: Inquiry = { certification, said, subjects, stood: (level) => standings(level, said, subjects) };
  const way = wayOf(inquiry);
  const left = way.filter(({ slug }) => !said.passed.includes(slug));
  const settled = firstOf(fromHere(left, inquiry), (level) => settle(level, inquiry)) ?? elsewhere(way, inquiry);
  const before = settled ? inquiry.stood(settled.level) : [];
  return {
    level: settled ? named(settled.level) : null,
    reasons: [
      ...reason.whyThisWay(way, inquiry),
      ...reason.whatIsPassed(way, inquiry),
      ...(settled ? [...settled.reasons, ...reason.whatSpeaksForIt(settled.level, inquiry)] : [reason.nothing(inquiry)]),
    ].map(inOneLine),
    before: before.map(({ key, kind, rule, text, standing, subjects: about }) => ({ key, kind, rule, text, standing, subjects: about })),
    alternatives: settled ? alternatives(settled.level, way, inquiry).map(inOneLine) : [],
    subjects,
  };
}

/** A quotation is read in one line, whatever marks it was written with. */
const inOneLine = <Said extends { quote: string | null }>(said: Said): Said => ({ ...said, quote: said.quote === null ? null : plainText(said.quote) });

/** Levels in the order they are best taken, as `certification.levels` is. */
function wayOf({ certification: { levels, jobRoles, learningPaths }, said }: Inquiry): Level[] {
  if (said.level !== undefined) return levels.filter(({ slug }) => slug === said.level);
  const role = jobRoles.find(({ slug }) => slug === said.role);
  const path = learningPaths.find(({ slug }) => slug === said.path);
  if (!role && !path) return levels.filter(({ optional }) => !optional);
  const wanted = new Set([...(role?.recommended ?? []).flatMap((each) => ('level' in each ? each.level : [])), ...(path?.levels ?? [])]);
  return levels.filter(({ slug }) => wanted.has(slug));
}

/** What is left of the way, from the furthest level that one may go up to. */
function fromHere(left: readonly Level[], { said, stood }: Inquiry): Level[] {
  const advises = (level: Level, other: Level) => level.prerequisites.some((each) => each.kind === 'level' && each.level === other.slug);
  let at = 0;
  for (let next = left[1]; next && advises(next, left[at]!) && next.open && isSpokenFor(stood(next), said); next = left[at + 1]) at += 1;
  return left.slice(at);
}

/** The level itself, or the one it gives way to; nothing where that leads round in a circle or to no level that can be begun. */
function settle(level: Level, inquiry: Inquiry, tried: readonly Level[] = []): Settled | undefined {
  const { certification, said } = inquiry;
  if (tried.includes(level) || said.passed.includes(level.slug)) return undefined;
  const stood = inquiry.stood(level);
  const on = (next: Level, why: StartReason[]): Settled | undefined => {
    const found = settle(next, inquiry, [...tried, level]);
    return found && { level: found.level, reasons: [...why, ...found.reasons] };
  };
  const before = (rule: 'enforced' | 'recommended') =>
    stood.flatMap((each) => {
      const other = each.kind === 'level' && each.rule === rule ? certification.levels.find(({ slug }) => slug === each.level) : undefined;
      return other && !said.passed.includes(other.slug) ? [{ other, text: each.text }] : [];
    });
  const [demanded] = before('enforced');
  if (demanded) return on(demanded.other, [reason.comesFirst(level, demanded.other, demanded.text)]);
  if (!level.open) {
    const earlier = certification.levels.filter(({ order, optional }) => order < level.order && !optional);
    return firstOf(isTooEarly(stood) ? earlier : earlier.reverse(), (other) => on(other, reason.notOpen(level, other, stood)));
  }
  if (!isTooEarly(stood)) return { level, reasons: reason.withinReach(level, stood) };
  const back = firstOf(before('recommended'), ({ other }) => on(other, reason.stepBack(level, other, stood)));
  return back ?? { level, reasons: reason.stays(level, stood) };
}

/** The next level after the way that can be begun; else any, the usual ones before the optional. */
function elsewhere(way: readonly Level[], inquiry: Inquiry): Settled | undefined {
  const end = Math.max(0, ...way.map(({ order }) => order));
  const open = inquiry.certification.levels.filter((level) => mayBegin(level, inquiry.said));
  const level = open.find(({ order, optional }) => order > end && !optional) ?? open.find(({ optional }) => !optional) ?? open[0];
  return level && { level, reasons: [reason.wayDone(way, level, inquiry)] };
}

function firstOf<Item, Found>(items: readonly Item[], find: (item: Item) => Found | undefined): Found | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
