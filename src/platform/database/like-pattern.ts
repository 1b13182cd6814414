/** For `ilike`: anything that holds this text, whatever it is made of; null for no text at all. */
export const likePattern = (text: string | undefined): string | null => (text ? `%${text.replaceAll(/[\\%_]/g, '\\$&')}%` : null);
