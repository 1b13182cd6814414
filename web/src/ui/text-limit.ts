import type { z } from 'zod';

/**
 * Props for a text field. They refuse a text that is too long for the server, with the message of the server. The attribute `maxLength` counts
 * UTF-16 units, but the server counts characters: an emoji is one or a few.
 *
 * @param schema of the field in the contract
 * @param fault another error to show, if the length is fine
 */
export function textLimit(schema: z.ZodType, text: string, fault?: string | false | null) {
  const message = tooLong(schema, text);
  return {
    error: message ?? fault,
    // A field with a message is invalid, so the browser does not submit its form.
    ref: (field: HTMLInputElement | HTMLTextAreaElement | null): void => field?.setCustomValidity(message ?? ''),
  };
}

export const tooLong = (schema: z.ZodType, text: string): string | undefined =>
  schema.safeParse(text).error?.issues.find(({ code }) => code === 'too_big')?.message;

/** The longest search for people that the server accepts, in characters. */
export const MAX_SEARCH = 120;

/** The first characters of a search text. Never ends with half a surrogate pair, which the server would refuse. */
export const firstCharacters = (text: string, most: number): string => (text.length <= most ? text : [...text].slice(0, most).join(''));
