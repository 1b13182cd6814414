/** Places of the progress pages that other pages lead to. */

/** How one rates oneself, on /progress/practice. */
export const RATINGS = 'ratings';

/** A project, on /projects. */
export const projectAnchor = (projectId: string): string => `project-${projectId}`;
