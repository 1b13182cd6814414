import { enrollmentJobs } from './enrollments.js';
import { evidenceJobs } from './evidence.js';
import type { Job } from './job.js';
import { mailJobs } from './mail.js';
import { planJobs } from './plans.js';
import { readinessJobs } from './readiness.js';
import { reminderJobs } from './reminders.js';

/** Everything that workers do: a processor that does something else fails the suite of promises. */
export const EVERY_JOB: readonly Job[] = [...mailJobs, ...enrollmentJobs, ...evidenceJobs, ...planJobs, ...readinessJobs, ...reminderJobs];
