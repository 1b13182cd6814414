/** Places of the progress pages that other pages lead to. */

/** How one rates oneself in a skill, and what a mentor attests of it; on /progress/practice. */
export const ratingAnchor = (skillId: string): string => `rating-${skillId}`;
export const signOffAnchor = (skillId: string): string => `sign-off-${skillId}`;

/** A project, on /projects. */
export const projectAnchor = (projectId: string): string => `project-${projectId}`;
