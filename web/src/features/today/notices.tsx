/** Notices that Today shows on some days only. Each is loaded when it is needed, and a skeleton keeps its place. */
import type { ComponentProps } from 'react';
import { lazyPart } from '../../ui/lazy-part';
import { Bar, CardSkeleton, Skeletons } from '../../ui/skeleton';
import type * as afterExam from '../enrollments/after-exam';
import type * as examOutcome from '../enrollments/exam-outcome';
import type * as paused from '../enrollments/paused';
import type * as releaseNews from '../enrollments/release-news';
import type * as planAnnouncement from '../plans/plan-announcement';

export const AfterExam = lazyPart<ComponentProps<typeof afterExam.AfterExam>>(
  'The exam',
  () => import('../enrollments/after-exam').then((module) => module.AfterExam),
  <CardSkeleton />,
);

export const ExamOutcome = lazyPart<ComponentProps<typeof examOutcome.ExamOutcome>>(
  'The exam',
  () => import('../enrollments/exam-outcome').then((module) => module.ExamOutcome),
  <CardSkeleton height={220} />,
);

export const Paused = lazyPart<ComponentProps<typeof paused.Paused>>(
  'The pause',
  () => import('../enrollments/paused').then((module) => module.Paused),
  <Skeletons>
    <Bar height={44} />
  </Skeletons>,
);

export const ReleaseNews = lazyPart<ComponentProps<typeof releaseNews.ReleaseNews>>('What changed in your level', () =>
  import('../enrollments/release-news').then((module) => module.ReleaseNews),
);

export const PlanAnnouncement = lazyPart<ComponentProps<typeof planAnnouncement.PlanAnnouncement>>('The suggested change', () =>
  import('../plans/plan-announcement').then((module) => module.PlanAnnouncement),
);
