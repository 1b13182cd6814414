import type { ReactNode } from 'react';
import type { AccountRole } from '@server/platform/auth/permission.contract';
import {
  BoardIcon,
  CurriculumIcon,
  FlagIcon,
  LevelsIcon,
  MoreIcon,
  PeopleIcon,
  PlanIcon,
  ProgressIcon,
  ReadinessIcon,
  ReviewsIcon,
  SystemIcon,
  TodayIcon,
  TrendIcon,
} from '../ui/icons';

export interface Place {
  to: string;
  name: string;
  /** Other addresses that belong to it. */
  also?: readonly string[];
  Icon: (props: { size?: 'm' | 's' }) => ReactNode;
}

const today: Place = { to: '/today', name: 'Today', Icon: TodayIcon };
const plan: Place = { to: '/plan', name: 'Plan', Icon: PlanIcon };
const readiness: Place = { to: '/readiness', name: 'Readiness', Icon: ReadinessIcon };
const progress: Place = { to: '/progress', name: 'Progress', Icon: ProgressIcon, also: ['/projects'] };
/** Behind Readiness. */
const examDate: Place = { to: '/readiness/exam-date', name: 'Keep or move the exam', Icon: FlagIcon };
/** Behind Progress, for a rail holds five. */
const projects: Place = { to: '/projects', name: 'Projects', Icon: ReviewsIcon };
const levels: Place = { to: '/levels', name: 'Levels', Icon: LevelsIcon, also: ['/certifications', '/search'] };
const more: Place = { to: '/more', name: 'More', Icon: MoreIcon };
const board: Place = { to: '/board', name: 'Board', Icon: BoardIcon };
const curriculum: Place = { to: '/curriculum', name: 'Curriculum', Icon: CurriculumIcon };
const people: Place = { to: '/people', name: 'People', Icon: PeopleIcon };
const system: Place = { to: '/system', name: 'System', Icon: SystemIcon, also: ['/audit', '/calibration'] };
/** Behind System. */
const audit: Place = { to: '/audit', name: 'Audit trail', Icon: ReviewsIcon };
const calibration: Place = { to: '/calibration', name: 'How chances came out', Icon: TrendIcon };

/** The rail of each kind of person. */
export const RAIL: Record<AccountRole, readonly Place[]> = {
  learner: [today, plan, readiness, progress, levels],
  mentor: [board, levels],
  admin: [curriculum, people, system],
};

/** The phone's bar: places within reach of the thumb, the rest behind More. Between the halves of a learner's stands Log, raised. */
export const BAR: Record<AccountRole, { before: readonly Place[]; log: boolean; after: readonly Place[] }> = {
  learner: { before: [today, plan], log: true, after: [readiness, more] },
  mentor: { before: [board, levels], log: false, after: [more] },
  admin: { before: [curriculum, people, system], log: false, after: [more] },
};

/** What More holds: of the rail, and behind it. */
export const REST: Record<AccountRole, readonly Place[]> = { learner: [progress, projects, levels], mentor: [], admin: [] };

/** Where one can go that is in no rail, for the commands. */
export const BEHIND: Record<AccountRole, readonly Place[]> = { learner: [projects, examDate], mentor: [], admin: [audit, calibration] };

export const isHere = ({ to, also = [] }: Place, pathname: string): boolean =>
  [to, ...also].some((each) => pathname === each || pathname.startsWith(`${each}/`));
