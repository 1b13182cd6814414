import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { QueueName } from '../../../src/platform/queue/queues.js';
import type { startDaymark } from '../daymark.js';
import type { Learner } from '../people.js';
import type { postOffice } from '../post-office.js';

/** What jobs are made on: a Daymark whose triggers are all lost, and a worker of it that does only what it is told. */
export interface Ground {
  daymark: ReturnType<typeof startDaymark>;
  worker: () => NestFastifyApplication;
  office: ReturnType<typeof postOffice>;
}

/** Something to be done, as nobody has begun it. */
export interface Todo {
  /** All that the job changes or could double: rows, mails, files; without the instants they were written at. */
  seen: () => Promise<unknown>;
  isDone: () => Promise<boolean>;
  /** What it is about goes away. */
  goes: () => Promise<unknown>;
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the arguments are passed on as they are
type Service = abstract new (...args: any[]) => object;

/** One thing that a processor does when it is told to look. */
export interface Job {
  queue: QueueName;
  /** As the walk through the processors finds it: `work` and a kind of the worklist, or what looks into tables of its own. */
  does: string;
  make: (ground: Ground) => Promise<Todo>;
  /** In the middle of it: when this is called, something was taken or done, and something is not. */
  middle: readonly [Service, string];
  /** What was begun may only be ended by who began it. */
  isEndedByWhoBegan?: true;
}

export const rowsOf = ({ daymark }: Ground, sql: string, ...values: unknown[]): Promise<Record<string, unknown>[]> => daymark.database.query(sql, values);

/** Nothing that was asked for on the way is left to do. */
export const settleAll = (ground: Ground) => rowsOf(ground, 'delete from work');

/** Studied for some days, and has a plan. */
export async function studying({ daymark }: Ground, examOn = '2026-06-01'): Promise<Learner> {
  const learner = await daymark.learner({ examOn });
  const skillIds = [...new Set((await learner.plan()).items.flatMap(({ skillId }) => skillId ?? []))];
  for (let day = 16; day < 26; day++) await learner.logs({ date: `2026-02-${day}`, minutes: 60, skillId: skillIds[day % 3] ?? null });
  return learner;
}
