/** All queues. The processor of a feature works on the queue with its name. */
export const QUEUES = ['mail', 'enrollments', 'evidence', 'plans', 'readiness', 'reminders'] as const;
export type QueueName = (typeof QUEUES)[number];

/** The name of every job. A job only wakes a worker: the work itself is in the worklist. */
export const LOOK_NOW = 'look now';

/** For `@Processor`: the gate of queue.module.ts sets lock and stall times, and runs the worker when all are ready. */
export const WORKER = { autorun: false, concurrency: 2 } as const;
