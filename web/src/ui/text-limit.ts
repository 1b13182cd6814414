import type { z } from 'zod';

/**
 * The props of a text field that refuse a text the server would refuse as too long, with the same message. The attribute `maxLength` counts
 * UTF-16 units, and the server counts characters: an emoji is one or a few of them.
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

/** Most characters that the server takes of a search for people. */
export const MAX_SEARCH = 120;

/** The beginning of what somebody types into a search field, as the server takes it: never half an emoji. */
export const firstCharacters = (text: string, most: number): string => (text.length <= most ? text : [...text].slice(0, most).join(''));
