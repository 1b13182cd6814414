/** Pages of each role, for tests that look at all of them. A test adds what only it prepares, such as the pages of one curriculum. */
export const PAGES_BY_ROLE = {
  learner: [
    '/today',
    '/plan',
    '/readiness',
    '/readiness/exam-date',
    '/progress',
    '/progress/practice',
    '/progress/import',
    '/projects',
    '/levels',
    '/settings',
  ],
  mentor: ['/board'],
  admin: ['/curriculum', '/people', '/system', '/audit', '/calibration'],
} as const;

/** Pages of the editor of a certification. */
export const editorPages = (slug: string) => [`/curriculum/${slug}`, `/curriculum/${slug}/publish`, `/curriculum/${slug}/saves`];
