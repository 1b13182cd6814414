/** A skill, on /readiness. */
export const skillScoreAnchor = (skillId: string): string => `skill-${skillId}`;
