/** A skill, on the page of its level. */
export const skillAnchor = (skillId: string): string => `skill-${skillId}`;
