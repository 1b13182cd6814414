import type { QueueName } from './platform/queue/queues.js';

/** Every recurring job: what it is called, how often it runs ('tick': the setting DAYMARK_TICK_SECONDS, else a cron pattern), and what for. The jobs only say 'look now'; what is due stands in tables. */
export const SCHEDULE: readonly { name: string; queue: QueueName; every: string; what: string }[] = [
  { name: 'mail tick', queue: 'mail', every: 'tick', what: 'delivers messages whose trigger was lost, and those waiting for another try' },
  {
    name: 'enrollments tick',
    queue: 'enrollments',
    every: 'tick',
    what: 'moves enrollments to another release where the trigger was lost, ends pauses and certificates whose time has come, and erases invitations that expired or were canceled 30 days ago',
  },
  { name: 'evidence tick', queue: 'evidence', every: 'tick', what: 'deletes files that nobody has any more, and forgets evidence deleted a day ago' },
  { name: 'plans tick', queue: 'plans', every: 'tick', what: 'makes plans whose trigger was lost' },
  {
    name: 'readiness tick',
    queue: 'readiness',
    every: 'tick',
    what: 'recomputes what was marked, and once a local day everyone active, since memory fades; once a day what is usual among learners, and what exams teach',
  },
  {
    name: 'readiness check',
    queue: 'readiness',
    every: '0 0 3 * * *',
    what: 'holds what is stored of a sample against what all that is known says; what differs is recomputed',
  },
  { name: 'reminders tick', queue: 'reminders', every: 'tick', what: 'decides for everyone whose reminder time has come' },
];
