import { createRootRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { firstCharacters } from '../ui/text-limit';
import { as, anybody, signedIn, signedOut, toFirstPage } from './guards';
import { Layout } from './layout';
import { OpenLayout } from './open-layout';

/** Every address of the app. A page is the default export of its file, loaded when it is first gone to. */
const root = createRootRoute();

const isTrue = (value: unknown) => value === true || value === 'true';

/** `?next=` of a door: an address of ours, never another's. Said even where there is none: what this leaves out, the router takes from the address unchecked. */
const wantedPage = ({ next }: Record<string, unknown>): { next?: string | undefined } => ({
  next: typeof next === 'string' && /^\/(?!\/)[^\\\p{Cc}]*$/u.test(next) ? next : undefined,
});

// Doors: pages of their own, without the frame.
const home = createRoute({ getParentRoute: () => root, path: '/', beforeLoad: toFirstPage });
const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: wantedPage,
  beforeLoad: signedOut(),
  component: lazyRouteComponent(() => import('../features/users/sign-in-page')),
});
const register = createRoute({
  getParentRoute: () => root,
  path: '/register',
  validateSearch: wantedPage,
  beforeLoad: signedOut('/levels'),
  component: lazyRouteComponent(() => import('../features/users/register-page')),
});
const forgottenPassword = createRoute({
  getParentRoute: () => root,
  path: '/forgotten-password',
  validateSearch: wantedPage,
  component: lazyRouteComponent(() => import('../features/users/forgotten-password-page')),
});
const newPassword = createRoute({
  getParentRoute: () => root,
  path: '/new-password/$token',
  component: lazyRouteComponent(() => import('../features/users/new-password-page')),
});
const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation/$token',
  component: lazyRouteComponent(() => import('../features/users/invitation-page')),
});
const confirmEmail = createRoute({
  getParentRoute: () => root,
  path: '/confirm-email/$token',
  component: lazyRouteComponent(() => import('../features/users/confirm-email-page')),
});
const changeEmail = createRoute({
  getParentRoute: () => root,
  path: '/change-email/$token',
  component: lazyRouteComponent(() => import('../features/users/change-email-page')),
});
const unsubscribe = createRoute({
  getParentRoute: () => root,
  path: '/unsubscribe/$token',
  component: lazyRouteComponent(() => import('../features/reminders/unsubscribe-page')),
});
const enroll = createRoute({
  getParentRoute: () => root,
  path: '/enroll/$levelId',
  beforeLoad: async (at) => {
    await signedIn(at);
    await as('learner')(at);
  },
  component: lazyRouteComponent(() => import('../features/enrollments/enroll-page')),
});

// For anybody to read, in the frame of who reads.
const open = createRoute({ getParentRoute: () => root, id: 'open', beforeLoad: anybody, component: OpenLayout });
const levels = createRoute({
  getParentRoute: () => open,
  path: '/levels',
  component: lazyRouteComponent(() => import('../features/curriculum/levels-page')),
});
const level = createRoute({
  getParentRoute: () => open,
  path: '/levels/$levelId',
  component: lazyRouteComponent(() => import('../features/curriculum/level-page')),
});
const search = createRoute({
  getParentRoute: () => open,
  path: '/search',
  // What looks like a number in the address is one here, and was a word where it was typed.
  validateSearch: ({ q }: Record<string, unknown>): { q?: string | undefined } => ({
    q: typeof q === 'string' || typeof q === 'number' || typeof q === 'boolean' ? firstCharacters(String(q).trim(), 100) : undefined,
  }),
  component: lazyRouteComponent(() => import('../features/curriculum/search-page')),
});
const certification = createRoute({
  getParentRoute: () => open,
  path: '/certifications/$slug',
  component: lazyRouteComponent(() => import('../features/curriculum/certification-page')),
});
const styleguide = createRoute({
  getParentRoute: () => open,
  path: '/styleguide',
  component: lazyRouteComponent(() => import('../features/styleguide/styleguide-page')),
});
const docs = createRoute({ getParentRoute: () => open, path: '/api/docs', component: lazyRouteComponent(() => import('../features/docs/docs-page')) });

// Behind sign-in, in the frame.
const inside = createRoute({ getParentRoute: () => root, id: 'inside', beforeLoad: signedIn, component: Layout });
const more = createRoute({ getParentRoute: () => inside, path: '/more', component: lazyRouteComponent(() => import('./more-page')) });
const settings = createRoute({
  getParentRoute: () => inside,
  path: '/settings',
  component: lazyRouteComponent(() => import('../features/users/settings-page')),
});

// A learner's.
const learner = createRoute({ getParentRoute: () => inside, id: 'learner', beforeLoad: as('learner') });
const today = createRoute({
  getParentRoute: () => learner,
  path: '/today',
  // `?log=true` opens the form to log, `?timer=true` starts the timer.
  validateSearch: (search: Record<string, unknown>): { log?: true; timer?: true } => ({
    ...(isTrue(search.log) && { log: true }),
    ...(isTrue(search.timer) && { timer: true }),
  }),
  component: lazyRouteComponent(() => import('../features/today/today-page')),
});
const plan = createRoute({
  getParentRoute: () => learner,
  path: '/plan',
  // What a learner comes to try: `?examOn=` another exam date, `?more=` so many minutes more a week. Opens the what-if with it.
  validateSearch: ({ examOn, more }: Record<string, unknown>): { examOn?: string; more?: number } => ({
    ...(typeof examOn === 'string' && /^\d{4}-\d\d-\d\d$/.test(examOn) && { examOn }),
    ...(Number(more) > 0 && { more: Math.min(6_720, Math.round(Number(more))) }),
  }),
  component: lazyRouteComponent(() => import('../features/plans/plan-page')),
});
const readiness = createRoute({
  getParentRoute: () => learner,
  path: '/readiness',
  component: lazyRouteComponent(() => import('../features/readiness/readiness-page')),
});
const examDate = createRoute({
  getParentRoute: () => learner,
  path: '/readiness/exam-date',
  component: lazyRouteComponent(() => import('../features/readiness/forecast/exam-date-page')),
});
const progress = createRoute({
  getParentRoute: () => learner,
  path: '/progress',
  // `?skill=` or `?project=` keeps the log to what was studied of one.
  validateSearch: ({ skill, project }: Record<string, unknown>): { skill?: string | undefined; project?: string | undefined } => ({
    skill: typeof skill === 'string' ? skill : undefined,
    project: typeof project === 'string' ? project : undefined,
  }),
  component: lazyRouteComponent(() => import('../features/progress/progress-page')),
});
const practice = createRoute({
  getParentRoute: () => learner,
  path: '/progress/practice',
  // `?skill=` keeps the exams to those that count for one.
  validateSearch: ({ skill }: Record<string, unknown>): { skill?: string | undefined } => ({ skill: typeof skill === 'string' ? skill : undefined }),
  component: lazyRouteComponent(() => import('../features/progress/practice/practice-page')),
});
const studyImport = createRoute({
  getParentRoute: () => learner,
  path: '/progress/import',
  component: lazyRouteComponent(() => import('../features/progress/imports/import-page')),
});
const projects = createRoute({
  getParentRoute: () => learner,
  path: '/projects',
  component: lazyRouteComponent(() => import('../features/progress/projects-page')),
});

// A mentor's.
const mentor = createRoute({ getParentRoute: () => inside, id: 'mentor', beforeLoad: as('mentor') });
const board = createRoute({ getParentRoute: () => mentor, path: '/board', component: lazyRouteComponent(() => import('../features/mentoring/board-page')) });
const mentored = createRoute({
  getParentRoute: () => mentor,
  path: '/board/$enrollmentId',
  component: lazyRouteComponent(() => import('../features/mentoring/learner-page')),
});

// An admin's.
const admin = createRoute({ getParentRoute: () => inside, id: 'admin', beforeLoad: as('admin') });
const curriculum = createRoute({
  getParentRoute: () => admin,
  path: '/curriculum',
  component: lazyRouteComponent(() => import('../features/curriculum/curriculum-page')),
});
const draft = createRoute({
  getParentRoute: () => admin,
  path: '/curriculum/$slug',
  // `?at=levels.0.title`: the place to go to, as faults name it.
  validateSearch: ({ at }: Record<string, unknown>): { at?: string | undefined } => ({ at: typeof at === 'string' ? at.slice(0, 300) : undefined }),
  component: lazyRouteComponent(() => import('../features/curriculum/editor/editor-page')),
});
const publishing = createRoute({
  getParentRoute: () => admin,
  path: '/curriculum/$slug/publish',
  component: lazyRouteComponent(() => import('../features/curriculum/editor/publish-page')),
});
const saves = createRoute({
  getParentRoute: () => admin,
  path: '/curriculum/$slug/saves',
  component: lazyRouteComponent(() => import('../features/curriculum/editor/saves-page')),
});
const people = createRoute({
  getParentRoute: () => admin,
  path: '/people',
  validateSearch: ({ search }: Record<string, unknown>): { search?: string | undefined } => ({ search: typeof search === 'string' ? search : undefined }),
  component: lazyRouteComponent(() => import('../features/users/people-page')),
});
const audit = createRoute({
  getParentRoute: () => admin,
  path: '/audit',
  // `?person=` shows everything that involves this person.
  validateSearch: ({ act, person }: Record<string, unknown>): { act?: string | undefined; person?: string | undefined } => ({
    act: typeof act === 'string' ? act : undefined,
    person: typeof person === 'string' ? person : undefined,
  }),
  component: lazyRouteComponent(() => import('../features/audit/audit-page')),
});
const calibration = createRoute({
  getParentRoute: () => admin,
  path: '/calibration',
  // `?level=` and `?release=`: of which exams.
  validateSearch: ({ level, release }: Record<string, unknown>): { level?: string | undefined; release?: number | undefined } => ({
    level: typeof level === 'string' ? level : undefined,
    release: Number(release) > 0 ? Number(release) : undefined,
  }),
  component: lazyRouteComponent(() => import('../features/readiness/calibration/calibration-page')),
});
const system = createRoute({ getParentRoute: () => admin, path: '/system', component: lazyRouteComponent(() => import('../features/mail/system-page')) });

export const routeTree = root.addChildren([
  home,
  signIn,
  register,
  forgottenPassword,
  newPassword,
  confirmEmail,
  changeEmail,
  invitation,
  unsubscribe,
  enroll,
  open.addChildren([levels, level, certification, search, styleguide, docs]),
  inside.addChildren([
    more,
    settings,
    learner.addChildren([today, plan, readiness, examDate, progress, practice, studyImport, projects]),
    mentor.addChildren([board, mentored]),
    admin.addChildren([curriculum, draft, publishing, saves, people, system, audit, calibration]),
  ]),
]);
