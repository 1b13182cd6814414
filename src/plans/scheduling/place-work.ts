import type { OpenDay, PaceLimits } from './plan-input.js';
import type { Work } from './plan-work.js';

/** A project comes once this share of the effort of each skill it shows is behind. */
export const SKILL_BEFORE_PROJECT = 0.5;
const STEP = 5;

/** A stretch of work on a day. */
export interface Session {
  day: OpenDay;
  work: Work;
  minutes: number;
}

/**
 * Places all work into the days, which hold enough: in order, in sessions neither too short nor too long unless less is left, hardly faster
 * than `targets` asks and never so slowly that something would be left over. A day on which less than `rest` would stay free is used whole, and
 * a later one is the freer for it: minutes that are too few for a review help nobody.
 */
export function placeWork(
  days: readonly OpenDay[],
  work: readonly Work[],
  targets: readonly number[],
  done: Readonly<Record<string, number>>,
  pace: PaceLimits,
  rest: number,
): Session[] {
  const queue = new Queue(work, done);
  const sessions: Session[] = [];
  let capacityAfter = days.reduce((sum, { minutes }) => sum + minutes, 0);
  let placed = 0;
  days.forEach((day, i) => {
    capacityAfter -= day.minutes;
    const must = Math.max(0, queue.minutes - capacityAfter);
    const wanted = roundUp(Math.max(0, (targets[i] ?? 0) - placed));
    const asked = Math.min(day.minutes, Math.max(must, wanted < pace.shortestSession ? 0 : wanted));
    const goal = asked > 0 && day.minutes - asked < rest ? day.minutes : asked;
    const ofDay = fillDay(day, goal, must, queue, pace);
    placed += ofDay.reduce((sum, { minutes }) => sum + minutes, 0);
    sessions.push(...ofDay);
  });
  return sessions;
}

function fillDay(day: OpenDay, goal: number, must: number, queue: Queue, pace: PaceLimits): Session[] {
  const sessions: Session[] = [];
  let used = 0;
  while (used < goal) {
    const work = queue.next();
    if (!work) break;
    const length = sessionLength(work.minutes, goal - used, day.minutes - used, must - used, pace);
    if (length < Math.min(pace.shortestSession, work.minutes) && used >= must) break;
    sessions.push({ day, work, minutes: length });
    queue.take(work, length);
    used += length;
  }
  return sessions;
}

/**
 * How long to sit at a part of which `left` minutes remain, all in minutes: as asked, at least a short session, and never so that a crumb
 * remains: it is done in the same go where it fits, else the session ends early enough to leave a short one, or is not begun (0). Only where
 * neither this day nor the days ahead (`must`) could take that, a crumb is left after all.
 */
function sessionLength(left: number, asked: number, room: number, must: number, { shortestSession, longestSession }: PaceLimits): number {
  const most = Math.min(left, room, longestSession);
  const length = Math.min(most, Math.max(asked, shortestSession));
  const crumb = left - length;
  if (crumb === 0 || crumb >= shortestSession) return length;
  if (left <= most) return left;
  const leavesAShortOne = left - shortestSession;
  const isDoneToday = left <= room;
  if (leavesAShortOne >= Math.max(shortestSession, isDoneToday ? 0 : must)) return Math.min(most, leavesAShortOne);
  return must > 0 ? length : 0;
}

const roundUp = (minutes: number) => Math.ceil(minutes / STEP) * STEP;

/** Work in the order in which it may be begun. */
class Queue {
  private readonly left: Work[];
  /** Minutes behind, by id: logged before, or placed. */
  private readonly behind: Map<string, number>;
  private readonly effort: Map<string, number>;
  minutes = 0;

  constructor(work: readonly Work[], done: Readonly<Record<string, number>>) {
    this.left = work.map((part) => ({ ...part }));
    this.minutes = work.reduce((sum, { minutes }) => sum + minutes, 0);
    this.behind = new Map(Object.entries(done));
    // Squeezed work counts as its own whole: half of what can be done is half.
    this.effort = new Map(work.map(({ id, minutes }) => [id, minutes + (done[id] ?? 0)]));
  }

  /** The first part that may be begun; one that waits for its skills lets others go first, and goes when only such are left. */
  next(): Work | undefined {
    return this.left.find((part) => part.skillIds.every((id) => this.isReady(id))) ?? this.left[0];
  }

  take(part: Work, minutes: number): void {
    part.minutes -= minutes;
    this.minutes -= minutes;
    this.behind.set(part.id, (this.behind.get(part.id) ?? 0) + minutes);
    if (part.minutes <= 0) this.left.splice(this.left.indexOf(part), 1);
  }

  private isReady(skillId: string): boolean {
    return (this.behind.get(skillId) ?? 0) >= (this.effort.get(skillId) ?? 0) * SKILL_BEFORE_PROJECT;
  }
}
