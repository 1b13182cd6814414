import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { QueueName } from '../../../src/platform/queue/queues.js';
import type { startDaymark } from '../daymark.js';
import type { Learner } from '../people.js';
import type { postOffice } from '../post-office.js';

/** Where jobs run: a Daymark that loses all triggers, and a worker that processes only what a test starts. */
export interface Ground {
  daymark: ReturnType<typeof startDaymark>;
  worker: () => NestFastifyApplication;
  office: ReturnType<typeof postOffice>;
}

/** Work that is due and that no worker has started. */
export interface Todo {
  /** Everything that the job changes or could duplicate: rows, mails, files. Without the times at which they were written. */
  seen: () => Promise<unknown>;
  isDone: () => Promise<boolean>;
  /** Deletes the subject of the work. */
  goes: () => Promise<unknown>;
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the arguments are passed on as they are
type Service = abstract new (...args: any[]) => object;

/** One kind of work of a processor. */
export interface Job {
  queue: QueueName;
  /** As `whatWorkersDo` finds it: `work` and a kind of the worklist, or a service and the method that finds its work in other tables. */
  does: string;
  make: (ground: Ground) => Promise<Todo>;
  /** A method that is called in the middle of the job, when the work is claimed or partly done. */
  middle: readonly [Service, string];
  /** Only the worker that started the work may finish it. */
  isEndedByWhoBegan?: true;
}

export const rowsOf = ({ daymark }: Ground, sql: string, ...values: unknown[]): Promise<Record<string, unknown>[]> => daymark.database.query(sql, values);

/** Deletes all work, also what the preparation of a test caused. */
export const settleAll = (ground: Ground) => rowsOf(ground, 'delete from work');

/** A learner who has a plan and studied for some days. */
export async function studying({ daymark }: Ground, examOn = '2026-06-01'): Promise<Learner> {
  const learner = await daymark.learner({ examOn });
  const skillIds = [...new Set((await learner.plan()).items.flatMap(({ skillId }) => skillId ?? []))];
  for (let day = 16; day < 26; day++) await learner.logs({ date: `2026-02-${day}`, minutes: 60, skillId: skillIds[day % 3] ?? null });
  return learner;
}
